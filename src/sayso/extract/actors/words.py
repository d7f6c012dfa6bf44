"""Words by which an actor is told from other things, and what sort of actor it is: the lists behind the rules."""

from __future__ import annotations

from functools import cache

from sayso import resources
from sayso.model import ActorKind

# Parts that a person or a firm may have; any other noun of the list of offices is a person's
HELD_BY_FIRMS = frozenset(
    {"owner", "founder", "landlord", "host", "organiser", "organizer", "builder", "developer", "contractor", "producer"}
)


def _rows(name: str) -> list[list[str]]:
    return list(resources.rows(f"actors/{name}"))


@cache
def roles() -> dict[str, str]:
    """Nouns for an office or a part somebody has, with the class within which one may stand for another."""
    return {noun: role for noun, role, _ in _rows("roles.tsv")}


@cache
def genders() -> dict[str, str]:
    """Words that tell a person's gender, m or f: nouns ("spokeswoman"), titles ("Mr"), given names, in lower case."""
    rows = [(noun, gender) for noun, _, gender in _rows("roles.tsv")]
    rows += [(word, gender) for name in ("titles.tsv", "given_names.tsv") for word, gender in _rows(name)]
    return {word: gender for word, gender in rows if gender != "-"}


@cache
def bodies() -> dict[str, ActorKind]:
    """Nouns for bodies of people, with the kind of actor such a body is."""
    return {noun: ActorKind(kind) for noun, kind in _rows("bodies.tsv")}


@cache
def wider_offices() -> dict[str, frozenset[str]]:
    """What an office may be called instead: a wider word's class with the classes whose holders it may mean."""
    return {wide: frozenset(narrow.split()) for wide, narrow in _rows("wider.tsv")}


@cache
def generic_bodies() -> dict[str, frozenset[ActorKind]]:
    """Nouns for a body that need not stand in its name, with the kinds of actor that they may mean."""
    return {noun: frozenset(map(ActorKind, kinds.split())) for noun, kinds in _rows("generic_bodies.tsv")}


@cache
def firm_words() -> frozenset[str]:
    """Words by which a name of several words is that of a firm, in lower case."""
    return frozenset(word for (word,) in _rows("firm_words.txt"))


@cache
def trades() -> frozenset[str]:
    """What a firm is called before its name by what it makes or sells, in lower case."""
    return frozenset(word for (word,) in _rows("trades.txt"))


@cache
def nationals() -> dict[str, tuple[str, str]]:
    """Nouns for one person of a country ("Dane") with the country and the gender, empty where it tells none."""
    people = {noun: (country, gender.strip("-")) for noun, country, gender in _rows("nationals.tsv")}
    return {word: (country, "") for word, country in demonyms().items() if country} | people


@cache
def documents() -> frozenset[str]:
    """What a body issues and then speaks for it ("the report said")."""
    return frozenset(sorts_of_paper())


@cache
def sorts_of_paper() -> dict[str, frozenset[str]]:
    """Each of the `documents` with the sorts of paper that it means."""
    return {noun: frozenset(sorts.split()) for noun, sorts in _rows("documents.tsv")}


@cache
def issuing() -> frozenset[str]:
    """What whoever is behind a paper does with it, by dictionary form: "publish" of "published by the union"."""
    return frozenset(word for (word,) in _rows("issuing.txt"))


@cache
def dwelling() -> frozenset[str]:
    """What tells which unnamed one somebody is by where they are or what they do there: verbs by dictionary form, and
    adjectives ("living on the dam road", "close to the talks").
    """
    return frozenset(word for (word,) in _rows("dwelling.txt"))


@cache
def asides() -> frozenset[str]:
    """Verbs, by dictionary form, of clauses that tell how a source came to be heard and not who it is."""
    return frozenset(word for (word,) in _rows("aside.txt"))


@cache
def moods() -> frozenset[str]:
    """Adjectives that colour unnamed people and tell nothing of who they are, in lower case: "furious"."""
    return frozenset(word for (word,) in _rows("moods.txt"))


@cache
def outlet_words() -> frozenset[str]:
    """Words by which a body's name is that of an outlet, in lower case."""
    return frozenset(word for (word,) in _rows("outlet_words.txt"))


@cache
def titles() -> frozenset[str]:
    """Words before a person's name that are no part of it, in lower case; role nouns are not repeated here."""
    return frozenset(word for word, _ in _rows("titles.tsv"))


@cache
def demonyms() -> dict[str, str]:
    """Names of peoples and their adjectives with the country, empty where there is no one country; plurals too."""
    known = {word: country.strip("-") for word, country in _rows("demonyms.tsv")}
    return known | {f"{word}s": country for word, country in known.items() if not word.endswith(("s", "h", "ese"))}


@cache
def named_bodies() -> dict[str, tuple[ActorKind, str]]:
    """Bodies known by name with their kind and country: outlets, armed movements, government bodies and others."""
    outlets = {name: (ActorKind.OUTLET, "") for (name,) in _rows("outlets.txt")}
    groups = {name: (ActorKind.GROUP, "") for (name,) in _rows("groups.txt")}
    government = {name: (ActorKind.GOVERNMENT, country.strip("-")) for name, country in _rows("government.tsv")}
    return outlets | groups | government | _known()


def _known() -> dict[str, tuple[ActorKind, str]]:
    return {
        name: (ActorKind(kind), country.strip("-"))
        for full, kind, country, others in _rows("known.tsv")
        for name in (full, *others.split("|"))
        if name != "-"
    }


@cache
def full_names() -> dict[str, str]:
    """Other names of known bodies, acronyms and spellings, each with the name it stands for in every report."""
    return {name: full for full, _, _, others in _rows("known.tsv") for name in others.split("|") if name != "-"}


@cache
def civil_words() -> frozenset[str]:
    """Words by which a council or commission is a society's and no state's, in lower case."""
    return frozenset(word for (word,) in _rows("civil_words.txt"))
