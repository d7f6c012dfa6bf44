"""Whose own page a statement stands on: a ministry, a company, a union tells of itself, a newspaper of others."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sayso import resources
from sayso.link.actors import name_words
from sayso.link.terms import is_country, listed, name_key
from sayso.model import Appearance

_CELLS = re.compile(r"\s+[-–—]+\s+|\s{2,}|[|·•:»›>/;,()\t]")  # what parts the cells of a line of menus
_MARK = re.compile(r"[A-Z]{3,8}")
_LENGTHS = range(2, 9)  # words of a name
TELLING = 2  # words of menus on one side that tell whose page it is


@cache
def _spoken(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(resources.lists("link/speaking.toml")[kind]), re.IGNORECASE)


@lru_cache(maxsize=10_000)
def is_press_name(name: str) -> bool:
    """Whether a name is that of an outlet which tells what others say, by a word of it. A word that newspapers share
    with other names ("Independent", "Republic") tells nothing beside one of a body ("Electoral Commission").
    """
    said = set(name_words(name))
    if said & listed("states") and any(map(is_country, said)):
        return False
    told = said & (listed("press") | listed("agency") - listed("bodies"))
    return bool(told - listed("shared")) or (bool(told) and not said & listed("bodies"))


def own_page(member: Appearance) -> bool:
    """Whether the outlet is a body whose own page this is: what it says there without a source is its own word.

    By the page's menus, which a newspaper's sections or a ministry's services fill; by a word of its name; else by what
    the page calls itself ("press release"), or by how it speaks: mostly "we" as no reporter says it ("our servers",
    not "told our station"), or of its outlet as of one who does something.
    """
    outlet, framed = member.outlet or "", framing(member.masthead, member.foot)
    if framed >= TELLING:
        return True
    if framed <= -TELLING or is_press_name(outlet):
        return False
    if set(name_words(outlet)) & (listed("bodies") | listed("states")) or _released(member.lead):
        return True
    reporters = sum(bool(_spoken("reporting").search(words)) for words in member.selves)
    return len(member.selves) > 2 * reporters


@lru_cache(maxsize=10_000)
def framing(masthead: str, foot: str) -> int:
    """How many more words of bodies than of press a page has around its article."""
    shown = f"{masthead}\n{foot}"
    body, press = (len({*map(str.casefold, _frames(kind).findall(shown))}) for kind in ("body", "press"))
    return body - press


@lru_cache(maxsize=10_000)
def body_names(masthead: str) -> tuple[str, ...]:
    """The names of bodies that stand by themselves in a masthead ("Ministry of Finance | Department of Customs"), and
    the acronym in its first line.
    """
    cells = [(number, c.strip(" .")) for number, line in enumerate(masthead.splitlines()) for c in _CELLS.split(line)]
    return tuple(dict.fromkeys(cell for number, cell in cells if _is_body(cell) or (not number and _is_mark(cell))))


def _is_body(cell: str) -> bool:
    told = name_words(cell)
    named = cell[:1].isupper() and len(told) in _LENGTHS and not {*told} <= listed("bodies") | listed("offices")
    body = bool({*told} & listed("bodies")) and not is_press_name(cell)
    return named and body and not _frames("body").fullmatch(cell)


def _is_mark(cell: str) -> bool:
    menus = (_frames(kind).fullmatch(cell) for kind in ("body", "press"))
    return bool(_MARK.fullmatch(cell)) and not any(menus) and not is_country(name_key(cell.casefold()))


@cache
def _frames(kind: str) -> re.Pattern[str]:
    told = re.split(r",\s+", resources.lists("link/frames.toml")[kind].strip())
    longest = sorted((re.escape(" ".join(words.split())) for words in told), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=10_000)
def _released(lead: str) -> bool:
    return any(_spoken("releases").match(line) for line in lead.splitlines())


def speaks_itself(member: Appearance) -> bool:
    """Whether a statement is the own word of the body whose page it stands on. A newspaper's own word is nobody's."""
    return not any(attribution.source for attribution in member.chain) and own_page(member)
