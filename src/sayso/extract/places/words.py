"""Which words of a report may be a place name: what the parser says of them, checked against the gazetteer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from sayso import resources
from sayso.extract.parse import Parsed, Passage
from sayso.extract.places.evidence import (
    PLACE_LABELS,
    Evidence,
    bare_name,
    capitalised,
    gather,
    is_no_town,
    is_of_member,
    is_place,
    is_possessor,
    locative,
)
from sayso.extract.places.gazetteer import senses

# Never the name of a place on their own, whatever village bears them: dates, peoples, works, quantities
_OTHER_LABELS = frozenset({"DATE", "TIME", "NORP", "WORK_OF_ART", "LANGUAGE", "MONEY", "CARDINAL", "ORDINAL", "LAW"})
# "the village of X": X is a place, in the gazetteer or not
_SETTLEMENTS = frozenset({"village", "town", "city", "settlement", "hamlet", "suburb", "district", "port", "region"})
_MAX_WORDS = 5
_JOINING = frozenset({"of", "the", "de", "del", "la", "al", "ez", "el", "and", "-", "upon", "on", "'s"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Words that name a place: `name` is what to look up, `division` the word that makes it a division ("Oblast")."""

    passage: Passage
    tokens: TokenSpan
    name: str
    division: str = ""


@cache
def division_words() -> dict[str, str]:
    """Words for administrative divisions with the levels each may stand for."""
    return dict(resources.rows("gazetteer/division_words.tsv"))


@cache
def not_alone() -> frozenset[str]:
    """Words that are a village's name somewhere and a common word in every report."""
    return frozenset(word for (line,) in resources.rows("gazetteer/not_alone.txt") for word in line.split())


def candidates(parsed: Parsed) -> list[Candidate]:
    """The place names of a report, in order of place, none overlapping another."""
    evidence = gather(parsed)
    first = [found for passage in parsed.passages for found in _in_passage(passage, evidence)]
    # a name that is a place somewhere in a report is one wherever it stands by itself
    places = evidence.places | {found.tokens.text for found in first if senses(found.name) and locative(found.tokens)}
    evidence = replace(evidence, places=places)
    return [found for passage in parsed.passages for found in _in_passage(passage, evidence)]


def _in_passage(passage: Passage, evidence: Evidence) -> Iterator[Candidate]:
    doc = passage.doc
    entities = {token: entity for entity in doc.ents for token in range(entity.start, entity.end)}
    taken = 0
    for index in capitalised(doc):
        if index < taken or not _may_begin(doc[index]):
            continue
        found = _longest(doc, index, entities.get(index), evidence)
        if found is not None:
            candidate = _candidate(passage, found)
            taken = candidate.tokens.end  # a division word after the name belongs to it
            yield candidate


def _candidate(passage: Passage, tokens: TokenSpan) -> Candidate:
    doc = passage.doc
    following = doc[tokens.end] if tokens.end < len(doc) else None
    last = tokens[-1].lower_
    if len(tokens) > 1 and last in division_words():
        return Candidate(passage=passage, tokens=tokens, name=tokens[:-1].text, division=last)
    named = following is not None and following.text[0].isupper() and following.ent_type_ != "ORG"
    if following is not None and named and following.lower_ in division_words():
        return Candidate(
            passage=passage, tokens=doc[tokens.start : tokens.end + 1], name=tokens.text, division=following.lower_
        )
    return Candidate(passage=passage, tokens=tokens, name=tokens.text)


def _may_begin(token: Token) -> bool:
    # "US" and "IS" look like stop words to spaCy, "The" is one
    named = token.ent_type_ not in _OTHER_LABELS or is_of_member(token.doc[token.i : token.i + 1])
    return named and (not token.is_stop or token.text == "US")


def _longest(doc: Doc, start: int, entity: TokenSpan | None, evidence: Evidence) -> TokenSpan | None:
    """The longest name from `start` on that is a place here; `entity` is what the parser has named there."""
    if entity is not None and entity.label_ in PLACE_LABELS and entity.start == start:
        bare = bare_name(entity)
        if bare.text in evidence.persons and (is_possessor(bare) or not locative(bare)):
            return None
        known = senses(bare.text)
        if entity.label_ == "GPE" and is_no_town(bare, known):
            return None
        if known or not any(senses(token.text) for token in bare if token.text[0].isupper()):
            return bare
    if start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in _SETTLEMENTS:
        return doc[start : _run_end(doc, start)]
    for end in range(_run_end(doc, start), start, -1):
        tokens = doc[start:end]
        known = senses(tokens.text)
        if known and tokens.text not in not_alone() and is_place(tokens, known, entity, evidence):
            return tokens
    return None


def _run_end(doc: Doc, start: int) -> int:
    """One past the last token that a name beginning at `start` may take in."""
    end = start + 1
    for token in doc[start + 1 : start + _MAX_WORDS]:
        if token.text[0].isupper() or token.lower_ in _JOINING:
            end = token.i + 1
        else:
            break
    while end > start + 1 and doc[end - 1].lower_ in _JOINING:
        end -= 1
    return end
