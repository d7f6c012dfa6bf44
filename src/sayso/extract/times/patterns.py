"""The forms of time_forms as compiled rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso.extract.numbers import number_pattern
from sayso.extract.numbers import table as numbers
from sayso.extract.times.forms import FORMS, Form, Reader
from sayso.extract.times.words import fragments, one_of, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A form of time expression. `read` gives the TIMEX3 value of a match, or None: then the words are no time."""

    name: str
    pattern: re.Pattern[str]
    read: Reader
    repeats: bool


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, compiled once a process. Where rules overlap the leftmost match wins, and of those the longest."""
    pieces = _pieces()
    return tuple(_rule(form, pieces) for form in FORMS)


def _rule(form: Form, pieces: dict[str, str]) -> Rule:
    pattern = re.compile("".join(form.pieces) % pieces, re.IGNORECASE)
    return Rule(name=form.name, pattern=pattern, read=form.read, repeats=form.repeats)


def _pieces() -> dict[str, str]:
    counts = r"a couple of|a couple|a few|half an?|several|a number of|many|some|few|an?|one-and-a-half"
    return fragments() | {
        "of": r"(?:,? (?:of )?(?:the year )?)",
        "to": r"(?: ?[-–—] ?| to | and | through )",
        "number": number_pattern(),
        "count": f"(?:{number_pattern()}|{counts})",
        "ordinal": one_of(numbers("ordinals")),
        "feast": one_of([*table("feasts"), *table("movable_feasts")]),
        "frequency": one_of(table("frequencies")),
        "vague": one_of(table("vague")),
    }
