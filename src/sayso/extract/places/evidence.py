"""What speaks for and against a name being that of a place here: its label, its neighbours, the rest of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from sayso.extract.actors.words import bodies, demonyms, genders, named_bodies, roles, titles
from sayso.extract.parse import Parsed
from sayso.extract.places.divisions import TOGETHER, ends_list
from sayso.extract.places.gazetteer import Sense, senses

PLACE_LABELS = frozenset({"GPE", "LOC"})
_BODY_LABELS = frozenset({"ORG", "FAC"})
_PERSON = "PERSON"
_PEOPLE = "NORP"  # a people, a faith, a party, and often by mistake a country or a province
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod"})
_LOCATIVE = frozenset({"in", "at", "near", "from", "to", "outside", "into", "around", "across", "through", "of"})
_COMPASS = frozenset({"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west"})
_DATELINE = frozenset({"—", "–", "-", "--", "---", "("})
# The party before a member's home: "Rep. Ana Ortiz, R-Marshall"
_PARTIES = frozenset({"R", "D", "I", "DFL", "Ind", "Lab", "Con", "LD", "SNP"})
_FROM_THERE = frozenset({"based", "area", "born", "bound"})
_WAYS = frozenset({"street", "avenue", "road", "lane", "drive", "parkway", "boulevard", "way", "court", "highway"})
_WAYS_TOGETHER = frozenset({"streets", "avenues", "roads", "lanes", "drives", "boulevards", "highways"})
_TOGETHER = frozenset(TOGETHER)
_ROUTES = frozenset({"route", "highway", "interstate", "rt", "rt.", "hwy", "hwy.", "state"})
_WAY_SHORT = frozenset({"st", "st.", "ave", "ave.", "rd", "rd.", "dr", "dr.", "blvd", "blvd.", "ln", "ln.", "hwy"})
# People who are told by where they are from: "Crafton man sues", "Ruse firefighters"
_LOCALS = frozenset(
    {"man", "resident", "worker", "police", "student", "family", "officer", "person", "lawyer", "mayor"}
)
# What a town or county keeps: its name before one of these is the town's ("Carthage Police", "Brill Fire Department")
_CIVIC = frozenset({"police", "sheriff", "department", "council", "fire", "city", "township", "board", "school"})
# Bodies that bear the name of a place for other reasons than that they serve it: of no place unless the report knows it
_FREE = frozenset(
    {
        "university",
        "college",
        "institute",
        "academy",
        "bank",
        "channel",
        "club",
        "foundation",
        "group",
        "company",
        "fund",
    }
)
_YEAR_FIGURES = 4  # "in Paris 1919" is no road
# Verbs whose object, if it is a name, is a place
_TAKES_PLACES = frozenset(
    {"retake", "recapture", "besiege", "shell", "bombard", "liberate", "evacuate", "encircle", "occupy", "storm"}
    | {"annex", "garrison", "overrun", "patrol"}
)
# What falls or moves on something: "shells fell on Kherson", "the column marched on Goma"
_ONTO = frozenset({"fall", "rain", "fire", "drop", "advance", "march", "descend", "converge", "close"})
_TOWN = 20_000  # people
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
    places: set[str] = set()
    named: list[list[str]] = []
    for passage in parsed.passages:
        named += ([token.text for token in pair] for pair in _after_given_names(passage.doc))
        for entity in passage.doc.ents:
            if entity.label_ == _PERSON and len(entity) > 1 and not senses(entity.text):
                named.append([token.text for token in entity if token.text[:1].isupper()])
            elif entity.label_ in PLACE_LABELS and locative(entity):
                places.add(bare_name(entity).text)
    # "Alexandria Police" speaks of no woman where the report is from Alexandria
    persons = {word for words in named if words and words[0] not in places for word in words}
    return Evidence(frozenset(persons), frozenset(places))


def _after_given_names(doc: Doc) -> list[tuple[Token, Token]]:
    """Given names with the capitalised word after each, unless the parser has a place there."""
    pairs = [(doc[i], doc[j]) for i, j in pairwise(capitalised(doc)) if j == i + 1 and doc[i].lower_ in genders()]
    return [pair for pair in pairs if pair[1].ent_type_ not in PLACE_LABELS]


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
    source = before == "to" and tokens.start > 1 and doc[tokens.start - 2].lower_ == "according"
    struck = before == "on" and doc[tokens.start - 1].head.lemma_ in _ONTO
    if (before in _LOCATIVE and not source) or before in _COMPASS or struck or is_of_member(tokens):
        return True
    after = doc[tokens.end] if tokens.end < len(doc) else None
    if after is None:
        return False
    dateline = tokens.text.isupper() and len(tokens.text) > 2 and after.text in _DATELINE
    home = after.text == "-" and tokens.end + 1 < len(doc) and doc[tokens.end + 1].lower_ in _FROM_THERE
    return dateline or home or _of_locals(after) or _before_container(tokens) or ends_list(tokens, _TOGETHER) != ""


def is_of_member(tokens: TokenSpan) -> bool:
    """Whether a party stands before the name: "R-Marshall"."""
    doc, start = tokens.doc, tokens.start
    return start > 1 and doc[start - 1].text == "-" and doc[start - 2].text in _PARTIES


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
        or is_no_town(tokens, known)
        or _is_titled(tokens)
        or (tokens.root.pos_ != "PROPN" and not around)
    ):
        return False
    if is_of_member(tokens):
        return True
    label = entity.label_ if entity is not None else ""
    whole = entity is None or len(bare_name(entity)) <= len(tokens)
    if len(tokens) == 1 and tokens.text in evidence.persons:
        return whole and label != _PERSON and around and not is_possessor(tokens)
    seen = tokens.text in evidence.places
    people = max(sense.population // (10 if sense.alias else 1) for sense in known)
    large = any(sense.kind in "C1" and sense.population > _MANY_PEOPLE for sense in known)
    if label in _BODY_LABELS and not whole and entity is not None:
        return _names_its_seat(tokens, entity, known_here=seen or large)
    beside = people > _TOWN and len(tokens) == 1 and _stands_for_place(tokens.root, evidence)
    told = seen or beside or (around and people > _SOME_PEOPLE)
    if label in (_PERSON, _PEOPLE):
        return told and (whole if label == _PERSON else _may_be_land(tokens))
    return label in PLACE_LABELS or told or people > _MANY_PEOPLE


def _may_be_land(tokens: TokenSpan) -> bool:
    """Whether what the parser takes for a people may be its land: "in Punjab", but not "of Kachin rebels"."""
    return tokens.root.dep_ not in _BEFORE_NOUN and tokens.text not in demonyms()


def _stands_for_place(token: Token, evidence: Evidence) -> bool:
    """Whether syntax makes a single word a place, whatever its label: side by side with one, or what troops take."""
    if token.lower_ in genders() or token.text in evidence.persons:
        return False
    if token.dep_ == "conj" and token.head.dep_ in {"pobj", "dobj", "conj"}:
        first = token.head
        return first.ent_type_ in PLACE_LABELS or first.text in evidence.places
    return token.dep_ == "dobj" and token.head.lemma_.lower() in _TAKES_PLACES


def _is_titled(tokens: TokenSpan) -> bool:
    """Whether an office or a title stands before the name: "Mayor Paris", "Secretary Kerry"."""
    before = tokens.doc[tokens.start - 1] if tokens.start else None
    return before is not None and before.text[0].isupper() and (before.lower_ in roles() or before.lower_ in titles())


def is_possessor(tokens: TokenSpan) -> bool:
    """Whether a possessive mark follows."""
    return tokens.end < len(tokens.doc) and tokens.doc[tokens.end].tag_ == "POS"


def is_no_town(tokens: TokenSpan, known: Sequence[Sense]) -> bool:
    """Whether the words around a name make it a street's, a road's or a thing's: "Paris Avenue", "W.Va. 61"."""
    return _is_way(tokens) or _is_road(tokens) or ends_list(tokens, _WAYS_TOGETHER) != "" or _is_thing(tokens, known)


def _is_thing(tokens: TokenSpan, known: Sequence[Sense]) -> bool:
    """Whether an article tells that no town is meant: "the Durango", but not "the Hague" or "the Alexandria area"."""
    doc, start, end = tokens.doc, tokens.start, tokens.end
    if not start or doc[start - 1].lower_ != "the" or any(sense.kind != "P" for sense in known):
        return False
    following = doc[end] if end < len(doc) else None
    before_noun = following is not None and (following.pos_ in ("NOUN", "PROPN", "ADJ") or following.text == "-")
    return not before_noun and not senses(f"the {tokens.text}")


def _is_way(tokens: TokenSpan) -> bool:
    """Whether a street word follows; a "Highway Patrol" is none."""
    doc, end = tokens.doc, tokens.end
    if end >= len(doc):
        return False
    names_body = doc[end].lower_ == "highway" and end + 1 < len(doc) and doc[end + 1].text.istitle()
    return not names_body and ((doc[end].text.istitle() and doc[end].lower_ in _WAYS) or doc[end].lower_ in _WAY_SHORT)


def _is_road(tokens: TokenSpan) -> bool:
    """Whether a road's number follows: "W.Va. 61", "Illinois Route 159"."""
    rest = [token.lower_ for token in tokens.doc[tokens.end : tokens.end + 3]]
    if rest[:1] == ["."]:  # the stop of an abbreviation
        rest = rest[1:]
    if rest[:1] and rest[0] in _ROUTES:
        rest = rest[1:]
    return rest[:1] != [] and rest[0].isdecimal() and len(rest[0]) < _YEAR_FIGURES


def _names_its_seat(tokens: TokenSpan, entity: TokenSpan, *, known_here: bool) -> bool:
    """Whether a place in the name of a body is where the body is: "Carthage Police", "Bank of Estonia"."""
    begins = tokens.start <= bare_name(entity).start
    rest = [token.lower_ for token in entity if token.i >= tokens.end]
    if begins and rest and (rest[0] in _CIVIC or (rest[0] in bodies() and rest[0] not in _FREE)):
        return True
    if begins and tokens[-1].lower_ == "county" and len(tokens) > 1:
        return True
    return known_here and (begins or tokens.doc[tokens.start - 1].lower_ in {"of", "in"})
