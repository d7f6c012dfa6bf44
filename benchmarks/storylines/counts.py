"""Figures as counts, so that those of several storylines can be added before they are divided."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce


class Figure(StrEnum):
    """What is measured, in the order of the tables; README.md says what each is."""

    STATEMENTS = "statements found"
    ORIGIN = "with the right origin"
    CHAIN = "chain exact, of those found"
    ORIGIN_FOUND = "origin, of those found"
    CERTAINTY = "certainty, of those found"
    POLARITY = "polarity, of those found"
    REALIS = "realis, of those found"
    QUANTITIES = "quantities with bounds"
    TIME = "time"
    SAME_CLAIM = "same-claim pairs"
    SAME_CLAIM_ACROSS = "same-claim pairs of two reports"
    SAME_CLAIM_FOUND = "same-claim pairs, of those found"
    DERIVATIONS = "derivations"
    DERIVATION_KINDS = "derivations with a right kind"
    DRIFTS = "drifts"
    ORIGINS_MIN = "independent origins, least"
    ORIGINS_RANGE = "independent origins in the range"
    CONTESTED = "contested or not"
    CONTESTED_FOUND = "contested claims"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many were right, of how many that were wanted and how many that were told. Sums with `+`."""

    right: int = 0
    wanted: int = 0
    told: int = 0

    def __add__(self, other: Count) -> Count:
        """Both together."""
        return Count(right=self.right + other.right, wanted=self.wanted + other.wanted, told=self.told + other.told)

    @property
    def recall(self) -> float | None:
        """Percent of the wanted ones; None where none was."""
        return 100 * self.right / self.wanted if self.wanted else None

    @property
    def precision(self) -> float | None:
        """Percent of the told ones; None where none was."""
        return 100 * self.right / self.told if self.told else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both, in percent; plain percent where as many were told as wanted."""
        return 200 * self.right / (self.wanted + self.told) if self.wanted + self.told else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The counts of one storyline or several, and what was wrong, a line each."""

    counts: Mapping[Figure, Count]
    misses: tuple[str, ...] = ()


def total(judged: Iterable[Judged]) -> Judged:
    """All counts together."""
    return reduce(_both, judged, Judged(counts={}))


def _both(a: Judged, b: Judged) -> Judged:
    counts = {f: a.counts.get(f, Count()) + b.counts.get(f, Count()) for f in Figure if f in {*a.counts, *b.counts}}
    return Judged(counts=counts, misses=a.misses + b.misses)


def share(answers: Iterable[bool]) -> Count:
    """How many of some questions were answered rightly."""
    told = list(answers)
    return Count(right=sum(told), wanted=len(told), told=len(told))


def compared(wanted: AbstractSet[Hashable], told: AbstractSet[Hashable]) -> Count:
    """Two sets of which one should be the other."""
    return Count(right=len(wanted & told), wanted=len(wanted), told=len(told))
