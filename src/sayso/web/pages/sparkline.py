"""When reports carried a claim, as a row of bars the size of a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sayso.web.pages.telling import day_of

WIDTH, HEIGHT = 96, 20  # units of the drawing
BINS = 16
SHORTEST = 14  # days: a claim that lived for a day is a bar at the left, not the whole width


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar, in units of the drawing, from its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sparkline:
    """Bars of equal stretches of time; `first` and `last` are the days of the first and the last report, `days` is how
    many the whole width stands for.
    """

    bars: tuple[Bar, ...]
    first: datetime
    last: datetime
    days: int


def sparkline(times: Sequence[str]) -> Sparkline | None:
    """The bars of reports published at `times`; None where no time has a day."""
    days = sorted(day for time in times if (day := day_of(time)))
    if not days:
        return None
    length = max(SHORTEST, (days[-1] - days[0]).days + 1)
    counts = Counter((day - days[0]).days * BINS // length for day in days)
    most = max(3, *counts.values())  # one report is not a peak
    step = WIDTH / BINS
    bars = tuple(
        Bar(x=place * step, y=HEIGHT - size, width=step - 1, height=size)
        for place, count in sorted(counts.items())
        if (size := round(4 + (HEIGHT - 4) * count / most, 1))
    )
    return Sparkline(bars=bars, first=days[0], last=days[-1], days=length)
