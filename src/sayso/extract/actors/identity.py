"""Which names of a report are one actor: short names, acronyms, spellings and the publisher's own forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.extract.actors.phrase import At, Phrase
from sayso.extract.actors.words import demonyms, firm_words, full_names, named_bodies, outlet_words
from sayso.extract.places.gazetteer import senses
from sayso.extract.places.names import fold
from sayso.model import ActorKind

_SMALL = frozenset({"of", "for", "the", "and", "on", "in", "to", "a", "an"})
_SPELLINGS = {
    "defense": "defence",
    "center": "centre",
    "organization": "organisation",
    "affairs": "",
    "labor": "labour",
}
_ACRONYM = re.compile(r"[A-Z][A-Za-z&]*[A-Z]s?")

_JOINABLE = frozenset({ActorKind.ORGANISATION, ActorKind.UNKNOWN, ActorKind.GROUP})

Key = tuple[str, ...]


def country_of_name(name: str) -> str:
    """The ISO code of the country that `name` is the name of, empty for any other name."""
    found = [s for s in senses(name) if s.kind == "C" and not s.alias]
    return (found[0].country or "") if found else ""


def keys(named: Sequence[Phrase], outlet: str | None = None) -> dict[At, Key]:
    """Which named phrases are one actor: those with the same key. `outlet` is the report's own."""
    persons = _person_keys(named)
    firms = _firm_keys(named)
    own = {p.at: firms.get(p.name) or persons.get(p.at) or _body_key(p) for p in named}
    joined = _joined(named, own)
    if outlet is None:
        return joined
    return {p.at: publisher_key(outlet) if _is_publisher(p, outlet) else joined[p.at] for p in named}


def publisher_key(outlet: str) -> Key:
    """The key of the outlet that published the report."""
    country, words = body_words(outlet)
    return ("body", country, *sorted(words))


def _is_publisher(phrase: Phrase, outlet: str) -> bool:
    """Whether a name is the outlet's, its initials, or the end of it that tells it is an outlet ("the Herald")."""
    if fold(phrase.name) == fold(outlet):
        return True
    if len(phrase.name) > 2 and _ACRONYM.fullmatch(phrase.name):
        return phrase.name in acronyms_of(outlet)
    name, whole = fold(phrase.name).split(), fold(outlet).split()
    tells = bool(set(name) & outlet_words()) and phrase.name not in named_bodies()
    return tells and phrase.kind is not ActorKind.PERSON and whole[-len(name) :] == name


def _firm_keys(named: Iterable[Phrase]) -> dict[str, Key]:
    """Firms by their names and by the same without the last words that only say that it is a firm ("Polar Oil plc")."""
    out: dict[str, set[Key]] = defaultdict(set)
    for phrase in named:
        words = phrase.name.split()
        if phrase.kind is ActorKind.ORGANISATION and len(words) > 1 and words[-1].lower() in firm_words():
            key = _body_key(phrase)
            out[phrase.name].add(key)
            while len(words) > 1 and words[-1].lower() in firm_words():
                words = words[:-1]
                out[" ".join(words)].add(key)
    # Of "Polar Oil" and "Polar Oil Group" the longest tells the key
    return {name: max(found, key=lambda key: (len(key), key)) for name, found in out.items()}


def _person_keys(named: Sequence[Phrase]) -> dict[At, Key]:
    """Persons by their fullest name; a surname alone joins the one full name it ends, never one of two whom not even a
    title tells apart.
    """
    full = _full_names([tuple(fold(p.name).split()) for p in named if p.kind is ActorKind.PERSON])
    canonical = {name: _longer_form(name, full) for name in full}
    genders = {tuple(fold(p.name).split()): p.gender for p in named if p.gender}
    out: dict[At, Key] = {}
    for phrase in named:
        name = tuple(fold(phrase.name).split())
        bearers = {canonical[name]} if name in canonical else _bearers(name, canonical)
        if len(bearers) > 1 and phrase.gender:
            bearers = {b for b in bearers if genders.get(b, phrase.gender) == phrase.gender}
        if len(bearers) == 1 and (phrase.kind is ActorKind.PERSON or _may_be_person(phrase)):
            out[phrase.at] = ("person", *min(bearers))
        elif phrase.kind is ActorKind.PERSON:
            out[phrase.at] = ("person", *name)
    return out


def _full_names(names: Iterable[Key]) -> list[Key]:
    """Names of several words, but for double surnames, which end a longer name ("Amir-Abdollahian")."""
    several = sorted({name for name in names if len(name) > 1})
    return [name for name in several if not any(name == other[-len(name) :] for other in several if other != name)]


def _bearers(name: Key, canonical: Mapping[Key, Key]) -> set[Key]:
    """The full names that `name` may be short for: by the surname, or else by the given name."""
    by_surname = {full for own, full in canonical.items() if own[-len(name) :] == name}
    return by_surname or {full for own, full in canonical.items() if own[: len(name)] == name}


def _may_be_person(phrase: Phrase) -> bool:
    """A surname alone is often taken for a body or a place; a country, a known body, a name with "the" is none."""
    known = phrase.name in named_bodies() or country_of_name(phrase.name) or phrase.name.isupper()
    return not known and phrase.tokens[0].lower_ != "the"


def _longer_form(name: Key, full: Sequence[Key]) -> Key:
    """The longest of the report's names with the same first and last word ("John Q. Public" for "John Public")."""
    same = [other for other in full if other[0] == name[0] and other[-1] == name[-1] and set(name) <= set(other)]
    return max(same, key=lambda other: (len(other), other))


def _body_key(phrase: Phrase) -> Key:
    iso = country_of_name(phrase.name)
    if iso and phrase.kind is not ActorKind.GROUP:
        return ("country", iso)
    name = full_names().get(phrase.name, phrase.name)
    country, words = body_words(name)
    if name in named_bodies():
        country = ""
    return ("body", phrase.country if name not in named_bodies() and not country else country, *sorted(words))


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


def _joined(named: Sequence[Phrase], own: Mapping[At, Key]) -> dict[At, Key]:
    """Acronyms joined to the names they stand for, and a body named without its country to the one named with it."""
    stands_for = _acronyms(named, own) | _short_names(named, own)
    full: dict[Key, set[Key]] = defaultdict(set)
    for key in own.values():
        if key[0] == "body" and key[1]:
            full[key[2:]].add(key)
    out: dict[At, Key] = {}
    for phrase in named:
        key = stands_for.get(phrase.name, own[phrase.at])
        homes = full[key[2:]] if key[0] == "body" and not key[1] else set()
        out[phrase.at] = min(homes) if len(homes) == 1 else key
    return out


def _short_names(named: Sequence[Phrase], own: Mapping[At, Key]) -> dict[str, Key]:
    """Each word that stands alone for the one longer name of a body that it begins or ends: "Strand", "Strand Ferries".

    No place, no country and no acronym: a town's name is in the names of many.
    """
    longer: dict[str, set[Key]] = defaultdict(set)
    for phrase in named:
        words = phrase.name.split()
        if len(words) > 1 and own[phrase.at][0] == "body" and phrase.kind is not ActorKind.GOVERNMENT:
            for word in {words[0], words[-1]}:
                longer[word].add(own[phrase.at])
    alone = (p for p in named if p.kind in _JOINABLE and p.name in longer and own[p.at][0] == "body")
    return {
        p.name: min(longer[p.name])
        for p in alone
        if len(longer[p.name]) == 1 and p.name not in named_bodies() and not p.name.isupper() and not senses(p.name)
    }


def _acronyms(named: Sequence[Phrase], own: Mapping[At, Key]) -> dict[str, Key]:
    """Each acronym with the name before whose brackets it stands, or whose initials it is."""
    out: dict[str, Key] = {}
    short = sorted({phrase.name for phrase in named if _ACRONYM.fullmatch(phrase.name)})
    for phrase in named if short else ():
        if " " not in phrase.name:
            continue
        after = phrase.tokens.doc[phrase.tokens.end : phrase.tokens.end + 2].text
        spelled = acronyms_of(phrase.name)
        for acronym in short:
            if after.startswith((f"({acronym}", f"[{acronym}")) or acronym in spelled:
                out.setdefault(acronym, own[phrase.at])
    return out


def acronyms_of(name: str) -> frozenset[str]:
    """The acronyms that a name may have: the initials of all its words, or of the capitalised ones."""
    return frozenset({_initials(name, all_words=True), _initials(name, all_words=False)})


def _initials(name: str, *, all_words: bool) -> str:
    parts = re.split(r"[\s\-]+", name)
    return "".join(p[0].upper() for p in parts if p and (all_words or p[0].isupper()))
