"""Extended Date/Time Format, level 1 (ISO 8601-2:2019): what a TIMEX3 value says as a date or an interval."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta

_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_ZONE = r"(?:Z|[+-]\d\d(?::?\d\d)?)?"
_DATE = (
    r"(?:-?\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
    r"|\d{4}-(?:\d\d-)?XX|\d{4}-XX-XX|\d{3}X|\d\dXX)[?~%]?"
)
_DATETIME = rf"\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d{_ZONE}"
_LEVEL_1 = re.compile(rf"(?:{_DATE}|{_DATETIME}|(?:{_DATE}|\.\.)/(?:{_DATE}|\.\.))")

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_QUARTER = re.compile(r"(\d{4})-([QH])(\d)")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_CLOCK = re.compile(rf"(\d{{4}}-\d\d-\d\dT\d\d:\d\d)({_ZONE})")
_MONTHS_IN = {"Q": 3, "H": 6}


def is_edtf(text: str) -> bool:
    """Whether `text` has the form of an EDTF level 1 date, time or interval, as far as sayso writes them."""
    return _LEVEL_1.fullmatch(text) is not None and text != "../.."


def _month_end(year: int, month: int) -> date:
    following = date(year, month, 28) + timedelta(days=4)
    return following - timedelta(days=following.day)


def bounds(timex: str) -> tuple[date, date] | None:
    """The first and the last day of the calendar unit that a TIMEX3 value names; None where it names no one unit."""
    try:
        return _bounds(timex)
    except (ValueError, OverflowError):  # 31 February, week 60, the year 0: no such day
        return None


def _bounds(timex: str) -> tuple[date, date] | None:
    if match := _DAY.fullmatch(timex):
        day = date.fromisoformat(match[1])
        return day, day
    if match := _MONTH.fullmatch(timex):
        return date(int(match[1]), int(match[2]), 1), _month_end(int(match[1]), int(match[2]))
    if match := _WEEK.fullmatch(timex):
        first = date.fromisocalendar(int(match[1]), int(match[2]), 6 if match[3] else 1)
        return first, first + timedelta(days=1 if match[3] else 6)
    if match := _QUARTER.fullmatch(timex):
        length = _MONTHS_IN[match[2]]
        last = int(match[3]) * length
        return date(int(match[1]), last - length + 1, 1), _month_end(int(match[1]), last)
    return _bounds_of_years(timex)


def _bounds_of_years(timex: str) -> tuple[date, date] | None:
    """Years, decades and centuries, and seasons, whose days no calendar fixes: meteorological ones, as an anchor."""
    if match := _SEASON.fullmatch(timex):
        first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[match[2]]
        return date(int(match[1]), first, 1), _month_end(int(match[1]), min(first + 2, 12))
    if re.fullmatch(r"\d{2,4}", timex):
        width = 10 ** (4 - len(timex))
        first_year = int(timex) * width
        return date(max(MINYEAR, first_year), 1, 1), date(min(MAXYEAR, first_year + width - 1), 12, 31)
    return None


def from_timex(timex: str) -> str | None:
    """The EDTF of a TIMEX3 value that names a point or a stretch of the calendar; None for durations and references.

    Quarters, halves, weeks and weekends, which level 1 has no word for, become intervals of days or months.
    """
    text = _plain(timex)
    return text if text is not None and is_edtf(text) and _possible(text) else None


def _possible(text: str) -> bool:
    """Whether every full day in `text` exists: the form alone lets 30 February pass."""
    return all(bounds(day) is not None for day in re.findall(r"(?<!-)\b\d{4}-\d\d-\d\d\b", text))


def _plain(timex: str) -> str | None:
    if _QUARTER.fullmatch(timex) or _WEEK.fullmatch(timex):
        return _interval(timex)
    if match := _CLOCK.fullmatch(timex):
        return f"{match[1]}:00{match[2]}"
    if match := _SEASON.fullmatch(timex):
        return f"{match[1]}-{_SEASONS[match[2]]}"
    return _years(timex) or timex.split("T", maxsplit=1)[0]


def _years(timex: str) -> str | None:
    if re.fullmatch(r"FY\d{4}", timex):
        return f"{timex[2:]}~"  # whose fiscal year it is, and so its months, the words do not tell
    if re.fullmatch(r"BC\d{4}", timex):
        return f"{1 - int(timex[2:]):05d}"
    return timex.ljust(4, "X") if re.fullmatch(r"\d{2,3}", timex) else None


def _interval(timex: str) -> str | None:
    days = bounds(timex)
    if days is None:
        return None
    width = 7 if _QUARTER.fullmatch(timex) else 10
    return f"{days[0].isoformat()[:width]}/{days[1].isoformat()[:width]}"
