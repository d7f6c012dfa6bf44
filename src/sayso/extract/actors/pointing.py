"""Words that only point at an actor: pronouns, "the latter", "one of them", "the 46-year-old", "His Excellency"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.actors.naming import SUBJECTS, speaks
from sayso.extract.actors.phrase import (
    COUNTED,
    ONE_OF,
    ORDERED,
    PARTS,
    PLURAL,
    PRONOUN_GENDERS,
    RELATIVE,
    At,
    Number,
    Phrase,
)
from sayso.extract.actors.words import nationals
from sayso.extract.draft import MentionForm
from sayso.extract.parse import Passage
from sayso.model import ActorKind

MAX_DIGITS = 3  # of an age
# What a person of rank is called after "his" or "her"
_STYLES = frozenset(
    {"excellency", "majesty", "highness", "eminence", "grace", "holiness", "beatitude", "honour", "honor", "worship"}
    | {"lordship", "ladyship"}
)
_PEOPLE = frozenset({"them", "two", "three", "four", "five", "pair", "those", "us"})


def may_point(token: Token) -> bool:
    """Whether a word may stand for somebody whatever the parser took it for."""
    return is_pronoun(token) or _is_part(token) or (token.dep_ in SUBJECTS and _points_back(token))


def pointer(passage: Passage, head: Token) -> Phrase | None:
    """The phrase of a word that only points at somebody; None for any other word. Of a pronoun that stands for nobody
    `is_pronoun` is true.
    """
    if is_pronoun(head):
        return _pronoun(passage, head)
    if _is_style(head):
        return _style(passage, head)
    if _is_part(head):
        return _part(passage, head)
    return _pointing(passage, head) if head.dep_ in SUBJECTS and _points_back(head) else None


def is_pronoun(token: Token) -> bool:
    """Whether a word is a pronoun for an actor; "US" is a country."""
    return token.lower_ in PRONOUN_GENDERS and (len(token) == 1 or not token.text.isupper())


def _points_back(token: Token) -> bool:
    """Whether "the …" before it makes a word that is no noun stand for somebody: "the latter", "the 46-year-old"."""
    told = token.lower_ in ORDERED or token.lower_ in COUNTED or told_age(token) is not None
    return told and token.left_edge.lower_ == "the"


def told_age(token: Token) -> int | None:
    """The years of "46-year-old", by its last part."""
    if token.lower_ != "old" or token.i < 4:
        return None
    number, *rest = token.doc[token.i - 4 : token.i]
    return years(number) if [part.lower_ for part in rest] == ["-", "year", "-"] else None


def years(token: Token) -> int | None:
    """A person's age in years, by its figures; None for any other word or number."""
    return int(token.text) if token.text.isdigit() and 0 < len(token.text) <= MAX_DIGITS else None


def _pronoun(passage: Passage, head: Token) -> Phrase | None:
    word = head.lower_
    if word in RELATIVE and (head.dep_ not in SUBJECTS or head.tag_ not in {"WP", "WDT"}):
        return None
    if word == "it" and not speaks(head):
        return None
    return Phrase(
        at=place_of(passage, head),
        passage=passage,
        sentence=head.sent.start,
        tokens=passage.doc[head.i : head.i + 1],
        head=head,
        form=MentionForm.PRONOUN,
        kind=ActorKind.UNKNOWN,
        noun=word,
        number=Number.MANY if word in PLURAL or word in COUNTED else Number.ONE,
        gender=PRONOUN_GENDERS[word],
        definite=True,
    )


def _is_part(head: Token) -> bool:
    """Whether a word is some of several who speak: "one of them", "another of the two", "another" alone."""
    if head.lower_ not in PARTS or not speaks(head) or head.left_edge != head:
        return False
    after = [token.lower_ for token in head.doc[head.i + 1 : head.i + 4]]
    alone = head.right_edge == head or (bool(after) and after[0] == ",")
    return alone or (after[:1] == ["of"] and not _PEOPLE.isdisjoint(after[1:3]))


def _part(passage: Passage, head: Token) -> Phrase:
    """For "one of them": of whom it is only what came before tells."""
    one, doc = head.lower_ in ONE_OF, passage.doc
    end = next((token.i + 1 for token in doc[head.i + 1 : head.i + 4] if token.lower_ in _PEOPLE), head.i + 1)
    return replace(
        _pointing(passage, head),
        tokens=doc[head.i : end],
        kind=ActorKind.ROLE if one else ActorKind.GROUP,
        noun=head.lower_,
        number=Number.ONE if one else Number.MANY,
        age=None,
        definite=False,
    )


def _is_style(head: Token) -> bool:
    """Whether a word is how one speaks of somebody of rank without a name: "His Excellency", "Her Majesty"."""
    if head.lower_ not in _STYLES or head.i == 0 or head.nbor(-1).lower_ not in {"his", "her"}:
        return False
    return head.i + 1 == len(head.doc) or head.nbor().pos_ != "PROPN"


def _style(passage: Passage, head: Token) -> Phrase:
    """For "His Excellency", who is whoever "he" would be."""
    gender = PRONOUN_GENDERS[head.nbor(-1).lower_]
    return replace(
        _pointing(passage, head),
        tokens=passage.doc[head.i - 1 : head.i + 1],
        form=MentionForm.PRONOUN,
        kind=ActorKind.UNKNOWN,
        noun="he" if gender == "m" else "she",
        gender=gender,
    )


def _pointing(passage: Passage, head: Token) -> Phrase:
    """For "the latter", "the two" or "the 46-year-old": who it is only what came before tells."""
    many = head.lower_ in COUNTED
    return Phrase(
        at=place_of(passage, head),
        passage=passage,
        sentence=head.sent.start,
        tokens=passage.doc[head.left_edge.i : head.i + 1],
        head=head,
        form=MentionForm.ROLE,
        kind=ActorKind.GROUP if many else ActorKind.ROLE,
        noun=head.lower_,
        number=Number.MANY if many else Number.ONE,
        age=told_age(head),
        definite=True,
    )


def national(passage: Passage, tokens: TokenSpan) -> Phrase:
    """For "the Dane", "the Frenchwoman": one person of a country, by that alone."""
    country, gender = nationals()[tokens[-1].text]
    return Phrase(
        at=place_of(passage, tokens[-1]),
        passage=passage,
        sentence=tokens[-1].sent.start,
        tokens=tokens,
        head=tokens[-1],
        form=MentionForm.ROLE,
        kind=ActorKind.ROLE,
        noun=tokens[-1].lower_,
        country=country,
        number=Number.ONE,
        gender=gender,
        definite=True,
    )


def place_of(passage: Passage, head: Token) -> At:
    """Where a phrase stands, by its head."""
    return passage.block.span.start, head.i
