"""What a number counts: the noun it belongs to, and what befell the people it counts."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.extract.numbers import table
from sayso.model import Span

_PARTITIVES = frozenset(
    {
        "dozen",
        "dozens",
        "scores",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "trillions",
        "pair",
        "couple",
        "tens",
    }
)
_HEADS = frozenset({"head", "heads"})  # of cattle
_HELD = frozenset({"nummod", "quantmod", "compound", "amod", "advmod", "det", "nmod"})
_MEASURES = frozenset({"square", "cubic", "nautical", "metric"})
_VICTIMS_OF = frozenset({"nsubjpass", "dobj"})
_SUFFERED = frozenset({"die", "perish", "dead", "missing"})
_MAX_CLIMB = 4


def counted(doc: Doc, number: Span) -> str | None:
    """What the number at `number` (characters of `doc`) counts, in lower case where it is no name: "drones". Casualties
    are told in one way, however the words put them: "people killed" for "12 dead" and for "killing 12".
    """
    tokens = doc.char_span(*number, alignment_mode="expand")
    if tokens is None:
        return None
    last = tokens[-1]
    noun = _noun(last, tokens.start)
    # in "dozens of people are missing" it is the dozens that syntax says it of
    fate = (None if noun is None else _fate(noun, last) or _among(noun)) or _fate(last, last)
    if fate is None and noun is None:
        return _as_before(last) or _toll(last)
    if fate is None:
        return None if noun is None else _name(noun)
    people = _name(noun) if noun is not None and noun.lemma_.lower() not in table("casualties") else "people"
    return f"{people} {fate}"


def _as_before(number: Token) -> str | None:
    """What the noun with a number of its own counts to which this one is added: "50 people in Pula and 6 in Split"."""
    noun = number.head
    if noun.dep_ == "pobj" and noun.pos_ == "PROPN":  # the parser joins "6" to "Pula"
        noun = noun.head.head
    if number.dep_ != "conj" or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    first = next((child for child in noun.lefts if child.dep_ == "nummod" and child.i < noun.i), None)
    return None if first is None else counted(number.doc, Span(first.idx, first.idx + len(first)))


def _among(noun: Token) -> str | None:
    """The fate of those who "were among the dead"."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return None
    found = (child for child in noun.head.children if child.dep_ == "prep" and child.lower_ == "among")
    those = (word for preposition in found for word in preposition.children if word.dep_ == "pobj")
    return next((fate for word in those if (fate := _fate_of(word))), None)


def _toll(number: Token) -> str | None:
    """What a bare number counts after "the death toll rose to", "the number of wounded is"."""
    above = next((token for token in number.ancestors if token.pos_ in ("VERB", "AUX", "NOUN")), None)
    if above is None:
        return None
    subjects = [above] if above.pos_ == "NOUN" else [c for c in above.children if c.dep_ in ("nsubj", "nsubjpass")]
    for subject in subjects:
        if subject.lower_ == "toll":
            return "people killed"
        if subject.lower_ in ("number", "count", "total"):
            words = (token for token in subject.subtree if token.i > subject.i and token is not number)
            fate = next((told for token in words if (told := _fate_of(token))), None)
            return None if fate is None else f"people {fate}"
    return None


def _name(noun: Token) -> str:
    """The noun alone, with the kind of a measure ("square miles"); names and abbreviations keep their capitals."""
    kinds = [child.lower_ for child in noun.lefts if child.lower_ in _MEASURES]
    name = noun.text if noun.pos_ == "PROPN" or not noun.text[1:].islower() else noun.lower_
    return " ".join([*kinds, name])


def _noun(token: Token, start: int) -> Token | None:
    """The noun that the number ending in `token` counts: above it, after "of", or else to its right."""
    above = token
    for _ in range(_MAX_CLIMB):
        if above.lower_ in _PARTITIVES or above.pos_ in ("NUM", "PRON"):
            after_of = _of(above)
            if after_of is not None:
                return after_of
        if above.dep_ not in _HELD or above.head.i < start:
            break
        above = above.head
        if above.lower_ in _HEADS and (herd := _of(above)) is not None:
            return herd
        if above.pos_ in ("NOUN", "PROPN") and above.lower_ not in _PARTITIVES and not above.like_num:
            return above
    return _to_the_right(token)


def _to_the_right(token: Token) -> Token | None:
    """The last of the nouns that follow at once, where the parse has lost the number: "between 10 and 15 boats"."""
    found = None
    for following in token.doc[token.i + 1 : token.i + 5]:
        if following.pos_ in ("NOUN", "PROPN"):
            found = following
        elif following.pos_ != "ADJ" or found is not None:
            break
    return found if found is not None and found.tag_ in ("NNS", "NNPS") else None


def _of(token: Token) -> Token | None:
    prepositions = (child for child in token.children if child.dep_ == "prep" and child.lower_ == "of")
    objects = (child for preposition in prepositions for child in preposition.children if child.dep_ == "pobj")
    return next((child for child in objects if child.pos_ in ("NOUN", "PROPN")), None)


def _fate(noun: Token, number: Token) -> str | None:
    """What befell those counted, where the words around the noun or number tell it."""
    if noun.pos_ in ("NOUN", "ADJ", "VERB") and _fate_of(noun):
        return _fate_of(noun)
    told = [child for child in noun.children if child.i > number.i and child.dep_ in ("acl", "amod", "acomp", "conj")]
    verb = noun.head.head if noun.head.dep_ == "aux" else noun.head
    if noun.dep_ in _VICTIMS_OF or (noun.dep_ == "nsubj" and _is_suffered(verb)):
        told.append(verb)
    if noun.dep_ == "nsubj":  # "12 people are missing", "12 were dead"
        told += [child for child in noun.head.children if child.dep_ in ("acomp", "oprd")]
    if number.i + 1 < len(number.doc) and noun is number:
        told.append(number.nbor())
    return next((fate for token in told if (fate := _fate_of(token))), None)


def _is_suffered(verb: Token) -> bool:
    """Whether the subject of `verb` is its victim: "died", "are missing", and in headlines "12 killed"."""
    if {verb.lemma_.lower(), verb.lower_} & _SUFFERED:
        return True
    return verb.tag_ == "VBN" and not any(child.dep_ in ("aux", "dobj") for child in verb.children)


def _fate_of(token: Token) -> str | None:
    fates: dict[str, str] = table("casualties")
    return fates.get(token.lemma_.lower()) or fates.get(token.lower_)
