"""Two statements as the signals see them, with what several signals ask for worked out once."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from sayso.link.features import Features, cosine

TOPICAL = 0.3  # part of its rarity that a word of both leads keeps


class Pair(NamedTuple):
    """Two statements' features. A word besides names counts by its rarity, and less where it is the topic of both
    reports: in reports on a leak at a plant, that two statements speak of the leak and the plant tells little.

    `said` and `told` are what the words of each count in all, `common` what those of both count. `cosine` is that of
    the two contents' vectors, 0 where one has none.
    """

    a: Features
    b: Features
    said: float
    told: float
    common: float
    cosine: float


def pair(a: Features, b: Features) -> Pair:
    """Two statements ready for the signals."""
    topic = a.topic & b.topic
    common = sum([TOPICAL * r if key in topic else r for key, r in a.rarities.items() if key in b.rarities])
    return Pair(a, b, _counted(a, topic), _counted(b, topic), common, cosine(a, b))


def _counted(found: Features, topic: AbstractSet[str]) -> float:
    """What the words of a content count."""
    if topic.isdisjoint(found.acts):
        return found.weight
    return sum([TOPICAL * r if key in topic else r for key, r in found.rarities.items()])
