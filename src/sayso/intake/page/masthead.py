"""The name at the very top of a copied page, above its menus: whose page it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.intake.page.dates import stamps
from sayso.intake.page.headline import plain
from sayso.intake.page.lines import Line
from sayso.intake.page.signs import choice, sign
from sayso.model import BlockKind

TOP = 3  # lines with a word in Latin, Greek or Cyrillic letters that may hold the name
LONGEST = 60  # code points of the name
# What parts the name from a motto or from a menu: strokes, dots, arrows, pictures, a wide gap, a comma before a place.
_PARTED = re.compile(r"\s+[–—-]\s+|\s*[^\w\s&'’.,/()+-]\s*|\s{3,}|,\s")
_FREQUENCY = re.compile(r"\s+\d{2,3}(?:[.,]\d)?(?:\s*(?:FM|AM|MHz))?$")  # "Radio Example 94.3 FM"


@cache
def _small() -> re.Pattern[str]:
    return re.compile(choice("outlet", "small"))


@cache
def _body() -> re.Pattern[str]:
    word = choice("outlet", "body")
    return re.compile(rf"\b{word}(?:$|\s(?:of|for|on)\s)", re.IGNORECASE)


def from_top(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> Iterator[str]:
    """The names at the top that the page bears out: by a word of the trade, or by calling itself so further below.

    A page's own name stands above its menus. Alone that is weak, as a page may open with a button or a section.
    """
    for at in _heads(lines, kinds):
        for part in _PARTED.split(lines[at].text)[:2]:
            name = _FREQUENCY.sub("", part.strip())
            told = sign("outlet", "word").search(name) or _stands_below(name, lines[at + 1 :])
            if _like_a_name(name) and told:
                yield name


def body_at_top(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> Iterator[str]:
    """The name of a body with a page of its own ("Ministry of Example", "Example Customs Office") in one of the first
    lines, and that of a paper beside the word for one of its editions.
    """
    for at in _heads(lines, kinds):
        name, *rest = (part.strip() for part in _PARTED.split(lines[at].text))
        edition = any(sign("outlet", "edition").search(part) for part in rest)
        if _like_a_name(name) and (edition or _body().search(name)):
            yield name


def _heads(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> list[int]:
    """The places of the first lines of chrome that have capitals; none where the page begins with its article."""
    first = next((i for i, kind in enumerate(kinds) if kind is not BlockKind.CHROME), 0)
    told = (i for i in range(first) if any(c.isupper() for c in lines[i].text[:LONGEST]) and not stamps(lines[i].text))
    return list(told)[:TOP]


def _like_a_name(name: str) -> bool:
    """Whether `name` is two words or more, each with a capital but for small ones."""
    words = name.split()
    if len(words) < 2 or len(name) > LONGEST:
        return False
    return all(word[0].isupper() or _small().fullmatch(word) for word in words) and words[-1][0].isupper()


def _stands_below(name: str, lines: Sequence[Line]) -> bool:
    """Whether a further line has the name among other words: a menu entry alone says nothing."""
    wanted = plain(name)
    found = (f" {plain(line.text[:3000])} " for line in lines)
    return bool(wanted) and any(f" {wanted} " in line and line.strip() != wanted for line in found)
