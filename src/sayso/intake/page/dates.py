"""Dates and clock times in the lines of a page, as the page writes them.

Values are ISO 8601, as precise as the words: a day, a minute, an offset only where a zone with one meaning is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateparser.languages.loader import default_loader

from sayso.model import Span

# Languages whose month names are read; dateparser has them from CLDR. Croatian is left out: its listopad is October,
# that of Czech and Polish November.
LANGUAGES = (
    *("en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "sv", "da", "nb", "fi", "hu", "ro", "tr", "az"),
    *("ru", "uk", "be", "bg", "mk", "el", "lt", "lv", "et", "ka", "hy", "ar", "he", "id", "vi"),
)
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)

# Abbreviations with one meaning in news; IST, CST, BST and the like have several, ET and PT need a calendar of zones.
ZONES = {
    "GMT": 0, "UTC": 0, "Z": 0, "WET": 0, "EST": -300, "EDT": -240, "CDT": -300, "MDT": -360, "PST": -480,
    "PDT": -420, "CET": 60, "CEST": 120, "MEZ": 60, "MESZ": 120, "EET": 120, "EEST": 180, "MSK": 180, "JST": 540,
    "KST": 540, "AEST": 600, "AEDT": 660,
}  # fmt: skip

_FIRST_YEAR, _LAST_YEAR = 1990, 2100  # no page of the web is older; one so new has its year misprinted

_WORD = r"[^\W\d_]{3,20}"
_YEAR = r"((?:19|20)\d\d)"
_DAY_MONTH_YEAR = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?[\s\-/]{{0,2}}(?:(?:de|of|d['’])\s*)?({_WORD})\.?,?[\s\-/]{{0,2}}(?:(?:de|del)\s+)?{_YEAR}"
)
_MONTH_DAY_YEAR = re.compile(rf"({_WORD})\.?\s{{0,2}}(\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+){_YEAR}")
_MAYBE = re.compile(r"(?:19|20)\d\d|\d[./-]\d")  # every date has one of these: a quick way past most lines
_YEAR_MONTH_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/.年])\s?(\d{1,2})[-/.月]\s?(\d{1,2})(?!\d)日?")
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/-])")

_ZONE = "|".join(sorted(ZONES, key=len, reverse=True))
_CLOCK = re.compile(
    r"(\d{1,2})(?:\s?[:.hH]\s?(\d\d))?(?::\d\d(?:[.,]\d+)?)?(?!\d)"
    r"(?:\s?([apAP])\.?\s?[mM](?![^\W\d_])\.?)?"
    r"(?:\s?(?:Uhr|h|hrs)\b)?"
    # a zone may be glued to the next word: "12:44 PM UTCUpdated"
    rf"(?:\s?\(?(?:(GMT|UTC)\s?([+-]\d{{1,2}})(?::?(\d\d))?|([+-])(\d\d):?(\d\d)(?!\d)|({_ZONE})(?![a-z]|(?!UPDATED|PUBLISHED)[A-Z](?![a-z]))))?"
)
_HOUR = re.compile(r"(?<![\d:.])\d{1,2}[:.\s]")
# What may stand between a clock time and the date after it: "05:34 GMT, Tuesday, ", "5:34 a.m. ET on ".
_FILL = re.compile(r"\s*(?:[A-Z]{2,4}\b)?[\s,;|·•–—-]*(?:on\s+)?(?:[^\W\d_]{2,12}\.?,?\s*)?")
# What may stand between a date and the clock time after it.
_JOINT = re.compile(
    r"(?:T|[\s,;|·•/–—-]|\b(?:at|um|à|a las|alle|в|о|o|klo|kl|года|року)\b|\b(?:r|г|р|kl)\.)*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date on the page: its place in the line and its ISO 8601 value."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class _Clock:
    span: Span
    value: str  # "05:34" or "05:34-04:00"


@cache
def month_names() -> dict[str, int]:
    """Month names and their short forms in lower case, with the number of the month; those of two months left out."""
    table: dict[str, set[int]] = {}
    for language in LANGUAGES:
        info = default_loader.get_locale(language).info
        for number, month in enumerate(MONTHS, start=1):
            for name in info.get(month, ()):
                if len(name) >= 3:
                    table.setdefault(str(name).lower().rstrip("."), set()).add(number)
    table["sept"] = {9}
    return {name: min(numbers) for name, numbers in table.items() if len(numbers) == 1}


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


def _named(text: str) -> Iterator[Stamp]:
    for pattern, day_at, month_at in ((_DAY_MONTH_YEAR, 1, 2), (_MONTH_DAY_YEAR, 2, 1)):
        for match in pattern.finditer(text):
            month = month_number(match[month_at])
            value = day_value(int(match[3]), month, int(match[day_at])) if month else None
            if value:
                yield Stamp(Span(*match.span()), value)


def _figures(text: str, *, day_first: bool | None) -> Iterator[Stamp]:
    for match in _YEAR_MONTH_DAY.finditer(text):
        if value := day_value(int(match[1]), int(match[3]), int(match[4])):
            yield Stamp(Span(*match.span()), value)
    for match in _NUMBERS.finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        order = number_order(first, second, match[2])
        order = day_first if order is None else order
        if order is None:
            continue
        day, month = (first, second) if order else (second, first)
        if value := day_value(year + 2000 if year < 100 else year, month, day):
            yield Stamp(Span(*match.span()), value)


def number_order(first: int, second: int, mark: str) -> bool | None:
    """Whether the day comes first in a date of numbers; None where it cannot be told.

    Points are written by day-first languages only; slashes and hyphens by both.
    """
    if mark == "." or first > 12 or first == second:
        return True
    return False if second > 12 else None


def page_order(texts: Iterable[str]) -> bool | None:
    """Whether the page's own unambiguous dates of numbers put the day first; None where there is none, or both."""
    orders = {
        order
        for text in texts
        for match in _NUMBERS.finditer(text)
        if match[2] != "." and match[1] != match[3]
        if (order := number_order(int(match[1]), int(match[3]), match[2])) is not None
    }
    return orders.pop() if len(orders) == 1 else None


def _offset(match: re.Match[str]) -> str:
    """The zone of a clock time as ISO 8601 writes it; empty where none, or one of several meanings, is named."""
    if match[4]:
        hours, minutes = int(match[5]), int(match[6] or 0)
        minutes = hours * 60 + (minutes if hours >= 0 else -minutes)
    elif match[7]:
        minutes = (int(match[8]) * 60 + int(match[9])) * (1 if match[7] == "+" else -1)
    elif match[10] and match[10].upper() in ZONES:
        minutes = ZONES[match[10].upper()]
    else:
        return ""
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def clock(text: str, start: int = 0) -> _Clock | None:
    """The clock time that begins at `start` of `text`, if one does."""
    match = _CLOCK.match(text, start)
    if match is None or (match[2] is None and match[3] is None):
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match[3].lower() == "p" else 0)
    if hour > 23 or minute > 59:
        return None
    return _Clock(Span(*match.span()), f"{hour:02}:{minute:02}{_offset(match)}")


def _timed(text: str, stamp: Stamp) -> Stamp:
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


def stamps(text: str, *, day_first: bool | None = None) -> tuple[Stamp, ...]:
    """The full dates in one line, in order of place; `day_first` decides numbers such as 03/04/2023."""
    found: list[Stamp] = []
    if not _MAYBE.search(text):
        return ()
    for stamp in sorted(
        [*_named(text), *_figures(text, day_first=day_first)], key=lambda s: (s.span.start, -s.span.end)
    ):
        if not found or stamp.span.start >= found[-1].span.end:
            found.append(_timed(text, stamp))
    return tuple(found)
