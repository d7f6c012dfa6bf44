"""Signs in the sentence that words of the calendar's form are a time: "2009" and "May" alone may be other things."""

from __future__ import annotations

import re

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from sayso.extract.numbers import table as numbers

_PLACES_OF_TIME = re.compile(
    r"\b(?:in|since|until|till|by|before|after|during|for|from|to|through|of|between|and|around|about|last|next|this|early|late|mid"
    r"|starting|as of)(?: the)? $|[(–-]$",
    re.IGNORECASE,
)
_YEAR_PREPOSITIONS = re.compile(
    r"\b(?:in|since|until|till|by|during|before|after|from|through|early|late|mid)[ -]$|\($", re.IGNORECASE
)
_SEASON_SIGNS = re.compile(
    r"\b(?:in|since|until|by|during|before|after|over|through|this|last|next|the|of|early|late) $", re.IGNORECASE
)
# "a spring" flows or is wound up, "the spring of the clock" is a part of it
_A_THING = re.compile(r"\b(?:an?|each|hot|mineral|natural|salt|water) $", re.IGNORECASE)
_PART_OF = re.compile(r" of (?!(?:this|that|the (?:same|following|previous|year|next)|each|every|\d|its|his|her)\b)")
_NO_TIME_BEFORE = {"now": " that ", "soon": " (?:after|before|as) "}  # what makes them conjunctions
_NAMES = frozenset({"PERSON", "ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART"})


def is_time(rule: str, doc: Doc, match: re.Match[str]) -> bool:
    """Whether the words that `rule` matched are a time where they stand."""
    sign = _SIGNS.get(rule)
    if sign is None:
        return True
    tokens = doc.char_span(*match.span(), alignment_mode="expand")
    return tokens is not None and sign(tokens, match)


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 24) : match.start()]


def _entity(tokens: TokenSpan) -> str:
    return tokens[-1].ent_type_


def _year(tokens: TokenSpan, match: re.Match[str]) -> bool:
    """A bare year: not a count of people, not "Resolution 2009", not a price."""
    if match["edge"] or match[0].lower().startswith("the year"):
        return True
    token, entity = tokens[-1], _entity(tokens)
    if token.i and token.nbor(-1).lower_ in numbers("labels"):
        return False
    if re.match(r"[-–]\d{4}\b", match.string[match.end() :]) or re.search(r"\b\d{4}[-–]$", _before(match)):
        return True  # 1400–1800
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is not None and following.tag_ == "NNS" and token.dep_ == "nummod" and entity != "DATE":
        return False
    if entity in ("DATE", "EVENT"):
        return True
    return (
        bool(_YEAR_PREPOSITIONS.search(_before(match)))
        and entity in ("", "CARDINAL", "GPE", "ORG")
        and not (following is not None and following.pos_ in ("NOUN", "PROPN", "NUM") and following.tag_ == "NNS")
    )


def _month(tokens: TokenSpan, match: re.Match[str]) -> bool:
    """A bare month: "May" the verb and April the woman are none."""
    if match["y"] or match["edge"]:
        return True
    token = tokens[-1]
    hyphenated = re.match(r"-[^\W\d]", match.string[match.end() :]) and len(match["m"]) < 5  # "Mar-a-Lago"
    if token.tag_ == "MD" or _entity(tokens) in _NAMES or hyphenated:
        return False
    named = len(match["m"].rstrip(".")) > 3 and match["m"].lower() not in ("march", "june", "august", "april")
    return _entity(tokens) == "DATE" or named or bool(_PLACES_OF_TIME.search(_before(match)))


def _season(tokens: TokenSpan, match: re.Match[str]) -> bool:
    """A bare season: "fall" and "spring" must be nouns under a word of time."""
    if match["y"] or match["rel"] or match["rely"]:
        return True
    token = tokens[-1]
    if token.pos_ not in ("NOUN", "PROPN") or _entity(tokens) in _NAMES:
        return False
    if _A_THING.search(_before(match)) or _PART_OF.match(match.string, match.end()):
        return False
    if _entity(tokens) == "DATE":
        return True
    return (
        match["s"].lower() not in ("fall",)
        and token.dep_ in ("pobj", "nsubj", "npadvmod")
        and (bool(_SEASON_SIGNS.search(_before(match))) or token.dep_ == "nsubj")
    )


def _weekday(tokens: TokenSpan, _match: re.Match[str]) -> bool:
    return _entity(tokens) not in ("PERSON", "ORG", "WORK_OF_ART", "PRODUCT")


def _adjective(tokens: TokenSpan, match: re.Match[str]) -> bool:
    """Words like "current" as words of time: not an electric current, not the verb."""
    word = match[0].lower()
    if word == "current":
        return tokens[-1].pos_ == "ADJ"
    if word in ("recent", "ongoing"):
        return tokens[-1].pos_ in ("ADJ", "VERB")
    return not re.match(_NO_TIME_BEFORE.get(word, "(?!)"), match.string[match.end() :], re.IGNORECASE)


def _short_year(tokens: TokenSpan, match: re.Match[str]) -> bool:
    return bool(re.search(r"\b(?:in|since|of|until|from|to|by) $", _before(match), re.IGNORECASE))


_SIGNS = {
    "year": _year,
    "month": _month,
    "season": _season,
    "weekday": _weekday,
    "vague": _adjective,
    "short year": _short_year,
}
