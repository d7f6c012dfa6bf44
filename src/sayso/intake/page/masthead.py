"""The name at the very top of a copied page, above its menus: whose page it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.intake.page.dates import stamps
from sayso.intake.page.headline import plain
from sayso.intake.page.lines import Line
from sayso.intake.page.signs import choice, sign
from sayso.intake.page.topline import LONGEST, in_capitals, is_described, like_a_name, names_in, small
from sayso.model import BlockKind

TOP = 3  # lines with a word in Latin, Greek or Cyrillic letters that may hold the name


@cache
def _body() -> re.Pattern[str]:
    word = choice("outlet", "body")
    return re.compile(rf"\b{word}(?:$|\s(?:of|for|on)\s)", re.IGNORECASE)


def from_top(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> Iterator[str]:
    """The names at the top that the page bears out: by a word of the trade, or by calling itself so further below.

    A page's own name stands above its menus. Alone that is weak, as a page may open with a button or a section.
    """
    for at in _heads(lines, kinds):
        for name in names_in(lines[at].text)[:2]:
            told = sign("outlet", "word").search(name) or _stands_below(name, lines[at + 1 :])
            if like_a_name(name) and told:
                yield name


def set_apart(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> Iterator[str]:
    """The name that the page's first line sets apart as papers do: in capitals, before a motto that says what kind of
    outlet it is ("Lagoon and Sea – a volunteers' newsletter"), or before how many follow it.

    A line of the site must stand between it and the headline: what a text without a site begins with is its headline.
    """
    for at in _heads(lines, kinds)[:2]:
        name, *rest = names_in(lines[at].text) or [""]
        if (at == 0 and kinds[1] is BlockKind.CHROME and in_capitals(name)) or is_described(name, rest):
            yield name


def in_full(name: str, lines: Sequence[Line]) -> str:
    """`name`, if it is no more than initials, as the top of the page spells it out: "RNA", "Rift News Agency"."""
    if not (name.isupper() and name.isalpha() and 2 <= len(name) <= 6):
        return name
    parts = (part for line in lines[:TOP] for part in names_in(line.text) if like_a_name(part))
    return next((part for part in parts if spells_out(part, name)), name)


def spells_out(full: str, initials: str) -> bool:
    """Whether a name is what `initials` stand for."""
    return len(initials) > 1 and _initials(full) == initials


def body_name(name: str) -> bool:
    """Whether a name is a body's by its words: "Ministry of Example", "Example Customs Office"."""
    return like_a_name(name) and bool(_body().search(name))


def _initials(name: str) -> str:
    words = (word for word in re.split(r"[\s-]+", name) if word and not small().fullmatch(word.lower()))
    return "".join(word[0] for word in words).upper()


def body_at_top(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> Iterator[str]:
    """The name of a body with a page of its own ("Ministry of Example", "Example Customs Office") in one of the first
    lines, and that of a paper beside the word for one of its editions.
    """
    for at in _heads(lines, kinds):
        name, *rest = names_in(lines[at].text) or [""]
        edition = any(sign("outlet", "edition").search(part) for part in rest)
        if body_name(name) or (edition and like_a_name(name)):
            yield name


def _heads(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> list[int]:
    """The places of the first lines of chrome that have capitals; none where the page begins with its article."""
    first = next((i for i, kind in enumerate(kinds) if kind is not BlockKind.CHROME), 0)
    told = (i for i in range(first) if any(c.isupper() for c in lines[i].text[:LONGEST]) and not stamps(lines[i].text))
    return list(told)[:TOP]


def _stands_below(name: str, lines: Sequence[Line]) -> bool:
    """Whether a further line has the name among other words: a menu entry alone says nothing."""
    wanted = plain(name)
    found = (f" {plain(line.text[:3000])} " for line in lines)
    return bool(wanted) and any(f" {wanted} " in line and line.strip() != wanted for line in found)
