"""Days without a year ("Tue 14 Nov, 10:30"), where something else on the page tells the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.intake.page.dates import Stamp, day_month_places, day_value, stamps, timed, weekday_beside
from sayso.model import Span

_ADDRESS_YEAR = re.compile(r"(?:https?://|www\.)\S*?/((?:19|20)\d\d)(?:[/-](\d{1,2})(?!\d))?(?=[/-])")
_BARE_YEAR = re.compile(r"(?<![\d./-])((?:19|20)\d\d)(?![\d./-]\d|\d)")
_TURN = 330  # days; a page of December may be looked at in January, none is that old and bare of its year


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """What a page tells of its year: the days on which it was looked at, printed or saved (ISO 8601), years and months
    in its address, and years that stand alone in its chrome.
    """

    seen: Sequence[str] = ()
    address: Sequence[tuple[int, int | None]] = ()
    alone: frozenset[int] = frozenset()


def address_years(texts: Sequence[str]) -> tuple[tuple[int, int | None], ...]:
    """Year and month in the page's own addresses ("/2023/11/bridge")."""
    found = (_ADDRESS_YEAR.match(text) for text in texts)
    return tuple((int(match[1]), int(match[2]) if match[2] else None) for match in found if match)


def lone_years(texts: Sequence[str]) -> frozenset[int]:
    """Years that stand without day and month, as in copyright lines."""
    return frozenset(int(match[1]) for text in texts for match in _BARE_YEAR.finditer(text))


def partial_stamps(text: str, years: Years) -> Iterator[Stamp]:
    """The days in one line that lack a year, with the year that the page tells; none where it tells none."""
    taken = [stamp.span for stamp in stamps(text)]
    for span, month, day in day_month_places(text):
        if any(span.start < other.end and other.start < span.end for other in taken):
            continue
        weekday = weekday_beside(text, span)
        if value := _value(month, day, weekday, years):
            yield timed(text, Stamp(Span(*span), value))


def _value(month: int, day: int, weekday: int | None, years: Years) -> str | None:
    found = {value for value in _candidates(month, day, years) if weekday is None or _weekday(value) == weekday}
    if not found and weekday is not None:
        values = (day_value(year, month, day) for year in years.alone)
        found = {value for value in values if value and _weekday(value) == weekday}
    return found.pop() if len(found) == 1 else None


def _weekday(value: str) -> int:
    return date.fromisoformat(value).isoweekday()


def _candidates(month: int, day: int, years: Years) -> Iterator[str]:
    for year, known in years.address:
        if known in (None, month) and (value := day_value(year, month, day)):
            yield value
    for seen in years.seen:
        looked = date.fromisoformat(seen[:10])
        for year in (looked.year, looked.year - 1):
            value = day_value(year, month, day)
            if value and 0 <= (looked - date.fromisoformat(value)).days <= _TURN:
                yield value
