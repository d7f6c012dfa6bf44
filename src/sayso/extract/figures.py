"""Who is named in a report: each named actor once, under its fullest name, with all that the report says of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.extract.actorwords import bodies, demonyms, named_bodies
from sayso.extract.gazetteer import senses
from sayso.extract.phrases import Office, Phrase
from sayso.extract.placenames import fold
from sayso.model import Actor, ActorKind, content_id

_SMALL = frozenset({"of", "for", "the", "and", "on", "in", "to", "a", "an"})
_SPELLINGS = {
    "defense": "defence",
    "center": "centre",
    "organization": "organisation",
    "affairs": "",
    "labor": "labour",
}
_ACRONYM = re.compile(r"[A-Z][A-Za-z&]*[A-Z]s?")

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One named actor of a report. `words` are the content words of a body's name, in lower case."""

    actor: Actor
    offices: tuple[Office, ...] = ()
    gender: str = ""
    words: frozenset[str] = frozenset()


def country_of_name(name: str) -> str:
    """The ISO code of the country that `name` is the name of, empty for any other name."""
    found = [s for s in senses(name) if s.kind == "C" and not s.alias]
    return (found[0].country or "") if found else ""


def keys(named: Sequence[Phrase]) -> dict[Phrase, Key]:
    """Which named phrases are one actor: those with the same key."""
    persons = _person_keys(named)
    own = {phrase: persons.get(phrase) or _body_key(phrase) for phrase in named}
    return _joined(named, own)


def _person_keys(named: Sequence[Phrase]) -> dict[Phrase, Key]:
    """Persons by their fullest name; a surname alone joins the one full name it ends, never one of two."""
    full = sorted({tuple(fold(p.name).split()) for p in named if p.kind is ActorKind.PERSON and " " in fold(p.name)})
    canonical = {name: _longer_form(name, full) for name in full}
    out: dict[Phrase, Key] = {}
    for phrase in named:
        words = tuple(fold(phrase.name).split())
        if words in canonical:
            out[phrase] = ("person", *canonical[words])
            continue
        bearers = {canonical[name] for name in full if name[-len(words) :] == words}
        bearers = bearers or {canonical[name] for name in full if len(words) == 1 and name[0] == words[0]}
        if len(bearers) == 1 and _may_be_person(phrase):
            out[phrase] = ("person", *bearers.pop())
        elif phrase.kind is ActorKind.PERSON:
            out[phrase] = ("person", *words)
    return out


def _may_be_person(phrase: Phrase) -> bool:
    """A surname alone is often taken for a body or a place; a country, a list's body or a document is none."""
    return (
        phrase.name not in named_bodies()
        and not country_of_name(phrase.name)
        and "the" not in (token.lower_ for token in phrase.tokens[:1])
    )


def _longer_form(name: Key, full: Sequence[Key]) -> Key:
    """The longest of the report's names with the same first and last word ("John Q. Public" for "John Public")."""
    same = [other for other in full if other[0] == name[0] and other[-1] == name[-1] and set(name) <= set(other)]
    return max(same, key=lambda other: (len(other), other))


def _body_key(phrase: Phrase) -> Key:
    iso = country_of_name(phrase.name)
    if iso and phrase.kind is not ActorKind.GROUP:
        return ("country", iso)
    country, words = body_words(phrase.name)
    if phrase.name in named_bodies():
        country = ""
    return ("body", phrase.country if phrase.name not in named_bodies() and not country else country, *sorted(words))


def body_words(name: str) -> tuple[str, frozenset[str]]:
    """The country told in a body's name, and its other content words in one spelling and no order."""
    country, words = "", set()
    for part in name.replace("’", "'").replace("'s", "").split():
        iso = demonyms().get(part) or (country_of_name(part) if part[:1].isupper() else "")
        if iso and not country:
            country = iso
        elif fold(part) not in _SMALL:
            word = fold(part)
            words.add(_SPELLINGS.get(word, word))
    return country, frozenset(words - {""})


def _joined(named: Sequence[Phrase], own: Mapping[Phrase, Key]) -> dict[Phrase, Key]:
    """Acronyms joined to the names they stand for, and a body named without its country to the one named with it."""
    stands_for = _acronyms(named, own)
    full: dict[tuple[str, ...], set[Key]] = defaultdict(set)
    for key in own.values():
        if key[0] == "body" and key[1]:
            full[key[2:]].add(key)
    out = {}
    for phrase, key in own.items():
        key = stands_for.get(phrase.name, key) if _ACRONYM.fullmatch(phrase.name) else key
        if key[0] == "body" and not key[1] and len(full[key[2:]]) == 1:
            key = next(iter(full[key[2:]]))
        out[phrase] = key
    return out


def _acronyms(named: Sequence[Phrase], own: Mapping[Phrase, Key]) -> dict[str, Key]:
    """Each acronym with the name before whose brackets it stands, or whose initials it is."""
    out: dict[str, Key] = {}
    short = {phrase.name for phrase in named if _ACRONYM.fullmatch(phrase.name)}
    for phrase in named:
        if " " not in phrase.name:
            continue
        after = phrase.tokens.doc[phrase.tokens.end : phrase.tokens.end + 2].text
        spelled = {_initials(phrase.name, all_words=True), _initials(phrase.name, all_words=False)}
        for acronym in sorted(short):
            if after.startswith(f"({acronym}") or acronym in spelled:
                out.setdefault(acronym, own[phrase])
    return out


def _initials(name: str, *, all_words: bool) -> str:
    parts = re.split(r"[\s\-]+", name)
    return "".join(p[0].upper() for p in parts if p and (all_words or p[0].isupper()))


def figures(named: Sequence[Phrase], by_key: Mapping[Phrase, Key], report_id: str) -> dict[Key, Figure]:
    """One figure for each key, from all the phrases that have it."""
    groups: dict[Key, list[Phrase]] = defaultdict(list)
    for phrase in named:
        groups[by_key[phrase]].append(phrase)
    return {key: _figure(key, group, report_id) for key, group in groups.items()}


def _figure(key: Key, group: Sequence[Phrase], report_id: str) -> Figure:
    name = max((phrase.name for phrase in group), key=lambda n: (n.count(" "), len(n)))
    kinds = [phrase.kind for phrase in group if phrase.name == name]
    kind = ActorKind.PERSON if key[0] == "person" else ActorKind.GOVERNMENT if key[0] == "country" else kinds[0]
    country = key[1] if key[0] in {"country", "body"} and key[1] else next((p.country for p in group if p.country), "")
    actor = Actor(id=actor_id(key, kind, name, report_id), name=name, kind=kind, country=country or None)
    return Figure(
        actor=actor,
        offices=tuple(dict.fromkeys(office for phrase in group for office in phrase.offices)),
        gender=next((phrase.gender for phrase in group if phrase.gender), ""),
        words=body_words(name)[1] if key[0] == "body" else frozenset(),
    )


def actor_id(key: Key, kind: ActorKind, name: str, report_id: str) -> str:
    """The same for one named actor in every report; bound to the report where only the report tells which body it is.

    A person's id follows from the full name, a country's from its ISO code, a body's from its country and its words in
    no order: "Ukraine's Ministry of Defence" and "Ukrainian Defense Ministry" are one.
    """
    if key[0] == "country":
        return content_id("actor", key[1])
    if key[0] == "person":
        return content_id("actor", " ".join(key[1:]))
    general = kind is ActorKind.GOVERNMENT and not key[1] and name not in named_bodies()
    if general and set(key[2:]) & set(bodies()):
        return content_id("actor", report_id, " ".join(key[2:]))
    return content_id("actor", " ".join(part for part in key[1:] if part))
