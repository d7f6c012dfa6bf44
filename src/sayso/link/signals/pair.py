"""Two statements as the signals see them, with what several signals ask for worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso.link.features import Features, cosine
from sayso.link.terms import nearness

TOPICAL = 0.3  # part of its rarity that a word of both leads keeps


class Pair(NamedTuple):
    """Two statements' features. `mine` and `theirs` tell what each word besides names counts, by its key: its rarity,
    and less where it is the topic of both reports. In reports on a leak at a plant, that two statements speak of the
    leak and the plant tells little.

    `said` and `told` are what the words of each count in all, `common` what those of both count, `near` what all words
    of both do, each as much as it is near in meaning to one of the other side. `cosine` is that of the two contents'
    vectors, 0 where one has none.
    """

    a: Features
    b: Features
    mine: Mapping[str, float]
    theirs: Mapping[str, float]
    said: float
    told: float
    common: float
    near: float
    cosine: float


def pair(a: Features, b: Features) -> Pair:
    """Two statements ready for the signals."""
    both = a.topic & b.topic
    mine, theirs = _weighed(a, both), _weighed(b, both)
    common = sum([weight for key, weight in mine.items() if key in theirs])
    near = _nearest(mine, theirs) + _nearest(theirs, mine)
    return Pair(a, b, mine, theirs, sum(mine.values()), sum(theirs.values()), common, near, cosine(a, b))


def _weighed(found: Features, topic: frozenset[str]) -> Mapping[str, float]:
    return {key: term.rarity * (TOPICAL if key in topic else 1.0) for key, term in found.acts.items()}


def _nearest(weights: Mapping[str, float], others: Mapping[str, float]) -> float:
    return sum([weight * nearness(key, others.keys()) for key, weight in weights.items()])
