"""Signals from the words of two contents."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from sayso.link.quantities import changed, counterparts, meet
from sayso.link.signals.pair import Pair
from sayso.link.terms import nearness

HALF = 0.5  # part of the shorter one's words without which it does not stand in the longer
VAGUE = 0.3  # cosine
LEAST_WITHIN = 5  # words of a content that can stand within another


def contained_words(pair: Pair) -> float:
    """How much of the shorter of the two, names aside, stands in the longer."""
    return _share(pair.common, min(pair.said, pair.told))


def same_wording(pair: Pair) -> float:
    """How alike the two are word for word and in order: 0 up to half the words, 1 where they are equal."""
    a, b = pair.a, pair.b
    return max(0.0, 2 * Indel.normalized_similarity(_split(a.plain), _split(b.plain)) - 1)


def within_wording(pair: Pair) -> float:
    """Whether one stands nearly word for word within the other, both being five words or more."""
    a, b = pair.a, pair.b
    if min(len(_split(a.plain)), len(_split(b.plain))) < LEAST_WITHIN or contained_words(pair) < HALF:
        return 0.0
    return max(0.0, fuzz.partial_ratio(a.plain, b.plain) / 20 - 4)


def nothing_shared(pair: Pair) -> float:
    """1 where both say something besides names and share no word of it, nor one near in meaning."""
    a, b = pair.a, pair.b
    if pair.common or not a.acts or not b.acts:
        return 0.0
    return float(not any(nearness(key, b.acts.keys()) for key in a.acts))


def like_meaning(pair: Pair) -> float:
    """How alike the two are in meaning, whatever their words: the cosine of their vectors, 0 up to 0.3."""
    return max(0.0, (pair.cosine - VAGUE) / (1 - VAGUE))


def other_meaning(pair: Pair) -> float:
    """1 where the two have vectors and are not alike in meaning at all: a cosine under 0.3."""
    return float(pair.a.meaning is not None and pair.b.meaning is not None and pair.cosine < VAGUE)


def shared_numbers(pair: Pair) -> float:
    """Whether both give a number, and the same one. Different numbers are not against: details may differ."""
    a, b = pair.a, pair.b
    return float(bool(a.numbers & b.numbers))


def same_quantity(pair: Pair) -> float:
    """Whether both count the same thing, and some number satisfies both: 1 for equal bounds, else 0.6."""
    a, b = pair.a, pair.b
    pairs = tuple(counterparts(a.appearance.statement.quantities, b.appearance.statement.quantities))
    if any(not changed(x, y) for x, y in pairs):
        return 1.0
    return 0.6 if any(meet(x, y) for x, y in pairs) else 0.0


@lru_cache(maxsize=50_000)
def _split(plain: str) -> tuple[str, ...]:
    return tuple(plain.split())


def _share(part: float, whole: float) -> float:
    return min(1.0, part / whole) if whole > 0 else 0.0
