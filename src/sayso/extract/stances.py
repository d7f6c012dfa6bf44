"""How others than the origin commit to each statement: who denies, doubts or confirms what somebody else says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.draft import Draft
from sayso.extract.factuality.cues import cue_stance
from sayso.extract.factuality.operators import teller_marks
from sayso.extract.factuality.step import is_speakers_own
from sayso.extract.factuality.words import Hedge, cues, verdicts
from sayso.extract.guard import each
from sayso.extract.parse import Passage
from sayso.extract.siding import Siding, sidings
from sayso.extract.syntax import content_tokens, lemma, token_spans
from sayso.model import (
    Actor,
    ActorKind,
    Attribution,
    Certainty,
    Polarity,
    Spans,
    Stance,
    Statement,
    content_id,
    hull,
    overlap,
)

UNPROVEN = Hedge(certainty=Certainty.POSSIBLE, polarity=Polarity.POSITIVE)


def take_stances(draft: Draft) -> Draft:
    """`draft` with the stances of others on each statement, in order of place."""
    taken_sides = tuple(sidings(draft.parsed.passages))

    def taken(statement: Statement) -> Statement:
        stances = (
            *_of_attributions(draft, statement),
            *_of_sidings(draft, statement, taken_sides),
            *_of_outlet(draft, statement),
        )
        return replace(statement, stances=_distinct(statement, stances))

    statements, drops = each(draft.statements, taken, lambda s: f"statement {s.id}")
    return replace(draft, statements=tuple(statements), drops=draft.drops + drops)


def _distinct(statement: Statement, stances: tuple[Stance, ...]) -> tuple[Stance, ...]:
    """Each actor's first stance, without the origin's own."""
    origin = None if statement.origin is None else statement.origin.id
    found: dict[str, Stance] = {}
    for stance in sorted(stances, key=lambda s: s.spans):
        if stance.actor.id != origin:
            found.setdefault(stance.actor.id, stance)
    return tuple(found.values())


def _of_attributions(draft: Draft, statement: Statement) -> Iterator[Stance]:
    """Those of other sources whose content takes in this statement's, and whose cue says more than that they say it."""
    size = sum(span.end - span.start for span in statement.content.spans)
    for attribution in draft.attributions:
        if statement.chain and attribution.id == statement.chain[0]:
            continue
        around = overlap(attribution.content.spans, statement.content.spans) >= 0.75 * size
        if attribution.source is not None and around and not is_speakers_own(attribution):
            yield from _of_cue(draft, attribution)


def _of_cue(draft: Draft, attribution: Attribution) -> Iterator[Stance]:
    hedge, passage, words = cue_stance(draft.parsed, attribution)
    if attribution.source is None or passage is None or not words:
        return
    if hedge.certainty is Certainty.UNKNOWN or lemma(words[-1]) not in cues():
        return
    yield _stance(attribution.source.actor, hedge, token_spans(passage, words))


def _of_sidings(draft: Draft, statement: Statement, sides: tuple[Siding, ...]) -> Iterator[Stance]:
    around = hull(statement.content.spans)
    for siding in sides:
        if not siding.about.overlaps(around) or around.contains(siding.place):
            continue
        if siding.attributed and not statement.chain:
            continue
        outlet = draft.parsed.report.outlet
        if siding.who is not None:
            actor = _actor(draft, siding.passage, siding.who)
        elif outlet and statement.chain:
            actor = _outlet_actor(draft, outlet)
        else:
            continue
        yield _stance(actor, siding.hedge, token_spans(siding.passage, siding.words))


def _of_outlet(draft: Draft, statement: Statement) -> Iterator[Stance]:
    """The outlet's, where it marks what it retells from a named source as only passed on ("reportedly")."""
    outlet = draft.parsed.report.outlet
    if statement.origin is None or not outlet:
        return
    for token, hedge in chain(teller_marks(t for _, t in _around(draft, statement)), _marks_of_cues(draft, statement)):
        passage = draft.parsed.passage_at(statement.content.spans[0])
        if passage is not None and token.doc is passage.doc:
            yield _stance(_outlet_actor(draft, outlet), hedge, token_spans(passage, (token,)))


def _marks_of_cues(draft: Draft, statement: Statement) -> Iterator[tuple[Token, Hedge]]:
    """What the outlet says of a saying: "falsely claimed", "said without evidence"."""
    for _, token in _beside_cues(draft, statement):
        hedge = verdicts().get((token.lower_, "cue"))
        if hedge is not None:
            yield token, hedge
        elif token.lower_ == "without" and any(c.lemma_ in {"evidence", "proof"} for c in token.children):
            yield token, UNPROVEN


def _beside_cues(draft: Draft, statement: Statement) -> Iterator[tuple[Passage, Token]]:
    links = set(statement.chain)
    for attribution in draft.attributions:
        if attribution.id in links and attribution.cue is not None:
            for passage, token in content_tokens(draft.parsed, attribution.cue.spans):
                yield from ((passage, c) for c in token.children if c.dep_ in {"advmod", "prep"})


def _around(draft: Draft, statement: Statement) -> Iterator[tuple[Passage, Token]]:
    """The words of the content and of its cues, with what hangs on the cues."""
    yield from content_tokens(draft.parsed, statement.content.spans)
    yield from _beside_cues(draft, statement)


def _outlet_actor(draft: Draft, outlet: str) -> Actor:
    for mention in draft.mentions:
        if mention.actor.name.casefold() == outlet.casefold():
            return mention.actor
    return Actor(id=content_id("actor", draft.parsed.report.id, outlet), name=outlet, kind=ActorKind.OUTLET)


def _actor(draft: Draft, passage: Passage, head: Token) -> Actor:
    where = passage.span(head)
    for mention in draft.mentions:
        if mention.head.overlaps(where) or mention.span.overlaps(where):
            return mention.actor
    chunk = _noun_phrase(head)
    name = draft.parsed.report.text[slice(*passage.span(chunk))]
    return Actor(id=content_id("actor", draft.parsed.report.id, name), name=name)


def _noun_phrase(head: Token) -> TokenSpan:
    left = min(
        [c.left_edge.i for c in head.lefts if c.dep_ in {"det", "compound", "amod", "poss", "nummod"}] or [head.i]
    )
    return head.doc[left : head.i + 1]


def _stance(actor: Actor, hedge: Hedge, spans: Spans) -> Stance:
    polarity = Polarity.UNKNOWN if hedge.certainty is Certainty.UNKNOWN else hedge.polarity
    return Stance(actor=actor, certainty=hedge.certainty, polarity=polarity, spans=spans)
