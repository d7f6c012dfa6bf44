"""What is said: each claimed clause of the article, with the chain of those who say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso import __version__
from sayso.extract.attributions.cues import CueKind
from sayso.extract.attributions.speech import trimmed
from sayso.extract.attributions.tallying import TALLIED
from sayso.extract.draft import Draft
from sayso.extract.factuality.reported import is_report
from sayso.extract.guard import each
from sayso.extract.numbers import number_pattern
from sayso.extract.parse import Passage
from sayso.extract.statements.carrying import asked_of, goes_on, joined_to
from sayso.extract.statements.chains import chain_of, is_thing, is_venue, kind_of, voices
from sayso.extract.statements.clauses import children, spans_of
from sayso.extract.statements.parts import parts_of
from sayso.extract.statements.publisher import is_publisher
from sayso.extract.statements.silences import is_silence
from sayso.extract.statements.units import units
from sayso.extract.statements.wording import MAX_WORDS
from sayso.model import Attribution, Content, Drop, Manner, Origin, Provenance, Spans, Statement, content_id, words

EXTRACTOR = f"sayso@{__version__}"
MIN_WORDS = 3
_GIVEN = re.compile(rf"[a-z]+:\s+{number_pattern()}")
_TWO = re.compile(rf"(?:{number_pattern()})\s+\S")

# How often a statement without a link of its own reads as a careful reader would have it: estimates.
_OUTLETS_OWN = 0.65
_CARRIED_OVER = 0.5
_PROMISING = frozenset({"pledge", "promise", "swear", "threaten", "vow"})
_CARRYING = frozenset({CueKind.SAY, CueKind.REPORT, CueKind.CLAIM, CueKind.CONCEDE, CueKind.DENY, CueKind.BELIEVE})


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence, the attributions that touch it, and those of the sentence before that may govern it."""

    passage: Passage
    sentence: TokenSpan
    near: tuple[Attribution, ...]
    before: tuple[Attribution, ...] = ()
    lead: tuple[Token, ...] = ()

    @property
    def silent(self) -> bool:
        """Whether nobody is named who says anything of the sentence."""
        return all(attribution.source is None for attribution in self.near)


def make_statements(draft: Draft) -> Draft:
    """`draft` with a statement for each claimed clause, in order of place; a clause that cannot be read as a claim of 3
    to 40 words gives none.
    """
    committed, lost = voices(draft)
    made: list[Statement] = []
    drops: list[Drop] = []
    for passage in draft.parsed.passages:
        before: tuple[Attribution, ...] = ()
        for place in _places(passage, committed):
            place = replace(place, before=before)  # noqa: PLW2901 - what the sentence before told is known only now
            told, failed = each([place], partial(_told, draft), partial(_where, draft))
            drops += failed
            if told:
                statements, before = told[0]
                made += statements
    found = {statement.id: statement for statement in made}
    ordered = sorted(found.values(), key=_place_of)
    return replace(draft, statements=tuple(ordered), drops=(*draft.drops, *lost, *drops))


def _named(draft: Draft, place: _Place) -> tuple[Attribution, ...]:
    """The voices that touch a sentence, without the outlet's own, things that cannot speak, those who only hear it and
    those who only deny what another says ("…, a charge that the army denies").
    """
    told = (a for a in place.near if not (is_publisher(draft, a) or is_venue(a) or is_thing(draft, a)))
    return tuple(a for a in told if not _is_added_denial(place.passage, a))


def _is_added_denial(passage: Passage, attribution: Attribution) -> bool:
    """Whether a denial is added to a noun for what was said, whose word it is not."""
    if kind_of(attribution) is not CueKind.DENY or attribution.cue is None:
        return False
    tokens = passage.tokens(attribution.cue.spans[-1])
    verb = None if tokens is None else tokens.root
    return verb is not None and verb.dep_ == "relcl" and is_report(verb.head)


def _where(draft: Draft, place: _Place) -> str:
    return f"{draft.parsed.report.uri}: {place.passage.span(place.sentence)}"


def _told(draft: Draft, place: _Place) -> tuple[list[Statement], tuple[Attribution, ...]]:
    """The statements of a sentence, and the voices that may go on in the next one."""
    carried = bool(place.before) and _is_carried(draft, place)
    statements = list(_of_sentence(draft, place, carried=carried))
    if carried:
        return statements, place.before
    if not place.near and _is_reported(place.sentence.root):
        return statements, place.before
    return statements, tuple(a for a in _named(draft, place) if _carries(a))


def _place_of(statement: Statement) -> tuple[int, int, Spans]:
    """Claims that share their subject stand in the order of their verbs."""
    spans = statement.content.spans
    return spans[0].start, spans[-1].start, spans


def _places(passage: Passage, committed: tuple[Attribution, ...]) -> Iterator[_Place]:
    """The sentences of a paragraph with the voices that touch them; one that the parser cut off goes to the next."""
    here = [a for a in committed if any(passage.block.span.overlaps(s) for s in _touched(a))]
    lead: tuple[Token, ...] = ()
    for sentence in (part for whole in passage.sentences for part in parts_of(whole)):
        around = passage.span(sentence)
        near = tuple(a for a in here if any(around.overlaps(s) for s in _touched(a)))
        if _is_cut_off(sentence):
            lead = (*lead, *sentence)
            continue
        yield _Place(passage, sentence, near, (), lead)
        lead = ()


def _is_cut_off(sentence: TokenSpan) -> bool:
    """Whether the parser ended a sentence too early: no verb heads it and no mark ends it."""
    if sentence.root.pos_ in {"VERB", "AUX"} or sentence.end == len(sentence.doc):
        return False
    return sentence[-1].text not in {".", "!", "?", ":", ";", "…", '"', "'", "''"}


def _touched(attribution: Attribution) -> Spans:
    return (*attribution.content.spans, *(attribution.cue.spans if attribution.cue else ()))


def _carries(attribution: Attribution) -> bool:
    """Whether a cue may govern the next sentence too: a report by somebody named."""
    signed = attribution.cue is not None and attribution.cue.text in {"–", "—"}  # "P – X. Q" in a paragraph
    told = signed or attribution.manner is not Manner.HEADING
    return told and attribution.source is not None and _goes_on(attribution)


def _goes_on(attribution: Attribution) -> bool:
    lemma = attribution.cue.lemma if attribution.cue is not None else ""
    return (kind_of(attribution) in _CARRYING and lemma != TALLIED) or lemma in _PROMISING


def _is_carried(draft: Draft, place: _Place) -> bool:
    """Whether a sentence without a voice of its own goes on with what the one before reports."""
    before = place.before[0]
    if not place.near and before.manner is not Manner.DIRECT and _is_reported(place.sentence.root):
        return True
    return place.silent and goes_on(draft, place.passage, place.sentence, before)


def _is_reported(verb: Token) -> bool:
    """Whether a verb's tense is shifted back as in reported speech ("would leave", "had left"): without its own cue it
    goes on with what the sentence before reports.
    """
    helpers = {child.lower_ for child in children(verb, "aux")}
    return "would" in helpers or ("had" in helpers and verb.tag_ == "VBN")


def _of_sentence(draft: Draft, place: _Place, *, carried: bool) -> Iterator[Statement]:
    text = draft.parsed.report.text
    named = _named(draft, place)
    for tokens in units(place.passage, place.sentence, place.near, place.lead):
        content = trimmed(text, spans_of(place.passage, tokens))
        told = chain_of(named, content) or joined_to(text, named, content) or asked_of(named, content)
        if not content or not _is_long_enough(words(text, content), told):
            continue
        chain = place.before[:1] if carried else told
        if (carried or not chain) and is_silence(words(text, content)):
            continue
        yield _statement(draft, content, chain, carried=carried)


def _is_long_enough(content: str, told: tuple[Attribution, ...]) -> bool:
    """Whether a content has the words of a claim; a number may have two: "three deaths" of somebody's, "Dead: 7"."""
    size = len(content.split())
    tallied = any(a.cue is not None and a.cue.lemma == TALLIED for a in told)
    pattern = _TWO if tallied else _GIVEN
    numbered = size == MIN_WORDS - 1 and pattern.match(content.lower()) is not None
    return MIN_WORDS <= size <= MAX_WORDS or numbered


def _statement(draft: Draft, content: Spans, chain: tuple[Attribution, ...], *, carried: bool) -> Statement:
    report = draft.parsed.report
    source = chain[0].source if chain else None
    score = min((draft.scores.get(a.id, 1.0) for a in chain), default=_OUTLETS_OWN)
    return Statement(
        id=content_id("statement", report.id, repr([tuple(span) for span in content])),
        content=Content(spans=content, text=words(report.text, content)),
        chain=tuple(a.id for a in chain),
        origin=Origin(id=source.actor.id, name=source.actor.name) if source else None,
        provenance=Provenance(extractor=EXTRACTOR, score=round(min(score, _CARRIED_OVER) if carried else score, 3)),
    )
