"""Dates of any precision as two moments that sort as text: the first and the last second they may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, datetime

Bounds = tuple[str, str]

EARLIEST = "0001-01-01T00:00:00"
LATEST = "9999-12-31T23:59:59"

# EDTF level 1 (ISO 8601-2:2019): a digit may be X (not told); ?, ~ and % mark doubt and do not move the bounds.
_DATE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?")
_CLOCK = re.compile(r"(?P<clock>\d\d(?::\d\d){0,2})(?:\.\d+)?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}  # winter's end lies in the next year: kept in this one


def bounds(edtf: str | None) -> Bounds | None:
    """The first and the last second of an EDTF date or interval; None where it is not one.

    A time with an offset is given in UTC, one without stays as it is: the text does not tell more. An interval's end
    that is open or unknown reaches to the end of time.
    """
    if not edtf:
        return None
    start, slash, end = edtf.strip().partition("/")
    if not slash:
        return _point(start)
    first = EARLIEST if start in ("", "..") else _edge(start, 0)
    last = LATEST if end in ("", "..") else _edge(end, 1)
    if first is None or last is None or first > last:
        return None
    return first, last


def _edge(edtf: str, side: int) -> str | None:
    point = _point(edtf)
    return point and point[side]


def _point(edtf: str) -> Bounds | None:
    day, _, clock = edtf.replace(" ", "T", 1).partition("T")
    date = _DATE.fullmatch(day.strip("?~%"))
    if date is None:
        return None
    first, last = _days(date)
    if not (_is_day(first) and _is_day(last)):
        return None
    return _seconds(first, clock) if clock else (f"{first}T00:00:00", f"{last}T23:59:59")


def _days(date: re.Match[str]) -> Bounds:
    """The first and the last day that the digits allow; not every result is a day of the calendar."""
    year, month, day = date["year"], date["month"] or "XX", date["day"] or "XX"
    low, high = max(year.replace("X", "0"), "0001"), year.replace("X", "9")
    months = (1, 12) if month == "XX" else _SEASONS.get(int(month.replace("X", "0")))
    first, final = months or (max(1, int(month.replace("X", "0"))), min(12, int(month.replace("X", "9"))))
    if months is None and "X" not in month:
        first = final = int(month)
    length = monthrange(int(high), final)[1] if 1 <= final <= 12 else 0
    if day == "XX":
        return f"{low}-{first:02}-01", f"{high}-{final:02}-{length:02}"
    early = max(1, int(day.replace("X", "0")))
    late = min(length, int(day.replace("X", "9"))) if "X" in day else int(day)
    return f"{low}-{first:02}-{early:02}", f"{high}-{final:02}-{late:02}"


def _is_day(day: str) -> bool:
    try:
        datetime.fromisoformat(day)
    except ValueError:
        return False
    return True


def _seconds(day: str, clock: str) -> Bounds | None:
    match = _CLOCK.fullmatch(clock)
    if match is None:
        return None
    told = match["clock"]
    zone = match["zone"] or ""
    first = _in_utc(f"{day}T{told}{':00:00'[: 8 - len(told)]}{zone}")
    last = _in_utc(f"{day}T{told}{':59:59'[: 8 - len(told)]}{zone}")
    return (first, last) if first and last else None


def _in_utc(moment: str) -> str | None:
    try:
        parsed = datetime.fromisoformat(moment)
        plain = parsed.astimezone(UTC) if parsed.tzinfo else parsed
    except (ValueError, OverflowError):
        return None
    return plain.replace(tzinfo=None).isoformat(timespec="seconds")
