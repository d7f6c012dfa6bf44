"""Whose own page a statement stands on: a ministry, a company, a union tells of itself, a newspaper of others."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sayso import resources
from sayso.link.actors import name_words
from sayso.link.terms import is_country, listed
from sayso.model import Appearance


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

    By a word of its name; else by what the page calls itself ("press release"), or by how it speaks: mostly "we" as no
    reporter says it ("our servers", not "told our station"), or of its outlet as of one who does something.
    """
    outlet = member.outlet or ""
    if is_press_name(outlet):
        return False
    if set(name_words(outlet)) & (listed("bodies") | listed("states")) or _released(member.lead):
        return True
    reporters = sum(bool(_spoken("reporting").search(words)) for words in member.selves)
    return len(member.selves) > 2 * reporters


@lru_cache(maxsize=10_000)
def _released(lead: str) -> bool:
    return any(_spoken("releases").match(line) for line in lead.splitlines())


def speaks_itself(member: Appearance) -> bool:
    """Whether a statement is the own word of the body whose page it stands on. A newspaper's own word is nobody's."""
    return not any(attribution.source for attribution in member.chain) and own_page(member)
