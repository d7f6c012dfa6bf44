"""Whether a place name tells where something happens, or only whose somebody is ("Moscow said", "Kyiv officials")."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso import resources
from sayso.extract.places.gazetteer import kind_of
from sayso.model import Place

LOCATED, REACHED, OBJECT = 0, 1, 1
_ORGANISATIONS = frozenset({"ORG", "PERSON", "PRODUCT", "WORK_OF_ART", "LAW"})


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in resources.lists("setting/place_words.toml").items()}


def anchor(word: Token) -> Token:
    """The word by which the place that rests on `word` hangs in its sentence: "region" in "the Kharkiv region"."""
    above = word.head
    if above is not word and (word.dep_ == "appos" or _is_before_site(word)):
        return anchor(above)
    return word


def rank_of_place(word: Token) -> int | None:
    """How directly the place whose name rests on `word` is told as where it happens: 0 in it, 1 reached or struck; None
    where it is a party, an owner or an origin.
    """
    relation, above = word.dep_, word.head
    if above is word:
        return None
    if relation in ("appos", "conj") or _is_before_site(word):
        return rank_of_place(above)
    if relation in ("dobj", "npadvmod") and _after_particle(word):
        return LOCATED
    if relation in ("dobj", "nsubjpass"):
        return OBJECT if above.lemma_.lower() in _words()["at_object"] else None
    return _after(above) if relation == "pobj" else None


def _after_particle(word: Token) -> bool:
    """Whether a preposition stands before it that the parser takes for a part of the verb: "burned off Ruse"."""
    before = word.doc[word.left_edge.i - 1] if word.left_edge.i else None
    return before is not None and before.dep_ == "prt" and before.lower_ in _words()["located"]


def _is_before_site(word: Token) -> bool:
    return word.dep_ == "compound" and word.head.lemma_.lower() in _words()["sites"]


def extent(place: Place) -> int:
    """How much ground a place covers, for comparing: 0 a settlement or a name that no table knows, 1 a division, 2 a
    country or a region of the world.
    """
    if place.geonames_id is None:
        return 0 if place.lat is None else 2
    return {"C": 2, "R": 2, "1": 1, "2": 1}.get(kind_of(place.geonames_id), 0)


def is_of_a_body(place: TokenSpan) -> bool:
    """Whether the place is a part of a longer name, as in "Odesa Police"; alone a wrong entity kind says nothing."""
    if place.root.ent_type_ not in _ORGANISATIONS:
        return False
    doc, first = place.doc, place[0]
    begun = first.ent_iob_ == "I" and doc[place.start - 1].tag_ != "DT"
    goes_on = place.end < len(doc) and doc[place.end].ent_iob_ == "I" and doc[place.end].tag_ != "POS"
    return begun or goes_on


def _after(preposition: Token) -> int | None:
    name = preposition.lower_
    if name in _words()["located"]:
        return LOCATED
    if name in _words()["located_after_verb"]:
        return LOCATED if preposition.head.pos_ == "VERB" and name != "on" else None
    if name in _words()["reached"]:
        return REACHED
    noun = preposition.head
    if name == "of" and noun.lemma_.lower() in _words()["of_noun"]:
        return _inherited(noun)
    return None


def _inherited(noun: Token) -> int:
    """The "village of Rivne" is where its own preposition puts it; the "shelling of Rivne" is there by itself."""
    if noun.dep_ == "pobj" and noun.head.lower_ in _words()["located"] | _words()["located_after_verb"]:
        return LOCATED
    return REACHED
