"""Who is named in a report: each named actor once, under its fullest name, with all that the report says of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.extract.actors.phrases import At, Office, Phrase
from sayso.extract.actors.words import bodies, demonyms, named_bodies
from sayso.extract.draft import MentionForm
from sayso.extract.places.gazetteer import senses
from sayso.extract.places.names import fold
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


def keys(named: Sequence[Phrase]) -> dict[At, Key]:
    """Which named phrases are one actor: those with the same key."""
    persons = _person_keys(named)
    return _joined(named, {phrase.at: persons.get(phrase.at) or _body_key(phrase) for phrase in named})


def _person_keys(named: Sequence[Phrase]) -> dict[At, Key]:
    """Persons by their fullest name; a surname alone joins the one full name it ends, never one of two."""
    full = _full_names([tuple(fold(p.name).split()) for p in named if p.kind is ActorKind.PERSON])
    canonical = {name: _longer_form(name, full) for name in full}
    out: dict[At, Key] = {}
    for phrase in named:
        name = tuple(fold(phrase.name).split())
        bearers = {canonical[name]} if name in canonical else _bearers(name, canonical)
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


def _joined(named: Sequence[Phrase], own: Mapping[At, Key]) -> dict[At, Key]:
    """Acronyms joined to the names they stand for, and a body named without its country to the one named with it."""
    stands_for = _acronyms(named, own)
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


def _acronyms(named: Sequence[Phrase], own: Mapping[At, Key]) -> dict[str, Key]:
    """Each acronym with the name before whose brackets it stands, or whose initials it is."""
    out: dict[str, Key] = {}
    short = sorted({phrase.name for phrase in named if _ACRONYM.fullmatch(phrase.name)})
    for phrase in named if short else ():
        if " " not in phrase.name:
            continue
        after = phrase.tokens.doc[phrase.tokens.end : phrase.tokens.end + 2].text
        spelled = {_initials(phrase.name, all_words=True), _initials(phrase.name, all_words=False)}
        for acronym in short:
            if after.startswith((f"({acronym}", f"[{acronym}")) or acronym in spelled:
                out.setdefault(acronym, own[phrase.at])
    return out


def _initials(name: str, *, all_words: bool) -> str:
    parts = re.split(r"[\s\-]+", name)
    return "".join(p[0].upper() for p in parts if p and (all_words or p[0].isupper()))


def tied(phrase: Phrase) -> list[At]:
    """Where the phrases stand that a description is another word for: in apposition to it, or "X is the minister"."""
    head = phrase.head
    heads = [head.head] if head.dep_ == "appos" else []
    heads += [child for child in head.children if child.dep_ == "appos"]
    heads += [child for child in head.head.children if child.dep_ == "nsubj"] if head.dep_ == "attr" else []
    return [phrase.beside(token) for token in heads]


def figures(all_phrases: Sequence[Phrase], by_key: Mapping[At, Key], report_id: str) -> dict[Key, Figure]:
    """One figure for each key, from all the phrases that have it and the descriptions beside them."""
    groups: dict[Key, list[Phrase]] = defaultdict(list)
    beside: dict[Key, list[Phrase]] = defaultdict(list)
    for phrase in all_phrases:
        if phrase.at in by_key:
            groups[by_key[phrase.at]].append(phrase)
        elif phrase.form is MentionForm.ROLE and phrase.offices:
            for at in tied(phrase):
                if at in by_key:
                    beside[by_key[at]].append(phrase)
    known = {key: _figure(key, group, beside[key], report_id) for key, group in groups.items()}
    return _with_counterparts(known, all_phrases, by_key)


def _with_counterparts(
    known: Mapping[Key, Figure], all_phrases: Sequence[Phrase], by_key: Mapping[At, Key]
) -> dict[Key, Figure]:
    """A counterpart holds the office of the person in office who was last named before, of another country."""
    out = dict(known)
    last: list[Figure] = []
    for phrase in all_phrases:
        figure = out.get(by_key[phrase.at]) if phrase.at in by_key else None
        if figure is None or not figure.offices:
            continue
        if all(office.role == "counterpart" for office in figure.offices):
            others = [f for f in reversed(last) if f.actor.country != figure.actor.country]
            offices = figure.offices + (others[0].offices if others else ())
            figure = out[by_key[phrase.at]] = replace(figure, offices=offices)
        last.append(figure)
    return out


def _figure(key: Key, group: Sequence[Phrase], beside: Sequence[Phrase], report_id: str) -> Figure:
    counts = Counter(phrase.name for phrase in group)
    name = max(counts, key=lambda n: (n.count(" "), counts[n], len(n), n))
    kind = next(phrase.kind for phrase in group if phrase.name == name)
    kind = {"person": ActorKind.PERSON, "country": ActorKind.GOVERNMENT}.get(key[0], kind)
    told = [phrase.country for phrase in (*group, *beside) if phrase.country]
    country = key[1] if key[0] in {"country", "body"} and key[1] else next(iter(told), "")
    actor = Actor(id=actor_id(key, kind, name, report_id), name=name, kind=kind, country=country or None)
    return Figure(
        actor=actor,
        offices=tuple(dict.fromkeys(office for phrase in (*group, *beside) for office in phrase.offices)),
        gender=next((phrase.gender for phrase in (*beside, *group) if phrase.gender), ""),
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
