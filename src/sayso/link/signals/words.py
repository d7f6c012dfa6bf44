"""Signals from the words of two contents."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from sayso.link.features import Features, rarity
from sayso.link.terms import Term, nearness


def shared_words(a: Features, b: Features) -> float:
    """How much of what both say, names aside, they say in the same words or their kin; rare words count more."""
    common = rarity({k: t for k, t in a.acts.items() if k in b.acts})
    return _share(2 * common, rarity(a.acts) + rarity(b.acts))


def contained_words(a: Features, b: Features) -> float:
    """How much of the shorter of the two, names aside, stands in the longer."""
    common = rarity({k: t for k, t in a.acts.items() if k in b.acts})
    return _share(common, min(rarity(a.acts), rarity(b.acts)))


def kindred_words(a: Features, b: Features) -> float:
    """As `shared_words`, but a word also counts by its nearest in meaning on the other side."""
    found = _nearest(a.acts, b.acts) + _nearest(b.acts, a.acts)
    return _share(found, rarity(a.acts) + rarity(b.acts))


def same_wording(a: Features, b: Features) -> float:
    """How alike the two are word for word and in order: 0 up to half the words, 1 where they are equal."""
    return max(0.0, 2 * Indel.normalized_similarity(a.plain.split(), b.plain.split()) - 1)


def within_wording(a: Features, b: Features) -> float:
    """Whether one stands nearly word for word within the other, both being five words or more."""
    if min(a.plain.count(" "), b.plain.count(" ")) < 4:
        return 0.0
    return max(0.0, fuzz.partial_ratio(a.plain, b.plain) / 20 - 4)


def nothing_shared(a: Features, b: Features) -> float:
    """1 where both say something besides names and share no word of it, nor one near in meaning."""
    return float(bool(a.acts) and bool(b.acts) and not _nearest(a.acts, b.acts))


def shared_numbers(a: Features, b: Features) -> float:
    """Whether both give a number, and the same one. Different numbers are not against: details may differ."""
    return float(bool(a.numbers & b.numbers))


def other_numbers(a: Features, b: Features) -> float:
    """Whether both give numbers and none is the same: weak, as numbers of one claim differ between reports."""
    return float(bool(a.numbers) and bool(b.numbers) and not a.numbers & b.numbers)


def _nearest(found: Mapping[str, Term], others: Mapping[str, Term]) -> float:
    return sum(term.rarity * max((nearness(key, o) for o in others), default=0.0) for key, term in found.items())


def _share(part: float, whole: float) -> float:
    return min(1.0, part / whole) if whole > 0 else 0.0
