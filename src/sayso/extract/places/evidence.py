"""What speaks for and against a name being that of a place here: its label, its neighbours, the rest of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from sayso.extract.actors.words import bodies, genders, named_bodies, roles, titles
from sayso.extract.parse import Parsed
from sayso.extract.places.gazetteer import Sense, senses

PLACE_LABELS = frozenset({"GPE", "LOC"})
_BODY_LABELS = frozenset({"ORG", "FAC"})
_LOCATIVE = frozenset({"in", "at", "near", "from", "to", "outside", "into", "around", "across", "through", "of"})
_COMPASS = frozenset({"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west"})
_DATELINE = frozenset({"—", "–", "-", "--", "("})
_WAYS = frozenset({"street", "avenue", "road", "lane", "drive", "parkway", "boulevard", "way", "court", "highway"})
_WAY_SHORT = frozenset({"st", "st.", "ave", "ave.", "rd", "rd.", "dr", "dr.", "blvd", "blvd.", "ln", "ln.", "hwy"})
# People who are told by where they are from: "Crafton man sues", "Ruse firefighters"
_LOCALS = frozenset(
    {"man", "resident", "worker", "police", "student", "family", "officer", "person", "lawyer", "mayor"}
)
# What a town or county keeps: its name before one of these is the town's ("Carthage Police", "Brill Fire Department")
_CIVIC = frozenset({"police", "sheriff", "department", "council", "fire", "city", "township", "board", "school"})
_MANY_PEOPLE = 200_000  # a name that few but its city bear: a place by itself
_SOME_PEOPLE = 500


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the whole report says of a name: parts of persons' full names, and names marked as places somewhere."""

    persons: frozenset[str]
    places: frozenset[str]


def capitalised(doc: Doc) -> list[int]:
    """The numbers of the tokens that begin with a capital, by their shapes: far cheaper than making each token."""
    shapes = doc.to_array("SHAPE").tolist()
    upper = {shape for shape in set(shapes) if doc.vocab.strings[shape][:1] == "X"}
    return [i for i, shape in enumerate(shapes) if shape in upper]


def gather(parsed: Parsed) -> Evidence:
    """The persons and places of a report that the parser or a neighbouring word is sure of."""
    persons: set[str] = set()
    places: set[str] = set()
    for passage in parsed.passages:
        persons.update(_after_given_names(passage.doc))
        for entity in passage.doc.ents:
            if entity.label_ == "PERSON" and len(entity) > 1 and not senses(entity.text):
                persons.update(token.text for token in entity if token.text[:1].isupper())
            elif entity.label_ in PLACE_LABELS and locative(entity):
                places.add(bare_name(entity).text)
    return Evidence(frozenset(persons), frozenset(places))


def _after_given_names(doc: Doc) -> list[str]:
    """Given names and the capitalised word after each, unless the parser has a place there."""
    pairs = [(doc[i], doc[j]) for i, j in pairwise(capitalised(doc)) if j == i + 1 and doc[i].lower_ in genders()]
    return [token.text for pair in pairs if pair[1].ent_type_ not in PLACE_LABELS for token in pair]


def bare_name(entity: TokenSpan) -> TokenSpan:
    """A name without the article before it and the possessive after it."""
    start, end = entity.start, entity.end
    if entity[0].lower_ == "the" and len(entity) > 1:
        start += 1
    while end > start + 1 and (entity.doc[end - 1].tag_ == "POS" or entity.doc[end - 1].is_punct):
        end -= 1
    return entity.doc[start:end]


def locative(tokens: TokenSpan) -> bool:
    """Whether the words around a name make it a place: "in X", "northern X", "X, Texas", "X man", "X — (dateline)"."""
    doc = tokens.doc
    before = doc[tokens.start - 1].lower_ if tokens.start else ""
    if before in _LOCATIVE or before in _COMPASS:
        return True
    after = doc[tokens.end] if tokens.end < len(doc) else None
    if after is None:
        return False
    dateline = tokens.text.isupper() and len(tokens.text) > 2 and after.text in _DATELINE
    return dateline or _of_locals(after) or _before_container(tokens)


def _of_locals(after: Token) -> bool:
    return after.text.islower() and (roles().get(after.text) in _LOCALS or after.text in _LOCALS)


def _before_container(tokens: TokenSpan) -> bool:
    """Whether a country or a first-level division follows after a comma."""
    doc, end = tokens.doc, tokens.end
    if end + 1 >= len(doc) or doc[end].text != ",":
        return False
    return any(sense.kind in "C1" for sense in senses(doc[end + 1].text))


def is_place(tokens: TokenSpan, known: Sequence[Sense], entity: TokenSpan | None, evidence: Evidence) -> bool:
    """Whether a name that the gazetteer knows is a place here, not a person, a body or a street of that name."""
    around = locative(tokens)
    if (
        tokens.text in named_bodies()
        or _is_way(tokens)
        or _is_titled(tokens)
        or (tokens.root.pos_ != "PROPN" and not around)
    ):
        return False
    label = entity.label_ if entity is not None else ""
    whole = entity is None or len(bare_name(entity)) <= len(tokens)
    if len(tokens) == 1 and tokens.text in evidence.persons:
        return whole and label != "PERSON" and around
    seen = tokens.text in evidence.places
    people = max(sense.population // (10 if sense.alias else 1) for sense in known)
    large = any(sense.kind in "C1" and sense.population > _MANY_PEOPLE for sense in known)
    if label in _BODY_LABELS and not whole and entity is not None:
        return _names_its_seat(tokens, entity, known_here=seen or large)
    told = seen or (around and people > _SOME_PEOPLE)
    if label == "PERSON":
        return whole and told
    return label in PLACE_LABELS or told or people > _MANY_PEOPLE


def _is_titled(tokens: TokenSpan) -> bool:
    """Whether an office or a title stands before the name: "Mayor Paris", "Secretary Kerry"."""
    before = tokens.doc[tokens.start - 1] if tokens.start else None
    return before is not None and before.text[0].isupper() and (before.lower_ in roles() or before.lower_ in titles())


def _is_way(tokens: TokenSpan) -> bool:
    """Whether a street word follows: "Paris Avenue" is in no Paris."""
    doc, end = tokens.doc, tokens.end
    return end < len(doc) and ((doc[end].text.istitle() and doc[end].lower_ in _WAYS) or doc[end].lower_ in _WAY_SHORT)


def _names_its_seat(tokens: TokenSpan, entity: TokenSpan, *, known_here: bool) -> bool:
    """Whether a place in the name of a body is where the body is: "Carthage Police", "Bank of Estonia"."""
    begins = tokens.start <= bare_name(entity).start
    rest = [token.lower_ for token in entity if token.i >= tokens.end]
    if begins and rest and (rest[0] in _CIVIC or rest[0] in bodies()):
        return True
    return known_here and (begins or tokens.doc[tokens.start - 1].lower_ in {"of", "in"})
