"""The date in the dateline of a dispatch: "KYIV, March 4, 2024 (Agency) - …"."""

from __future__ import annotations

import re

from sayso.intake.page.dated import is_names
from sayso.intake.page.dates import Stamp, stamps, weekday_names
from sayso.intake.page.partial import Years, partial_stamps

_LONGEST = 110  # code points of a dateline; what is longer is a sentence
_BRACKETS = re.compile(r"\s*(?:[(\[][^()\[\]]{0,50})?[)\]]")  # "(Agency)", or the end of "(Agency, Town, day)"
# What parts a dateline from its text; in a sentence it looks the same, but other words stand before the date.
_CLOSING = re.compile(r"[\s.,]*(?:[-–—=:]+(?=\s|[\"“«A-ZÀ-ÞА-Я])|/{1,2}-?/{0,2}\s)")
_PARTED = (",", ")", "]", "/", "-", "–", "—", "|", ".")  # marks between the place and the date


def dateline_day(text: str, *, day_first: bool | None, years: Years) -> str | None:
    """The day in the dateline that `text`, an article's first paragraph, opens with; None where it opens with none."""
    start = text[:_LONGEST]
    found = [*stamps(start, day_first=day_first)] or [*partial_stamps(start, years)]
    return found[0].value[:10] if found and _opens(start, found[0]) else None


def _opens(text: str, stamp: Stamp) -> bool:
    """Whether nothing but names stands before the date, and a mark between it and the text."""
    before, after = text[: stamp.span.start], text[stamp.span.end :]
    brackets = _BRACKETS.match(after)
    closed = _CLOSING.match(after, brackets.end() if brackets else 0)
    place = _without_weekday(before).lstrip("([")
    return place[:1].isupper() and place.endswith(_PARTED) and is_names(place) and closed is not None


def _without_weekday(text: str) -> str:
    words = text.rstrip(" ,").split()
    return text[: text.rindex(words[-1])].rstrip() if words and words[-1].lower() in weekday_names() else text.rstrip()
