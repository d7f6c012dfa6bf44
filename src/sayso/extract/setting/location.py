"""Whether a place name tells where something happens, or only whose somebody is ("Moscow said", "Kyiv officials")."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from sayso import resources

LOCATED, REACHED, OBJECT = 0, 1, 1
_ORGANISATIONS = frozenset({"ORG", "PERSON", "PRODUCT", "WORK_OF_ART", "LAW"})


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in resources.lists("setting/place_words.toml").items()}


def rank_of_place(word: Token) -> int | None:
    """How directly the place whose name rests on `word` is told as where it happens: 0 in it, 1 reached or struck; None
    where it is a party, an owner or an origin.
    """
    relation, above = word.dep_, word.head
    if above is word or _is_of_a_body(word):
        return None
    if relation in ("appos", "conj") or (relation == "compound" and above.lemma_.lower() in _words()["sites"]):
        return rank_of_place(above)
    if relation in ("dobj", "nsubjpass"):
        return OBJECT if above.lemma_.lower() in _words()["at_object"] else None
    return _after(above) if relation == "pobj" else None


def _is_of_a_body(word: Token) -> bool:
    """Whether the place is a part of a longer name, as in "Odesa Police"; alone a wrong entity kind says nothing."""
    longer = [
        token for token in (*word.lefts, word.head) if token.ent_type_ == word.ent_type_ and token.pos_ == "PROPN"
    ]
    return word.ent_type_ in _ORGANISATIONS and bool(longer)


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
