"""Numbers with their bounds as ranges on one scale: what is open stays open in the drawing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.query.rivals import Rivals, Version

WIDTH = 400  # units of the drawing
MARGIN = 24  # on both sides, for what runs on
_ROOM = 0.1  # of the scale, left free at both ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """One version of a number: a point where `start` is `end`, else a bar; `opens_left` and `opens_right` tell that it
    goes on beyond. Places are units of the drawing.
    """

    version: Version
    start: float
    end: float
    opens_left: bool
    opens_right: bool

    @property
    def is_point(self) -> bool:
        """Whether one number is given, and not a range."""
        return self.start == self.end


def ranges(rivals: Rivals) -> tuple[Range, ...]:
    """The versions of a number on a scale that holds all of their bounds."""
    told = [bound for version in rivals.versions for bound in _bounds(version)]
    if not told:
        return ()
    low, high = min(told), max(told)
    room = (high - low) * _ROOM or abs(high) * _ROOM or 1.0

    def place(value: float) -> float:
        part = (value - low + room) / (high - low + 2 * room)
        return round(MARGIN + part * (WIDTH - 2 * MARGIN), 1)

    return tuple(
        Range(
            version=version,
            start=MARGIN / 4 if version.quantity.min is None else place(version.quantity.min),
            end=WIDTH - MARGIN / 4 if version.quantity.max is None else place(version.quantity.max),
            opens_left=version.quantity.min is None,
            opens_right=version.quantity.max is None,
        )
        for version in rivals.versions
    )


def _bounds(version: Version) -> Iterable[float]:
    return (bound for bound in (version.quantity.min, version.quantity.max) if bound is not None)
