"""Where an outlet is at home, by its name and its address: its reports name the places near it without more ado."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import urlsplit

from sayso import resources
from sayso.extract.actors.words import demonyms, outlet_words
from sayso.extract.places.gazetteer import senses
from sayso.extract.places.words import not_alone

_WORD = re.compile(r"[^\W\d_][\w’']*")
_DOMAIN = re.compile(r"(?:\w[\w-]*\.)+[a-z]{2,}")
_CODE = 2  # letters of a country's end of an address
_LONGEST_NAME = 3  # words
# A town that gives an outlet its name has as many people at least; smaller ones are mostly the names of something else
_PEOPLE = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The names of places in an outlet's name, and the countries (ISO 3166-1 alpha-2) that it is told to be in."""

    names: tuple[str, ...] = ()
    countries: frozenset[str] = frozenset()


@cache
def _ends() -> dict[str, str]:
    return dict(resources.rows("gazetteer/domains.tsv"))


@lru_cache(maxsize=2_000)
def home_of(outlet: str | None, uri: str) -> Home:
    """Where the outlet of a report is at home; nothing where neither its name nor its address tells."""
    name = (outlet or "").strip()
    hosts = [host for host in (name.lower(), _host(uri)) if _DOMAIN.fullmatch(host)]
    ends = [host.rpartition(".")[2] for host in hosts]
    words = [] if name.lower() in hosts else _WORD.findall(name)
    told = (demonyms().get(word, "") for word in words)
    coded = (end.upper() for end in ends if len(end) == _CODE and end not in _ends())
    named = (_ends()[end] for end in ends if _ends().get(end, "-") != "-")
    names = (*_places(words), *named)
    lands = (_country(place) for place in names)
    return Home(names=names, countries=frozenset(code for code in (*told, *coded, *lands) if code))


def _host(uri: str) -> str:
    try:
        return urlsplit(uri).hostname or ""
    except ValueError:  # what looks like an address and is none
        return ""


def _country(name: str) -> str:
    """The code of the country that a name stands for, empty where it may stand for a division as well ("Georgia")."""
    wide = [sense for sense in senses(name) if sense.kind in "C1" and not sense.alias]
    return wide[0].country or "" if len(wide) == 1 and wide[0].kind == "C" else ""


def _places(words: list[str]) -> Iterator[str]:
    """The longest names of places among the words of an outlet's name, from the left."""
    at = 0
    while at < len(words):
        runs = (words[at : at + length] for length in range(_LONGEST_NAME, 0, -1))
        name = next((run for run in runs if _is_home(run)), None)
        if name is not None:
            yield " ".join(name)
        at += len(name or " ")


def _is_home(words: list[str]) -> bool:
    """Whether an outlet may have its name from the place that these words name."""
    name = " ".join(words)
    if not words[0][0].isupper() or name in not_alone() or any(word.lower() in outlet_words() for word in words):
        return False
    return any(not sense.alias and (sense.kind in "C1" or sense.population >= _PEOPLE) for sense in senses(name))
