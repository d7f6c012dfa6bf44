"""The calendar words of resources/time_words.toml, and regular expressions made of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> dict[str, str]:
    """One table of the calendar words, keys in lower case, values as text."""
    text = files("sayso.resources").joinpath("time_words.toml").read_text("utf8")
    return {key: str(value) for key, value in tomllib.loads(text)[name].items()}


def one_of(words: Iterable[str]) -> str:
    """A group that matches any of `words`, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) + ")"


def capitalised(words: Iterable[str]) -> str:
    """Like `one_of`, for words that are names only with a capital: "March", "MARCH", never "march"."""
    return "(?-i:" + one_of(form for word in words for form in (word.capitalize(), word.upper())) + ")"


@cache
def fragments() -> dict[str, str]:
    """The pieces that time patterns are made of, by name; none of them holds a group that captures."""
    months = rf"(?:{capitalised(table('months'))}\b\.?)"
    weekdays = rf"{capitalised(table('weekdays'))}\b"
    return {
        "month": months,
        "weekday": weekdays,
        "dayname": rf"(?:{weekdays}|{capitalised(table('weekdays_short'))}\b\.?)",
        "day": r"(?:[0-3]?\d(?:st|nd|rd|th)?(?![\w%]|[.:,]\d))",
        "year": r"(?:(?:1\d|20)\d\d(?![\w%]|[.,]\d))",
        "unit": r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?|months?|quarters?|years?|yrs?"
        r"|decades?|century|centuries)\b",
        "part": rf"{one_of(table('parts'))}\b",
        "season": rf"{one_of(table('seasons'))}\b",
        "zone": rf"(?:(?-i:{one_of(zone.upper() for zone in table('zones'))})\b(?: ?[+-]\d\d?)?)",
        "edge": r"(?:(?:very )?(?:early|late|mid)[ -]|(?:the )?(?:very )?(?:end|beginning|start|middle|close|turn|course) of )",
    }
