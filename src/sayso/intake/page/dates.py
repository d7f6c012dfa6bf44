"""Dates in the lines of a page, as the page writes them.

Values are ISO 8601, as precise as the words: a day, a minute, an offset only where a zone with one meaning is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from dateparser.languages.loader import default_loader

from sayso import resources
from sayso.intake.page.clocks import clock, date_words
from sayso.model import Span

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_FIRST_YEAR, _LAST_YEAR = 1990, 2100  # no page of the web is older; one so new has its year misprinted

_WORD = r"[^\W\d_]{3,20}"
_YEAR = r"((?:19|20)\d\d|['’]\d\d(?!\d))"
_ORDINAL = r"(?:st|nd|rd|th|er|ro|do|to|º|ª|\.)?"
_OF = r"(?:(?:de|of|day of|d['’])\s*)?"
_DAY_MONTH = rf"(?<![\d.])(\d{{1,2}}){_ORDINAL}[\s\-/]{{0,2}}{_OF}({_WORD})\.?"
_MONTH_DAY = rf"({_WORD})\.?\s{{0,2}}(\d{{1,2}})(?:st|nd|rd|th)?"
_DAY_MONTH_YEAR = re.compile(
    rf"(?<!\d)(\d{{1,2}}){_ORDINAL}[\s\-/]{{0,2}}{_OF}({_WORD})\.?,?[\s\-/]{{0,2}}(?:(?:de|del)\s+)?{_YEAR}"
)
_MONTH_DAY_YEAR = re.compile(rf"{_MONTH_DAY}(?:\s*,\s*|\s+){_YEAR}")
_YEAR_MONTH_WORD_DAY = re.compile(
    rf"(?<!\d){_YEAR}[\s,.-]{{1,2}}({_WORD})\.?[\s-]{{0,2}}(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])"
)
_VIETNAMESE = re.compile(rf"(?<!\d)(\d{{1,2}})\s+tháng\s+(\d{{1,2}})(?:\s+năm\s+|,\s*){_YEAR}", re.IGNORECASE)
_MAYBE = re.compile(r"(?:19|20)\d\d|\d[./-]\d|\d.*['’]\d\d")  # every date has one of these: a quick way past most lines
_YEAR_MONTH_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/.年년])\s?(\d{1,2})[-/.月월]\s?(\d{1,2})(?!\d)[日일]?")
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/-])")
_SPACED_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})(\.)\s(\d{1,2})\.\s((?:19|20)\d\d)(?!\d)")  # "4. 2. 2021"
_DAY_THEN_MONTH = re.compile(_DAY_MONTH + r"(?![^\W\d_])")
_MONTH_THEN_DAY = re.compile(rf"(?<![^\W\d_]){_MONTH_DAY}(?![\d:])")

_HOUR = re.compile(r"(?<![\d:.])(?:\d{1,2}[:.\s]|\d{4}\s)")
# What may stand between a clock time and the date after it: "05:34 GMT, Tuesday, ", "5:34 a.m. ET on ".
_FILL = re.compile(r"\s*(?:[A-Z]{2,4}\b)?[\s,;|·•–—-]*(?:on\s+)?(?:[^\W\d_]{2,12}\.?,?\s*)?")
# What may stand between a date and the clock time after it.
_JOINT = re.compile(
    r"(?:T|[\s,;|·•/–—(-]|\b(?:at|um|ob|à|a las|às|alle|ore|pukul|saat|в|о|o|klo|kl|года|року)\b|\b(?:r|г|р|kl)\.)*",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"([^\W\d_]{3,20})\.?[\s,(|·]{1,3}$")
_WORD_AFTER = re.compile(r"[\s,(|·]{1,3}([^\W\d_]{3,20})")
_ZONE_AFTER = re.compile(r"[^\n]{0,24}?\d\s?(?:[ap]\.?m\.?)?\s?\(?([A-Z]{2,5})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date on the page: its place in the line and its ISO 8601 value."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """A date of three numbers with the year last; `day_first` is None where the line itself does not tell."""

    span: Span
    first: int
    second: int
    year: int
    day_first: bool | None

    def day(self, *, day_first: bool) -> str | None:
        """The ISO date by the one order or the other; None where there is no such day."""
        day, month = (self.first, self.second) if day_first else (self.second, self.first)
        return day_value(self.year, month, day)


@cache
def _languages() -> tuple[dict[str, Any], ...]:
    return tuple(default_loader.get_locale(name).info for name in resources.lists("page/dates.toml")["languages"])


def _numbered(keys: Iterable[str]) -> dict[str, int]:
    """The names that CLDR has for `keys` in all languages, numbered from 1; those of two keys left out."""
    table: dict[str, set[int]] = {}
    for number, key in enumerate(keys, start=1):
        for info in _languages():
            for name in info.get(key, ()):
                if len(name) >= 3:
                    table.setdefault(str(name).lower().rstrip("."), set()).add(number)
    return {name: min(numbers) for name, numbers in table.items() if len(numbers) == 1}


@cache
def month_names() -> dict[str, int]:
    """Month names and their short forms in lower case, with the number of the month; those of two months left out."""
    return {**_numbered(MONTHS), "sept": 9}


@cache
def weekday_names() -> dict[str, int]:
    """Names of weekdays and their short forms in lower case, Monday 1; those of two days left out."""
    return _numbered(WEEKDAYS)


def month_number(word: str) -> int | None:
    """The month that `word` names, also where another word is glued to its front ("PostAugust")."""
    names = month_names()
    if (number := names.get(word.lower().rstrip("."))) is not None:
        return number
    tail = re.search(r"(?<=[^\W\d_])[A-ZА-ЯІЇЄҐ][^\W\d_]+$", word)
    return names.get(tail.group().lower()) if tail else None


def day_value(year: int, month: int, day: int) -> str | None:
    """The ISO date; None where there is no such day or no page could be so old, or so new."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _year(text: str) -> int:
    return int(text.lstrip("'’")) + (2000 if len(text) < 4 else 0)


def _named(text: str) -> Iterator[Stamp]:
    patterns = ((_DAY_MONTH_YEAR, 3, 2, 1), (_MONTH_DAY_YEAR, 3, 1, 2), (_YEAR_MONTH_WORD_DAY, 1, 2, 3))
    for pattern, year_at, month_at, day_at in patterns:
        for match in pattern.finditer(text):
            month = month_number(match[month_at])
            value = day_value(_year(match[year_at]), month, int(match[day_at])) if month else None
            if value:
                yield Stamp(Span(*match.span()), value)


def _figures(text: str, *, day_first: bool | None) -> Iterator[Stamp]:
    for pattern, year_at, month_at, day_at in ((_YEAR_MONTH_DAY, 1, 3, 4), (_VIETNAMESE, 3, 2, 1)):
        for match in pattern.finditer(text):
            if value := day_value(_year(match[year_at]), int(match[month_at]), int(match[day_at])):
                yield Stamp(Span(*match.span()), value)
    for found in numbers(text):
        order = day_first if found.day_first is None else found.day_first
        value = None if order is None else found.day(day_first=order)
        if value:
            yield Stamp(found.span, value)


def numbers(text: str) -> Iterator[Numbers]:
    """The dates of three numbers with the year last in `text`."""
    for match in (*_NUMBERS.finditer(text), *_SPACED_NUMBERS.finditer(text)):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        year += 2000 if year < 100 else 0
        bare = Numbers(Span(*match.span()), first, second, year, None)
        order = number_order(first, second, match[2])
        order = _by_weekday(text, bare) if order is None else order
        yield Numbers(bare.span, first, second, year, _by_zone(text, bare.span) if order is None else order)


def number_order(first: int, second: int, mark: str) -> bool | None:
    """Whether the day comes first in a date of numbers; None where it cannot be told.

    Points are written by day-first languages only; slashes and hyphens by both.
    """
    if mark == "." or first > 12 or first == second:
        return True
    return False if second > 12 else None


def weekday_beside(text: str, span: Span) -> int | None:
    """The weekday named right before or after `span` ("Tue 5 March"), Monday 1; None where none is."""
    beside = (_WORD_BEFORE.search(text[max(0, span.start - 25) : span.start]), _WORD_AFTER.match(text, span.end))
    named = (weekday_names().get(match[1].lower()) for match in beside if match)
    return next((number for number in named if number is not None), None)


def _by_weekday(text: str, found: Numbers) -> bool | None:
    weekday = weekday_beside(text, found.span)
    days = {order: found.day(day_first=order) for order in (True, False)}
    fitting = [order for order, day in days.items() if day and date.fromisoformat(day).isoweekday() == weekday]
    return fitting[0] if len(fitting) == 1 else None


def _by_zone(text: str, span: Span) -> bool | None:
    """The order by the zone beside the clock after the date: only some countries' media write it."""
    match = _ZONE_AFTER.match(text, span.end)
    if match is None:
        return None
    if match[1] in date_words()["order"]["month_first_zones"]:
        return False
    return True if match[1] in date_words()["order"]["day_first_zones"] else None


def named_order(text: str) -> Iterator[bool]:
    """For each day and month in words, with or without a year, whether the day comes first."""
    return (order for _, order, _, _ in _day_months(text))


def day_month_places(text: str) -> Iterator[tuple[Span, int, int]]:
    """The days and months in words, with or without a year after them: place, month, day."""
    return ((span, month, day) for span, _, month, day in _day_months(text))


def _day_months(text: str) -> Iterator[tuple[Span, bool, int, int]]:
    for pattern, month_at, day_at, order in ((_DAY_THEN_MONTH, 2, 1, True), (_MONTH_THEN_DAY, 1, 2, False)):
        for match in pattern.finditer(text):
            month = month_names().get(match[month_at].lower())
            # "may 3" and "mar 5" in small letters are words of a sentence as often as months
            if month and match[month_at][0].isupper() and 1 <= int(match[day_at]) <= 31:
                yield Span(*match.span()), order, month, int(match[day_at])


def timed(text: str, stamp: Stamp) -> Stamp:
    """`stamp` with the clock time after it, or the one right before it ("05:34, 1 August 2023")."""
    joint = _JOINT.match(text, stamp.span.end)
    after = clock(text, joint.end() if joint else stamp.span.end)
    if after:
        return Stamp(Span(stamp.span.start, after.span.end), f"{stamp.value}T{after.value}")
    earlier = max(0, stamp.span.start - 40)
    for before in _HOUR.finditer(text, earlier, stamp.span.start):
        found = clock(text, before.start())
        if found and found.span.end <= stamp.span.start and _FILL.fullmatch(text[found.span.end : stamp.span.start]):
            return Stamp(Span(before.start(), stamp.span.end), f"{stamp.value}T{found.value}")
    return stamp


def has_date(text: str) -> bool:
    """Whether a full date stands in one line, also one of numbers whose order cannot be told."""
    return bool(stamps(text, day_first=True))


def stamps(text: str, *, day_first: bool | None = None) -> tuple[Stamp, ...]:
    """The full dates in one line, in order of place; `day_first` decides numbers such as 03/04/2023."""
    found: list[Stamp] = []
    if not _MAYBE.search(text):
        return ()
    for stamp in sorted(
        [*_named(text), *_figures(text, day_first=day_first)], key=lambda s: (s.span.start, -s.span.end)
    ):
        if not found or stamp.span.start >= found[-1].span.end:
            found.append(timed(text, stamp))
    return tuple(found)
