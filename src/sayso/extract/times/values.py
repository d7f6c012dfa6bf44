"""What a time expression means, as a TIMEX3 value, counted from an anchor date.

Values follow TIMEX3 (ISO 24617-1): what is not known stands as X ("XXXX-10-26", "XXXX-WXX-2").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from sayso.extract.times.edtf import bounds

_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

# Publication dates are those of the page's zone, and pages are dated when last touched.
SLACK = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What an expression's value depends on: the day of publication, the TIMEX3 values of the date and of the full day
    told last before it in the report, and whether its clause is about the future (None: the words do not tell).
    """

    published: date | None = None
    last: str | None = None
    last_day: str | None = None
    ahead: bool | None = None

    def told(self) -> date | None:
        """The narrative anchor: where the date told last begins, else the day of publication."""
        known = bounds(self.last) if self.last else None
        return known[0] if known else self.published


def add_months(day: date, months: int) -> date:
    """The first day of the month that is `months` after that of `day`; raises ValueError beyond the calendar."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def unit_value(unit: str, day: date | None, away: int) -> str:
    """The calendar `unit` that is `away` units after the one in which `day` lies; unknown digits are X."""
    if day is None:
        return _UNKNOWN[unit]
    try:
        return _unit_value(unit, day, away)
    except (ValueError, OverflowError):  # before the year 1 or after 9999
        return _UNKNOWN[unit]


def _unit_value(unit: str, day: date, away: int) -> str:
    if unit == "day":
        return (day + timedelta(days=away)).isoformat()
    if unit in ("week", "weekend"):
        year, week, _ = (day + timedelta(weeks=away)).isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        return add_months(day, away).isoformat()[:7]
    if unit == "quarter":
        first = add_months(day, 3 * away)
        return f"{first.year:04d}-Q{(first.month + 2) // 3}"
    width = {"year": 1, "decade": 10, "century": 100}[unit]
    year = day.year + width * away
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(year)
    return f"{year // width:0{5 - len(str(width))}d}"


def duration(count: float | None, letters: str) -> str:
    """A TIMEX3 duration: `count` None is an unknown number, `letters` those of the unit table ("TH", "D", "2W")."""
    time = "T" if letters.startswith("T") else ""
    unit = letters.removeprefix("T")
    if unit[0].isdigit():
        count, unit = (None if count is None else count * int(unit[0])), unit[1:]
    return f"P{time}{'X' if count is None else f'{count:.15g}'}{unit}"


_LENGTHS = {"Y": 12, "M": 1, "DE": 120, "CE": 1200}
_DAYS = {"D": 1, "W": 7}


def around(published: date, length: str, side: str) -> str | None:
    """The days that "the past three months" (`length` P3M) or "the next ten days" cover, seen from publication, as an
    EDTF interval; None for lengths below a day or not told.
    """
    parts = re.fullmatch(r"P(\d+)(Y|M|W|DE|CE|D)", length)
    back = side.lower() in ("past", "last")
    if parts is None or not (back or side.lower() in ("next", "coming")):
        return None
    count = int(parts[1]) * (-1 if back else 1)
    try:
        if parts[2] in _DAYS:
            end = published + timedelta(days=count * _DAYS[parts[2]])
        else:
            end = _same_day(add_months(published, count * _LENGTHS[parts[2]]), published.day)
    except (ValueError, OverflowError):  # beyond the calendar
        return None
    return "/".join(day.isoformat() for day in sorted((published, end)))


def _same_day(month: date, day: int) -> date:
    """The `day` of that month, or its last one where the month is shorter."""
    return min(month + timedelta(days=day - 1), add_months(month, 1) - timedelta(days=1))


def weekday_value(number: int, context: Context) -> str:
    """The weekday `number` (ISO) nearest to publication on the side of the tense; the day of publication counts."""
    if context.published is None:
        return f"XXXX-WXX-{number}"
    apart = (number - context.published.isoweekday()) % 7
    return unit_value("day", context.published, apart if context.ahead or apart == 0 else apart - 7)


def _candidates(month: int, day: int, around: int) -> list[date]:
    found = []
    for year in (around - 4, around - 1, around, around + 1, around + 4):  # 29 February may be four years off
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return found


def _side(past: date | None, future: date | None, context: Context, published: date) -> date | None:
    """Which of the last such day and the next is meant."""
    if past is None or future is None or past == future:
        return past or future
    if context.ahead:
        return future
    back, on = published - past, future - published
    if on <= SLACK or (context.ahead is None and 2 * on < back):
        return future
    return past


def dated(month: int, day: int | None, context: Context) -> str:
    """The value of "October 26" or "October" without a year: on the side of publication that the tense tells."""
    tail = f"-{month:02d}" + (f"-{day:02d}" if day else "")
    if context.published is None:
        return "XXXX" + tail
    published = context.published if day else context.published.replace(day=1)
    days = _candidates(month, day or 1, published.year)
    past = max((d for d in days if d <= published), default=None)
    future = min((d for d in days if d >= published), default=None)
    chosen = _side(past, future, context, published)
    return "XXXX" + tail if chosen is None else f"{chosen.year:04d}{tail}"


def season_value(code: str, context: Context, which: str) -> str:
    """The season `code` that "last", "next", "this" or nothing ("") points at, seen from publication."""
    if context.published is None:
        return f"XXXX-{code}"
    published = context.published
    year = published.year - (1 if code == "WI" and published.month < 3 else 0)
    begun = date(year, _FIRST_MONTH[code], 1) <= published
    over = begun and add_months(date(year, _FIRST_MONTH[code], 1), 3) <= published
    if which == "last" and not over:
        year -= 1
    elif (which == "next" and begun) or (which == "" and context.ahead and over):
        year += 1
    elif which == "" and context.ahead is False and not begun:
        year -= 1
    return f"{year:04d}-{code}"


def quarter_value(number: int, letter: str, context: Context) -> str:
    """The quarter (`letter` Q) or half-year (H) `number` without a year: the last one that had ended or begun."""
    if context.published is None:
        return f"XXXX-{letter}{number}"
    first_month = (number - 1) * (3 if letter == "Q" else 6) + 1
    year = context.published.year
    begun = date(year, first_month, 1) <= context.published
    return f"{year if begun or context.ahead else year - 1:04d}-{letter}{number}"
