"""Two statements as the signals see them, with what several signals ask for worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso.link.features import Features, cosine

TOPICAL = 0.3  # part of its rarity that a word of both leads keeps


class Pair(NamedTuple):
    """Two statements' features. `mine` and `theirs` tell what each word besides names counts, by its key: its rarity,
    and less where it is the topic of both reports. In reports on a leak at a plant, that two statements speak of the
    leak and the plant tells little.

    `said` and `told` are what the words of each count in all, `common` what those of both count. `cosine` is that of
    the two contents' vectors, 0 where one has none.
    """

    a: Features
    b: Features
    mine: Mapping[str, float]
    theirs: Mapping[str, float]
    said: float
    told: float
    common: float
    cosine: float


def pair(a: Features, b: Features) -> Pair:
    """Two statements ready for the signals."""
    both = a.topic & b.topic
    mine, theirs = _weighed(a, both), _weighed(b, both)
    common = sum([weight for key, weight in mine.items() if key in theirs])
    return Pair(a, b, mine, theirs, sum(mine.values()), sum(theirs.values()), common, cosine(a, b))


def _weighed(found: Features, topic: frozenset[str]) -> Mapping[str, float]:
    known = topic & found.acts.keys()
    return {**found.rarities, **{key: TOPICAL * found.rarities[key] for key in known}} if known else found.rarities
