"""Days of EDTF dates, so that times can be compared."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T[\d:.+Z-]+)?[?~%]?")
_SEASON = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
_DAYS_FROM = date.min.toordinal()
_DAYS_TO = date.max.toordinal()


class Days(NamedTuple):
    """The days `first` to `last`, both included, as proleptic Gregorian ordinals."""

    first: int
    last: int

    @property
    def width(self) -> int:
        """How many days."""
        return self.last - self.first + 1

    def gap(self, other: Days) -> int:
        """How many days lie from the one to the other; 0 where they share a day."""
        return max(0, other.first - self.last, self.first - other.last)


@lru_cache(maxsize=10_000)
def days(edtf: str | None) -> Days | None:
    """The days that an EDTF level 1 date or interval covers; an open end reaches as far as dates go.

    None for what is not understood (a malformed date is no reason to lose the statement).
    """
    if not edtf:
        return None
    first, slash, last = edtf.partition("/")
    if not slash:
        return _single(first)
    start = Days(_DAYS_FROM, _DAYS_FROM) if first in ("", "..") else _single(first)
    end = Days(_DAYS_TO, _DAYS_TO) if last in ("", "..") else _single(last)
    return Days(start.first, end.last) if start and end and start.first <= end.last else None


def _single(text: str) -> Days | None:
    match = _DATE.fullmatch(text.strip())
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    first_month, last_month = _SEASON.get(month, (month or 1, month or 12))
    try:
        end = day or monthrange(year, last_month)[1]
        return Days(date(year, first_month, day or 1).toordinal(), date(year, last_month, end).toordinal())
    except ValueError:
        return None


def published_day(published: str | None) -> int | None:
    """The day (ordinal) of an ISO 8601 time of publication."""
    found = days(published)
    return found.first if found else None


def _moment_before(x: datetime, y: datetime) -> bool | None:
    if (x.tzinfo is None) != (y.tzinfo is None):
        # a clock time without its zone may be up to 14 hours off
        x, y = x.replace(tzinfo=None), y.replace(tzinfo=None)
        return None if abs(x - y) <= timedelta(hours=14) else x < y
    return None if x == y else x < y


def published_before(a: str | None, b: str | None) -> bool | None:
    """Whether `a` is earlier than `b`; None where the two do not tell (the same day without hours, hours of which only
    one has its zone, no time).
    """
    if not a or not b:
        return None
    if len(a) >= 16 and len(b) >= 16:
        return _moment_before(datetime.fromisoformat(a), datetime.fromisoformat(b))
    x_day, y_day = published_day(a), published_day(b)
    return None if x_day is None or y_day is None or x_day == y_day else x_day < y_day


def clock_before(a: str | None, b: str | None) -> bool | None:
    """Whether the clock stood earlier when `a` was published than when `b` was, whatever its zone; None where the two
    have no time of day, or the same. Mostly right, where `published_before` does not tell: who writes of one event on
    one day is mostly near it, or far from all others.
    """
    if not a or not b or min(len(a), len(b)) < 16 or a[:16] == b[:16]:
        return None
    return a[:16] < b[:16]
