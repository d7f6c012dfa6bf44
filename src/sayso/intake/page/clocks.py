"""Clock times as pages write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso import resources
from sayso.model import Span

_TAIL = r"(?:\s?(?:Uhr|h|hrs|hours)\b)?"
# as ships and armies write it: 2205 hrs, 0600 GMT
_FOUR_DIGITS = re.compile(r"(\d\d)(\d\d)(?=\s?(?:hrs?|hours|h|Uhr|GMT|UTC|Z)\b)")
_DIGITS = re.compile(r"(\d{1,2})(?:\s?[:.hH]\s?(\d\d))?(?::\d\d(?:[.,]\d+)?)?(?!\d)")
_HALF = re.compile(r"\s?([apAP])\.?\s?[mM](?![^\W\d_])\.?")
# as it is read out: 4.20 in the afternoon, 12 noon
_SPOKEN = re.compile(r"\s(?:in the )?(?P<part>morning|afternoon|evening|noon|midnight)\b", re.IGNORECASE)
_LATE = {"morning": 0, "afternoon": 12, "evening": 12, "noon": 12, "midnight": 0}  # hours after those of the dial


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time: its place in the line and its value, "05:34" or "05:34-04:00"."""

    span: Span
    value: str


@cache
def date_words() -> dict[str, dict[str, list[str]]]:
    """The tables of word lists in `resources/page/dates.toml`, read once."""
    tables = resources.lists("page/dates.toml")
    return {name: tables[name] for name in ("order", "ago", "names")}


@cache
def zones() -> dict[str, int]:
    """Abbreviations of zones with one meaning, and their minutes east of Greenwich."""
    return dict(resources.lists("page/dates.toml")["zones"])


@cache
def _zone() -> re.Pattern[str]:
    names = "|".join(sorted(zones(), key=len, reverse=True))
    return re.compile(
        # a zone may be glued to the next word: "12:44 PM UTCUpdated"
        rf"{_TAIL}(?:\s?\(?(?:(GMT|UTC)\s?([+-]\d{{1,2}})(?::?(\d\d))?|([+-])(\d\d):?(\d\d)(?!\d)"
        rf"|({names})(?![a-z]|(?!UPDATED|PUBLISHED)[A-Z](?![a-z]))))?"
    )


def clock(text: str, start: int = 0) -> Clock | None:
    """The clock time that begins at `start` of `text`, if one does."""
    match = _FOUR_DIGITS.match(text, start) or _DIGITS.match(text, start)
    half = (_HALF.match(text, match.end()) or _SPOKEN.match(text, match.end())) if match else None
    if match is None or (match[2] is None and half is None):
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if half and (half.re is _HALF or hour <= 12):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + _after_noon(half)
    if hour > 23 or minute > 59:
        return None
    zone = _zone().match(text, half.end() if half else match.end())
    end, offset = (zone.end(), _offset(zone)) if zone else (match.end(), "")
    return Clock(Span(start, end), f"{hour:02}:{minute:02}{offset}")


def _after_noon(half: re.Match[str]) -> int:
    """The hours that "p.m." or "in the afternoon" adds."""
    if half.re is _SPOKEN:
        return _LATE[half["part"].lower()]
    return 12 if half[1].lower() == "p" else 0


def _offset(match: re.Match[str]) -> str:
    """The zone of a clock time as ISO 8601 writes it; empty where none, or one of several meanings, is named."""
    if match[1]:
        hours, minutes = int(match[2]), int(match[3] or 0)
        minutes = hours * 60 + (minutes if hours >= 0 else -minutes)
    elif match[4]:
        minutes = (int(match[5]) * 60 + int(match[6])) * (1 if match[4] == "+" else -1)
    elif match[7]:
        minutes = zones()[match[7]]
    else:
        return ""
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
