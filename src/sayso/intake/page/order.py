"""Whether 03/04/2023 is in March or in April: what a page tells of the order in which it writes day and month.

The kinds of evidence are asked one after another, the surest first; the first that tells decides. Where none tells,
the date is not read: a wrong day is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso import resources
from sayso.intake.language import language
from sayso.intake.page.clocks import date_words
from sayso.intake.page.dates import Numbers, named_order, numbers, stamps

_HOST = re.compile(r"(?:https?://|www\.|[\w.+-]+@)(?:[\w-]+\.)+([a-z]{2,})(?![\w.-]*@)", re.IGNORECASE)
_CALLED = re.compile(r"(?<![\d+])\+\s?(\d{1,3})[\s(./-]+\d")
_SAMPLE = 4000  # code points of the article by which its language is told


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """What the order is told by: the `short` lines of a page, among which its date of publication is; the lines that
    the site itself says (`chrome`) and those of the article; where the page was had from (`uri`); and the `latest` day
    on which it can have been published (ISO 8601, or "").
    """

    short: Sequence[str]
    chrome: Sequence[str]
    article: Sequence[str]
    uri: str = ""
    latest: str = ""


def day_first(page: PageWords) -> bool | None:
    """Whether the page writes the day before the month in dates of numbers; None where it does not tell."""
    found = [date for text in page.short for date in numbers(text)]
    if all(date.day_first is not None for date in found):
        return None  # nothing to decide
    own = {date.day_first for date in found if date.day_first is not None and date.first != date.second}
    if own:
        return own.pop() if len(own) == 1 else None
    for told in (_by_same_day(page, found), _by_limit(page), _by_country(page), _by_words(page), _by_language(page)):
        if told is not None:
            return told
    return None


def _agreed(orders: Iterable[bool | None]) -> bool | None:
    """The one order that all that tell agree on."""
    told = {order for order in orders if order is not None}
    return told.pop() if len(told) == 1 else None


def _by_same_day(page: PageWords, found: Sequence[Numbers]) -> bool | None:
    """By a date in words, or the year first, that is one reading of a date of numbers and not the other."""
    clear = {stamp.value[:10] for text in (page.uri, *page.short) for stamp in stamps(text)}
    return _agreed(_reading(date, clear) for date in found)


def _reading(found: Numbers, days: set[str]) -> bool | None:
    fitting = [order for order in (True, False) if found.day(day_first=order) in days]
    return fitting[0] if len(fitting) == 1 else None


def _by_limit(page: PageWords) -> bool | None:
    """By the day on which the page was last changed, or seen: it was not published after it."""
    found = [date for text in page.chrome for date in numbers(text) if page.latest]
    return _agreed(_until(date, page.latest) for date in found)


def _until(found: Numbers, latest: str) -> bool | None:
    fitting = [order for order in (True, False) if (day := found.day(day_first=order)) and day <= latest]
    return fitting[0] if len(fitting) == 1 else None


def _by_country(page: PageWords) -> bool | None:
    """By the outlet's country: the end of its own address, else of all that its page names, and calling codes."""
    own = _HOST.match(page.uri)
    if own and (order := _of_end(own[1].lower())) is not None:
        return order
    ends = (match[1].lower() for text in page.chrome for match in _HOST.finditer(text))
    codes = (match[1] for text in page.chrome for match in _CALLED.finditer(text))
    return _agreed([*map(_of_end, ends), *map(_of_code, codes)])


@cache
def _sold_ends() -> frozenset[str]:
    """Ends of addresses that are a country's by name and anybody's in fact: .io, .tv."""
    return frozenset(row[0] for row in resources.rows("gazetteer/domains.tsv") if row[1] == "-")


def _of_end(end: str) -> bool | None:
    words = date_words()["order"]
    if end in words["month_first_ends"]:
        return False
    general = len(end) != 2 or end in words["undecided_ends"] or end in _sold_ends() or end == "eu"
    return None if general else True


def _of_code(code: str) -> bool | None:
    return None if code in date_words()["order"]["other_calling_codes"] else True


@cache
def _spelling(kind: str) -> re.Pattern[str]:
    """Words spelled so; a capital within a line is that of a name, which keeps its own country's spelling."""
    words = "|".join(date_words()["order"][kind])
    return re.compile(rf"^(?i:{words})\b|\b(?:{words})\b")


def _by_words(page: PageWords) -> bool | None:
    """By dates in words and by spelling. "7 March" is not written where 03/07 is; "March 7" is written in India and
    Kenya too, so that the month is first only where the spelling is American as well.
    """
    texts = [*page.short, *page.article]
    dates = {order for text in texts for order in named_order(text)}
    british, american = (any(_spelling(kind).search(text) for text in texts) for kind in ("british", "american"))
    if dates == {True} and not american:
        return True
    if dates == {False} and american and not british:
        return False
    return True if british and not american and False not in dates and True not in dates else None


def _by_language(page: PageWords) -> bool | None:
    """By the language of the article: all but English and a few write the day first."""
    told = language("\n".join(page.article)[:_SAMPLE])
    return None if told in date_words()["order"]["other_languages"] else True
