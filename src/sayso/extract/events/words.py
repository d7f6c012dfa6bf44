"""Which words report which kind of event, read from the tables under resources/events."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from sayso import resources
from sayso.extract.tables import rows

ANY = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A PLOVER root and a CAMEO code."""

    plover: str
    cameo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A code that a verb has in the company of one of some lemmas; no company: in any. No code: no event then."""

    company: frozenset[str]
    code: Code | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Verbs (lemmas) by how they pass on the question what happens; nouns for people; codes of intentions."""

    light: frozenset[str]
    occurring: frozenset[str]
    transparent: frozenset[str]
    intending: frozenset[str]
    topical: frozenset[str]
    people: frozenset[str]
    telling: frozenset[str]
    undergoing: frozenset[str]
    suffering: frozenset[str]
    willing: frozenset[str]
    mishaps: frozenset[str]
    workers: frozenset[str]
    beside: frozenset[str]
    times: frozenset[str]
    adjectives: frozenset[str]
    intent: dict[str, str]
    general: dict[str, str]


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """The frames of each verb lemma, those with company first, else in the order of the table."""
    table: dict[str, list[Frame]] = defaultdict(list)
    for verbs, company, plover, cameo in rows("events/frames.tsv"):
        words = frozenset() if company == ANY else frozenset(company.split())
        for verb in verbs.split():
            code = None if plover == ANY else Code(plover=plover, cameo=cameo)
            table[verb.replace("_", " ")].append(Frame(company=words, code=code))
    return {verb: tuple(sorted(found, key=lambda frame: not frame.company)) for verb, found in table.items()}


@cache
def event_nouns() -> dict[str, Code]:
    """Nouns that name an event, by lemma."""
    return {noun: Code(plover=plover, cameo=cameo) for noun, plover, cameo in rows("events/nouns.tsv")}


@cache
def roles() -> Roles:
    """How verbs of little meaning of their own pass the question on."""
    table = resources.lists("events/roles.toml")
    lists = {name: frozenset(words) for name, words in table.items() if name not in {"intent", "general"}}
    return Roles(**lists, intent=table["intent"], general=table["general"])
