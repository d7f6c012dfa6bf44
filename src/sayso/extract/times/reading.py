"""What several readers of time expressions share: units, months, counts and the words that point."""

from __future__ import annotations

import re

from sayso.extract.numbers import table as numbers
from sayso.extract.numbers import value as number
from sayso.extract.times.values import Context, duration, unit_value
from sayso.extract.times.words import table

_BACK = frozenset({"last", "past", "previous", "preceding", "prior"})
_ON = frozenset({"next", "coming", "upcoming", "following", "ensuing"})
_HALVES = {"year": "P6M", "hour": "PT30M"}
_MANY = frozenset({"several", "a few", "few", "many", "some", "a number of"})


def unit_of(words: str) -> str:
    """The singular of a unit: "years" → "year", "hrs" → "hour"."""
    word = words.lower()
    singular = "century" if word == "centuries" else word.removesuffix("s")
    return {"sec": "second", "min": "minute", "hr": "hour", "yr": "year"}.get(singular, singular)


def month_of(match: re.Match[str]) -> int:
    """The number of the month that a match names in its group m."""
    return int(table("months")[match["m"].lower().rstrip(".")])


def direction(words: str | None) -> int:
    """-1 for last, previous; +1 for next, coming; 0 for this, same."""
    spoken = set((words or "").lower().split())
    return -1 if spoken & _BACK else 1 if spoken & _ON else 0


def ordinal(words: str) -> int | None:
    """third, 3rd: 3."""
    named: dict[str, int] = numbers("ordinals")
    digits = re.match(r"\d+", words)
    return int(digits[0]) if digits else named.get(words.lower())


def count(words: str) -> float | None:
    """How many: "two" 2, "a" 1, "half a" 0.5, "a couple of" 2; None for "several"."""
    spoken = " ".join(words.lower().replace("-", " ").split())
    if spoken in _MANY:
        return None
    if spoken.startswith("half"):
        return 0.5
    if spoken.startswith("a couple"):
        return 2
    return 1.5 if spoken == "one and a half" else number(spoken)


def clock_day(context: Context) -> str:
    """The day that a clock time without one belongs to: the full day told last, else that of publication; what is past
    by its tense does not belong to a day still to come.
    """
    today = unit_value("day", context.published, 0)
    if context.last_day is None or (context.ahead is False and context.published and context.last_day > today):
        return today
    return context.last_day


def length(count_words: str | None, unit_words: str) -> str:
    """A duration: "two" and "weeks" are P2W, half a year P6M; without a number, and for "several", PXW."""
    unit = unit_of(unit_words)
    counted = count(count_words) if count_words else None
    if counted == 0.5 and unit in _HALVES:
        return _HALVES[unit]
    return duration(counted, table("units")[unit])
