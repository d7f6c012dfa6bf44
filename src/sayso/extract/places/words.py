"""Which words of a report may be a place name: what the parser says of them, checked against the gazetteer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from sayso import resources
from sayso.extract.parse import Parsed, Passage
from sayso.extract.places.divisions import SETTLEMENTS, kind_told
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
from sayso.extract.places.readings import division_words, readings

# Never the name of a place on their own, whatever village bears them: dates, works, quantities
_OTHER_LABELS = frozenset({"DATE", "TIME", "WORK_OF_ART", "LANGUAGE", "MONEY", "CARDINAL", "ORDINAL", "LAW"})
_MAX_WORDS = 5
_JOINING = frozenset({"of", "the", "de", "del", "la", "al", "ez", "el", "and", "-", "upon", "on", "'s"})

_Names = Mapping[int, TokenSpan | None]  # by the number of the first token


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Words that name a place: `name` is what to look up, `kind` what is said that it is, as `readings` takes it."""

    passage: Passage
    tokens: TokenSpan
    name: str
    kind: str = ""


@cache
def not_alone() -> frozenset[str]:
    """Words that are a village's name somewhere and a common word in every report."""
    return frozenset(word for (line,) in resources.rows("gazetteer/not_alone.txt") for word in line.split())


def candidates(parsed: Parsed) -> list[Candidate]:
    """The place names of a report, in order of place, none overlapping another."""
    evidence = gather(parsed)
    first = [_names(passage, evidence, {}) for passage in parsed.passages]
    found = [_candidate(p, name) for p, names in zip(parsed.passages, first, strict=True) for name in _places(names)]
    # a name that is a place somewhere in a report is one wherever it stands by itself
    more = {c.tokens.text for c in found if senses(c.name) and locative(c.tokens)} - evidence.places
    if not more:
        return found
    evidence = replace(evidence, places=evidence.places | more)
    second = (_again(p, names, evidence, more) for p, names in zip(parsed.passages, first, strict=True))
    return [_candidate(p, name) for p, names in zip(parsed.passages, second, strict=True) for name in _places(names)]


def _places(names: _Names) -> Iterator[TokenSpan]:
    return (name for name in names.values() if name is not None)


def _again(passage: Passage, names: _Names, evidence: Evidence, more: Set[str]) -> _Names:
    """The names of a passage once `more` are known to be places: read anew only where that can make a difference."""
    if not any(name in passage.text for name in more):
        return names
    doc, begin = passage.doc, {name.split()[0] for name in more}
    touched = {i for i in names if any(doc[i].text.startswith(word) for word in begin) or doc[i].head.text in more}
    return _names(passage, evidence, {i: name for i, name in names.items() if i not in touched})


def _names(passage: Passage, evidence: Evidence, known: _Names) -> _Names:
    """What place name, if any, begins at each capital that is in none; `known` has those that need no look."""
    doc = passage.doc
    entities = {token: entity for entity in doc.ents for token in range(entity.start, entity.end)}
    names: dict[int, TokenSpan | None] = {}
    taken = 0
    for index in capitalised(doc):
        if index < taken:
            continue
        if index in known:
            names[index] = known[index]
        elif _may_begin(doc[index]):
            names[index] = _longest(doc, index, entities.get(index), evidence)
        found = names.get(index)
        if found is not None:
            taken = _whole(found).end
    return names


def _whole(name: TokenSpan) -> TokenSpan:
    """A name with the word for a division that follows as a part of it: "Gomel Oblast"."""
    doc, end = name.doc, name.end
    if end >= len(doc) or not doc[end].text[0].isupper() or doc[end].ent_type_ == "ORG":
        return name
    begun = len(name) > 1 and name[-1].lower_ in division_words()
    return doc[name.start : end + 1] if doc[end].lower_ in division_words() and not begun else name


def _candidate(passage: Passage, name: TokenSpan) -> Candidate:
    tokens = _whole(name)
    last = tokens[-1].lower_
    if len(tokens) > 1 and last in division_words():
        return Candidate(passage=passage, tokens=tokens, name=tokens[:-1].text, kind=last)
    told = kind_told(tokens)
    known = told and readings(tokens.text, told)
    return Candidate(passage=passage, tokens=tokens, name=tokens.text, kind=told if known else "")


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
    if start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in SETTLEMENTS:  # in the gazetteer or not
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
