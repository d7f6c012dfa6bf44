"""Two statements as the signals see them, with what several signals ask for worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.link.features import Features

TOPICAL = 0.3  # part of its rarity that a word of both leads keeps


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements' features. `mine` and `theirs` tell what each word besides names counts, by its key: its rarity,
    and less where it is the topic of both reports. In reports on a leak at a plant, that two statements speak of the
    leak and the plant tells little.
    """

    a: Features
    b: Features
    mine: Mapping[str, float]
    theirs: Mapping[str, float]


def pair(a: Features, b: Features) -> Pair:
    """Two statements ready for the signals."""
    both = a.topic & b.topic
    return Pair(a, b, _weighed(a, both), _weighed(b, both))


def _weighed(found: Features, topic: frozenset[str]) -> Mapping[str, float]:
    return {key: term.rarity * (TOPICAL if key in topic else 1.0) for key, term in found.acts.items()}
