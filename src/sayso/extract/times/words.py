"""The calendar words of resources/times/words.toml, and regular expressions made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from sayso import resources

EDGES = ("end", "beginning", "start", "middle", "close", "turn", "course", "rest", "remainder")


@cache
def table(name: str) -> dict[str, str]:
    """One table of the calendar words, keys in lower case, values as text."""
    return {key: str(value) for key, value in resources.lists("times/words.toml")[name].items()}


def units() -> list[str]:
    """The units of time in one and in many."""
    one = table("units")
    return [*one, *(f"{unit}s" for unit in one if unit != "century"), "centuries"]


def one_of(words: Iterable[str]) -> str:
    """A group that matches any of `words`, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) + ")"


def capitalised(words: Iterable[str]) -> str:
    """Like `one_of`, for words that are names only with a capital: "March", "MARCH", never "march"."""
    return "(?-i:" + one_of(form for word in words for form in (word.capitalize(), word.upper())) + ")"


def _by_number(names: dict[str, str]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for name, number in names.items():
        grouped.setdefault(number, []).append(name)
    return grouped


@cache
def fragments() -> dict[str, str]:
    """The pieces that time patterns are made of, by name; none but `in_zone` holds a group that captures."""
    full = {number: max(names, key=len) for number, names in _by_number(table("months")).items()}
    short = [name for name in table("months") if name not in full.values()]
    # a dot belongs to a short form; after a whole name it ends the sentence
    months = rf"(?:{capitalised(full.values())}\b|{capitalised(short)}\b\.?)"
    zone = rf"(?:(?-i:{one_of(name.upper() for name in table('zones'))})\b(?: ?[+-]\d\d?)?)"
    edge_of = rf"(?:(?:the )?(?:very )?{one_of(EDGES)} of )"
    weekdays = capitalised(table("weekdays"))
    return {
        "month": months,
        "weekday": weekdays,
        "dayname": rf"(?:{weekdays}\b|{capitalised(table('weekdays_short'))}\b\.?)",
        "day": r"(?:[0-3]?\d(?:st|nd|rd|th)?(?![\w%]|[.:,]\d))",
        "year": r"(?:(?:1\d|20)\d\d(?![\w%]|[.,]\d))",
        "unit": rf"{one_of(units())}\b",
        "part": rf"{one_of(table('parts'))}\b",
        "season": rf"{one_of(table('seasons'))}\b",
        "edge": rf"(?:(?:very )?(?:early|late|mid)[ -]|{edge_of})",
        "edge_of": edge_of,
        "span": r"(?:day|week|weekend|month|quarter|year|decade|century)",
        "units": r"(?:minutes|hours|days|weeks|months|years|decades|centuries)",
        "running": r"(?:straight|consecutive|successive|trading|working|calendar|full|more|whole|additional|further)",
        "in_zone": rf"(?P<z>,? \(?{zone}\)?)?(?: local time| hrs| hours)?",
    }
