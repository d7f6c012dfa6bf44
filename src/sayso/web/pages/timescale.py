"""Time as a line: where moments and stretches stand on it, with what is not known of them left open.

Places are in per cent of the line's length, so that it may be as long as the screen lets it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from babel.dates import format_date

from sayso.ledger.moments import EARLIEST, LATEST, bounds

MARGIN = 4.0  # per cent at both ends, for what lies or runs on beyond
THINNEST = 0.6  # per cent: what is shorter is drawn as long as that
MOST_TICKS = 6
_SHORTEST = timedelta(days=14)  # of a line: a day is not stretched over the whole screen
_FAR = 1.5  # of the length that most of the events take: what lies farther off is shown at the edge

_SEVERAL = 4  # events, of which the first and the last may be far off

_DAY = timedelta(days=1)
_MONTH, _YEAR = 30.44, 365.25  # days, on average
# How far apart ticks may stand, in days, with how their dates are written (CLDR).
_STEPS = (
    *((days, "d MMM") for days in (1, 2, 7, 14)),
    *((_MONTH * months, "MMM y") for months in (1, 3, 6)),
    *((_YEAR * years, "y") for years in (1, 2, 5, 10, 20, 50, 100, 500, 2000)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of time from one moment to another."""

    start: datetime
    end: datetime

    def place(self, moment: datetime) -> float:
        """Where a moment stands; before the margin or behind it, where it is not of this line."""
        part = (moment - self.start) / (self.end - self.start)
        return MARGIN + part * (100 - 2 * MARGIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A stretch of the line: `open_start` and `open_end` tell that the words leave that end open, `off_start` and
    `off_end` that it lies beyond the line; `doubtful` that the words are in doubt of it.
    """

    x: float
    width: float
    open_start: bool = False
    open_end: bool = False
    off_start: bool = False
    off_end: bool = False
    doubtful: bool = False

    @property
    def end(self) -> float:
        """Where it ends."""
        return round(self.x + self.width, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A place of the line and the date there; `first` are those that stay where there is little room."""

    x: float
    label: str
    first: bool


def line_of(events: Iterable[str], said: Iterable[str]) -> Line | None:
    """A line long enough for what was said and for most of the events (EDTF); None where there is neither.

    One event of long ago does not press all others into a corner: it is shown at the edge.
    """
    told = sorted(found for edtf in events if (found := tuple(_known(edtf))))
    spoken = (moment for edtf in said for moment in _known(edtf))
    few = len(told) // 10 or int(len(told) >= _SEVERAL)
    core = [*(moment for found in told[few : len(told) - few] for moment in found), *spoken]
    if not core:
        return None
    low, high = min(core), max(core)
    reach = (high - low) * _FAR
    near = [m for found in told for m in found if low - m <= reach and m - high <= reach]
    low, high = min([low, *near]), max([high, *near])
    short = max(timedelta(0), _SHORTEST - (high - low)) / 2
    return Line(start=_shifted(low, -short), end=_shifted(high, short))


def _known(edtf: str) -> Iterator[datetime]:
    """The ends of a date or interval that the words tell."""
    found = bounds(edtf)
    return (datetime.fromisoformat(end) for end in found or () if end not in (EARLIEST, LATEST))


def _shifted(moment: datetime, by: timedelta) -> datetime:
    try:
        return moment + by
    except OverflowError:
        return moment


def bar(line: Line, edtf: str) -> Bar | None:
    """An event's time on the line; None where it is no time."""
    found = bounds(edtf)
    if found is None:
        return None
    first, last = found
    start, end = line.place(datetime.fromisoformat(first)), line.place(datetime.fromisoformat(last))
    low, high = min(100 - MARGIN / 2, max(MARGIN / 2, start)), max(MARGIN / 2, min(100 - MARGIN / 2, end))
    width = max(THINNEST, high - low)
    return Bar(
        x=round(min(low, 100 - width), 2),
        width=round(width, 2),
        open_start=first == EARLIEST,
        open_end=last == LATEST,
        off_start=first != EARLIEST and start < 0,
        off_end=last != LATEST and end > 100,
        doubtful=edtf[-1:] in "?~%" or "X" in edtf,
    )


def spot(line: Line, moment: str | None) -> float | None:
    """The middle of what a date may mean, on the line; None where it tells nothing."""
    found = bounds(moment)
    if found is None:
        return None
    start, end = map(datetime.fromisoformat, found)
    return round(line.place(start + (end - start) / 2), 2)


def ticks(line: Line) -> tuple[Tick, ...]:
    """Dates along the line, at round places."""
    length = (line.end - line.start) / _DAY
    step, form = next((known for known in _STEPS if length / known[0] <= MOST_TICKS), _STEPS[-1])
    return tuple(
        Tick(x=round(line.place(moment), 2), label=format_date(moment, form, locale="en"), first=number % 2 == 0)
        for number, moment in enumerate(_round(line, step))
    )


def _round(line: Line, step: float) -> Iterator[datetime]:
    """The beginnings of days, months or years within the line, about so many days apart."""
    if step < _MONTH:
        moment = datetime(line.start.year, line.start.month, line.start.day) + _DAY
        while moment <= line.end:
            yield moment
            moment += _DAY * step
        return
    months = round(step / _MONTH)
    number = -(-(line.start.year * 12 + line.start.month) // months) * months
    while number // 12 <= line.end.year and (moment := datetime(number // 12, number % 12 + 1, 1)) <= line.end:
        yield moment
        number += months
