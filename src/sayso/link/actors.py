"""Which actors of different reports are one and the same voice: name variants, a body and its own spokesman."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.link.spelling import same_spelling
from sayso.link.terms import in_one_word, listed, name_key, nearness, terms
from sayso.model import Actor, ActorKind

_WORD = re.compile(r"[^\W_]+")
_NAMED = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GOVERNMENT, ActorKind.OUTLET})
_SPEAKS_FOR = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|sp(?:eak|eaks|oke|eaking) for"
    r"|press (?:service|secretary|office|officer))\b",
    re.I,
)

ENOUGH = 2  # words of a description that tell a role from others: "fire chief", not "officials"
NEAR = 0.6


@lru_cache(maxsize=100_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as compared: lower case, demonyms as their country, small words left out."""
    cleaned = in_one_word(re.sub(r"\([^)]*\)", " ", name))
    return tuple(name_key(w) for w in _WORD.findall(cleaned.casefold()) if w not in listed("small"))


@lru_cache(maxsize=100_000)
def acronym(name: str) -> str | None:
    """The acronym that a name of three or more words gives, or that stands in brackets behind it; lower case."""
    bracketed = re.search(r"\(([A-Z][A-Za-z&.]{1,9})\)", name)
    if bracketed:
        return bracketed.group(1).replace(".", "").casefold()
    letters = [w[0] for w in re.findall(r"[^\W\d_]+", name) if w[0].isupper()]
    return "".join(letters).casefold() if len(letters) >= 3 else None


@lru_cache(maxsize=100_000)
def proper(actor: Actor) -> bool:
    """Whether the actor is known by a name and not only by a description ("two officials")."""
    has_name = any(w[0].isupper() for w in _WORD.findall(actor.name)[:8] if w.casefold() not in listed("small"))
    return has_name and (actor.kind in _NAMED or actor.kind is ActorKind.UNKNOWN or not actor.name[0].islower())


@lru_cache(maxsize=100_000)
def same_name(a: str, b: str) -> bool:
    """Whether two names are variants of one: equal words, an acronym and its long form, a name and its surname."""
    x, y = name_words(a), name_words(b)
    if not x or not y:
        return False
    if x == y or set(x) == set(y):
        return True
    if (len(x) == 1 and x[0] == acronym(b)) or (len(y) == 1 and y[0] == acronym(a)):
        return True
    return _same_person(x, y)


def _same_person(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """A title and surname for a full name ("Minister Orlov", "Pavel Orlov"); never two different forenames."""
    x, y = (tuple(w for w in name if w not in listed("titles")) for name in (x, y))
    short, long = sorted((x, y), key=len)
    if not short or len(long) > 4 or listed("bodies") & {*short, *long}:
        return False
    return short == long[-len(short) :] or same_spelling(short, long)


def same_actor(a: Actor, b: Actor) -> bool:
    """Whether two actors are one by id or by name."""
    if a.id == b.id:
        return True
    if a.kind is b.kind is ActorKind.PERSON and _turned(name_words(a.name), name_words(b.name)):
        return False  # "Ahmed Hassan" is not "Hassan Ahmed"; a body's words may stand in any order
    return proper(a) and proper(b) and same_name(a.name, b.name)


def _turned(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    return x != y and set(x) == set(y) and len(x) == len(y)


def is_spokesman(words: str) -> bool:
    """Whether `words` (a source as written) tell that somebody speaks for others ("its spokeswoman, Ana Reis")."""
    return bool(_SPEAKS_FOR.search(words))


def speaks_for(words: str, body: str) -> bool:
    """Whether `words` (a source as written, or an actor's name) are those of a spokesman of `body`."""
    if not _SPEAKS_FOR.search(words):
        return False
    parts = set(name_words(body))
    return bool(parts) and parts <= set(name_words(words))


def holds_office(words: str, body: str) -> bool:
    """Whether `words` (a source as written) name an office and, by its kind, the `body` that it is of.

    "Union secretary" for "Drivers' Union": among the sources of one claim it is clear which union is meant.
    """
    said = set(name_words(words))
    return bool(said & listed("offices")) and bool(said & set(name_words(body)) & listed("bodies"))


def fits(description: str, named: str) -> bool:
    """Whether all words of a description, and so many that it is not anybody's, are among those of a named source, or
    near them in meaning: "doctors' union" fits "Sudan Physicians' Union", "two officials" fits nobody.
    """
    told = {t.key for t in terms(description).values() if not t.number}
    known = {t.key for t in terms(named).values()}
    return len(told) >= ENOUGH and all(nearness(key, known) >= NEAR for key in told)


def heads(actors: Iterable[Actor | None]) -> frozenset[str]:
    """The words by which actors can be found again in another report: of persons the surname, of bodies all words."""
    out: set[str] = set()
    for actor in actors:
        if actor is None:
            continue
        kept = [w for w in name_words(actor.name) if w not in listed("titles") and len(w) > 1]
        out.update(kept[-1:] if actor.kind is ActorKind.PERSON else kept)
    return frozenset(out)
