"""Signs in the sentence that a number is no quantity: part of a name, a label, an age, a score, the pronoun "one"."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from sayso.extract.actors.words import roles
from sayso.extract.numbers import table
from sayso.model import Span

_NAMES = frozenset({"PRODUCT", "ORG", "FAC", "LAW", "WORK_OF_ART", "EVENT", "PERSON", "GPE", "LOC", "ORDINAL"})
_AGE_AFTER = re.compile(r"[ -]years?[ -]old\b|[ -](?:month|week)s?[ -]old\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged?|age of|ages|aged between|at)(?: (?:about|around|just))? $", re.IGNORECASE)
# "put the number of injured at 20": behind a count, not a person, "at" comes before no age
_COUNT_AT = re.compile(
    r"\b(?:numbers?|figures?|counts?|tolls?|tall(?:y|ies)|totals?|loss(?:es)?|crowds?|turnout|attendance|damage|costs?|dead"
    r"|deaths|injured|wounded|missing|casualties|victims|fatalities|size|strength|volume|bill)\b[^.;:,]{0,60}?"
    r" at(?: (?:about|around|just))? $",
    re.IGNORECASE,
)
_AGES_BEFORE = re.compile(r"\b(?:aged?|ages)(?: between)?(?: \d{1,3}(?:,? and|,? or|,| to)?)+ $", re.IGNORECASE)
_BIRTHDAY = re.compile(r"\bturn(?:s|ed|ing)? $"), re.compile(r"[,.;)]|$| (?:on|in|this|last|next)\b")
_PARENT = re.compile(r"\b(?:mother|father|parents?) of $", re.IGNORECASE)
_ERA = re.compile(r" ?(?:B\.?C\.?|A\.D\.|C\.E\.)")
_YEAR = re.compile(r"(?:19[89]|20[0-4])\d")
_SCORE = re.compile(r"[-–](?:\d+)(?: (?:win|victory|defeat|loss|draw|lead|down|up|ahead|vote))?")
_PHONE = re.compile(
    r"\+\d[\d ()-]{6,}|\(\d{2,5}\) ?\d[\d -]{4,}|\b\d{3}[- ]\d{3}[- ]\d{4}\b|\b0\d{2,4}[ -]\d{3}[ -]?\d{3,4}\b"
)
_GROUP = re.compile(r"\bGroup of $")
_REACH = 4
_HYPHENATED = re.compile(r"-(?![\d ])\w")


def is_quantity(doc: Doc, match: re.Match[str]) -> bool:
    """Whether the number at `match` (of `doc`'s text) says how many."""
    if not match["number"]:
        return True
    if _reads_otherwise(match):
        return False
    tokens = doc.char_span(*match.span(), alignment_mode="expand")
    return tokens is not None and not any(
        sign(tokens) for sign in (_is_name, _is_pronoun, _is_label, _is_age, _is_year)
    )


def is_change(doc: Doc, number: Span) -> bool:
    """Whether "from 8 to 11" tells of a change: by the word that its "from" hangs on."""
    tokens = doc.char_span(*number, alignment_mode="expand")
    if tokens is None:
        return False
    above = [tokens.root, *list(tokens.root.ancestors)[:_REACH]]
    return any(token.lemma_.lower() in table("changes")["lists"] for token in above)


def _reads_otherwise(match: re.Match[str]) -> bool:
    """Whether the characters beside the number make it an age, a telephone number or part of a word."""
    text = match.string
    before = text[max(0, match.start() - 24) : match.start()]
    return (
        _is_told_as_age(match, before)
        or _PARENT.search(before) is not None
        or _ERA.match(text, match.end()) is not None
        or _AGE_AFTER.match(text, match.end()) is not None
        or _HYPHENATED.match(text, match.end()) is not None
        or before.endswith(("#", "№", "/"))
        or re.match(r"/\d", text[match.end() :]) is not None
        or _GROUP.search(before) is not None
        or _in_phone(match)
    )


def _is_told_as_age(match: re.Match[str], before: str) -> bool:
    """Whether the words before make it an age: "aged 24 and 31", "turned 70"."""
    if not match[0].isdecimal() or len(match[0]) > 3:
        return False
    turns, goes_on = _BIRTHDAY
    birthday = turns.search(before) is not None and goes_on.match(match.string, match.end()) is not None
    counted = _COUNT_AT.search(match.string, max(0, match.start() - 100), match.start()) is not None
    return (
        birthday or (_AGE_BEFORE.search(before) is not None and not counted) or _AGES_BEFORE.search(before) is not None
    )


def _in_phone(match: re.Match[str]) -> bool:
    start = max(0, match.start() - 16)
    return any(
        m.start() < match.end() and match.start() < m.end()
        for m in _PHONE.finditer(match.string, start, match.end() + 16)
    )


def _counts(token: Token) -> bool:
    """Whether the number is the left modifier of a noun that can be counted."""
    return token.dep_ in ("nummod", "quantmod", "compound") and token.head.i > token.i


def _is_name(tokens: TokenSpan) -> bool:
    """Whether the number is part of a name: "Boeing 737", "Group 5", "World War Two"."""
    if tokens[-1].ent_type_ not in _NAMES:
        return False
    return not (_counts(tokens[-1]) and tokens[-1].head.tag_ == "NNS") or tokens[0].ent_iob_ == "I"


def _is_year(tokens: TokenSpan) -> bool:
    """Whether it is the year of something named: "the 2024 Changemakers"; "2000 Syrians" are people."""
    if not _YEAR.fullmatch(tokens.text) or tokens.end >= len(tokens.doc):
        return False
    following = tokens.doc[tokens.end]
    return following.text[0].isupper() and following.ent_type_ not in {"NORP", "GPE"}


def _is_pronoun(tokens: TokenSpan) -> bool:
    """The "one" that counts nothing: "one of them", "no one", "the one that"."""
    token = tokens[-1]
    return (
        len(tokens) == 1
        and token.lower_ == "one"
        and (
            not _counts(token)
            or token.head.pos_ not in ("NOUN", "PROPN")
            or token.head.lower_ in ("another", "day", "time")
        )
    )


def _is_label(tokens: TokenSpan) -> bool:
    """Whether the number names something that stands before it: "Resolution 2328", "Chapter 11"."""
    if tokens.start == 0:
        return False
    before, token = tokens[0].nbor(-1), tokens[-1]
    if before.is_punct and tokens.start > 1 and before.text == ".":
        before = tokens[0].nbor(-2)
    if before.lower_ in table("labels") and not (_counts(token) and before.lower_ == "no"):
        return True
    if _counts(token) or not token.like_num:
        return False
    held = token.head.i < tokens.start and token.dep_ in ("nummod", "npadvmod", "appos", "nmod")
    named = before.ent_type_ in _NAMES - {"GPE", "PERSON", "LOC"}
    return before.text == ")" or (before.pos_ == "PROPN" and (held or named))


def _is_age(tokens: TokenSpan) -> bool:
    """Whether it is an age as in "Anna Petrova, 51," or "she was 27"."""
    token = tokens[-1]
    if not re.fullmatch(r"\d\d?|1[01]\d", tokens.text) or tokens.start < 2 or token.i + 1 >= len(token.doc):
        return False
    before, name, following = tokens[0].nbor(-1), tokens[0].nbor(-2), token.nbor()
    if before.lemma_ == "be" and name.lower_ in ("he", "she", "i") and following.pos_ not in ("NOUN", "ADJ", "PROPN"):
        return True
    enclosed = before.text == "," and following.text in (",", ".", ")", ";")
    return enclosed and (name.ent_type_ == "PERSON" or name.pos_ == "PROPN" or name.lower_ in roles())
