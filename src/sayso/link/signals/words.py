"""Signals from the words of two contents."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from sayso.link.features import Features
from sayso.link.quantities import changed, counterparts, meet
from sayso.link.terms import nearness

TOPICAL = 0.3  # part of its rarity that a word of both leads keeps


def shared_words(a: Features, b: Features) -> float:
    """How much of what both say, names aside, they say in the same words or their kin; rare words count more."""
    mine, theirs = _weighed(a, b), _weighed(b, a)
    return _share(2 * _sum(mine, theirs), sum(mine.values()) + sum(theirs.values()))


def contained_words(a: Features, b: Features) -> float:
    """How much of the shorter of the two, names aside, stands in the longer."""
    mine, theirs = _weighed(a, b), _weighed(b, a)
    return _share(_sum(mine, theirs), min(sum(mine.values()), sum(theirs.values())))


def kindred_words(a: Features, b: Features) -> float:
    """As `shared_words`, but a word also counts by its nearest in meaning on the other side."""
    mine, theirs = _weighed(a, b), _weighed(b, a)
    return _share(_nearest(mine, theirs) + _nearest(theirs, mine), sum(mine.values()) + sum(theirs.values()))


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
    if a.acts.keys() & b.acts.keys():
        return 0.0
    return float(bool(a.acts) and bool(b.acts) and not _nearest(_weighed(a, b), b.acts))


def shared_numbers(a: Features, b: Features) -> float:
    """Whether both give a number, and the same one. Different numbers are not against: details may differ."""
    return float(bool(a.numbers & b.numbers))


def other_numbers(a: Features, b: Features) -> float:
    """Whether both give numbers and none is the same: weak, as numbers of one claim differ between reports."""
    return float(bool(a.numbers) and bool(b.numbers) and not a.numbers & b.numbers)


def same_quantity(a: Features, b: Features) -> float:
    """Whether both count the same thing, and some number satisfies both: 1 for equal bounds, else 0.6."""
    pairs = tuple(counterparts(a.appearance.statement.quantities, b.appearance.statement.quantities))
    if any(not changed(x, y) for x, y in pairs):
        return 1.0
    return 0.6 if any(meet(x, y) for x, y in pairs) else 0.0


def _weighed(found: Features, other: Features) -> dict[str, float]:
    """What each word counts: its rarity, and less where it is the topic of both reports.

    In reports on a leak at a plant, that two statements speak of the leak and the plant tells little.
    """
    both = found.topic & other.topic
    return {key: term.rarity * (TOPICAL if key in both else 1.0) for key, term in found.acts.items()}


def _sum(weights: Mapping[str, float], others: Container[str]) -> float:
    return sum(weight for key, weight in weights.items() if key in others)


def _nearest(weights: Mapping[str, float], others: Collection[str]) -> float:
    return sum(weight * nearness(key, others) for key, weight in weights.items())


def _share(part: float, whole: float) -> float:
    return min(1.0, part / whole) if whole > 0 else 0.0
