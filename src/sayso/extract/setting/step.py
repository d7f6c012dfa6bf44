"""When, where, how many: of each statement.

Of the times and places that the sentence tells, those that syntax gives to the content's own event; where it gives none
the statement has none. When something was said is not when it happened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from sayso.extract.draft import Draft, PlaceMention, TimeKind, TimeMention
from sayso.extract.guard import each
from sayso.extract.parse import Passage
from sayso.extract.setting.location import anchor, extent, is_of_a_body, rank_of_place
from sayso.extract.setting.scope import distance
from sayso.extract.syntax import content_head
from sayso.model import EventTime, Place, Quantity, Span, Spans, Statement, overlap


def give_setting(draft: Draft) -> Draft:
    """`draft` with time, place and quantities for each of its statements."""

    def set_one(statement: Statement) -> Statement:
        return _set(draft, statement)

    done, drops = each(draft.statements, set_one, lambda statement: f"{draft.parsed.report.id} {statement.id}")
    return replace(draft, statements=tuple(done), drops=draft.drops + drops)


def _set(draft: Draft, statement: Statement) -> Statement:
    spans = statement.content.spans
    found = content_head(draft.parsed, spans)
    if found is None:
        return replace(statement, quantities=_quantities(draft, spans))
    passage, head = found
    cues = _cues(draft, passage)
    return replace(
        statement,
        time=_time(draft, passage, head, cues, spans),
        place=_place(draft, passage, head, cues, spans),
        quantities=_quantities(draft, spans),
    )


def _quantities(draft: Draft, spans: Spans) -> tuple[Quantity, ...]:
    return tuple(q for q in draft.quantities if overlap(q.spans, spans) == overlap(q.spans, q.spans))


def _cues(draft: Draft, passage: Passage) -> frozenset[int]:
    """The tokens of `passage` that are verbs of saying: what hangs on them tells of the saying."""
    spans = [span for a in draft.attributions if a.cue for span in a.cue.spans if span.overlaps(passage.block.span)]
    pieces = (passage.tokens(span) for span in spans)
    return frozenset(token.i for piece in pieces if piece is not None for token in piece)


def _near(passage: Passage, head: Token, span: Span, spans: Spans) -> Token | None:
    """The word on which those at `span` hang, if they share a sentence or the content with `head`."""
    tokens = passage.tokens(span) if passage.block.span.contains(span) else None
    if tokens is None:
        return None
    same = tokens[0].sent == head.sent or overlap([span], spans) > 0
    return tokens.root if same else None


def _apart(passage: Passage, head: Token, word: Token, cues: frozenset[int]) -> int | None:
    """How far `word` is from the content's event; a later sentence of the same content has its own head."""
    if word.sent == head.sent:
        return distance(word, head, cues)
    within = distance(word, word.sent.root, cues)
    return None if within is None else within + 10


def _time(draft: Draft, passage: Passage, head: Token, cues: frozenset[int], spans: Spans) -> EventTime | None:
    """The nearest of the points and stretches of the calendar; if that cannot be told, a further one is no answer."""
    ranked = []
    for number, time in enumerate(draft.times):
        word = _near(passage, head, time.span, spans) if _is_dated(time) else None
        apart = None if word is None else _apart(passage, head, word, cues)
        if apart is not None:
            ranked.append((apart, overlap([time.span], spans) == 0, number))
    return _event_time(draft.times, min(ranked)[2]) if ranked else None


def _is_dated(time: TimeMention) -> bool:
    """Whether an expression can date an event: lengths and habits cannot, nor "now", which seldom means this day."""
    return time.kind in (TimeKind.DATE, TimeKind.TIME) and time.timex != "PRESENT_REF"


def _event_time(times: tuple[TimeMention, ...], number: int) -> EventTime | None:
    time = times[number]
    if time.edtf is None:
        return None
    around = times[max(0, number - 1) : number + 2]
    pair = [other.span for other in around if other.edtf == time.edtf and "/" in time.edtf]
    return EventTime(edtf=time.edtf, timex=time.timex, spans=tuple(pair) or (time.span,))


def _place(draft: Draft, passage: Passage, head: Token, cues: frozenset[int], spans: Spans) -> Place | None:
    """The place told most directly; of several in one country the smallest of those that are told as directly."""
    ranked = sorted(_ranked_places(draft, passage, head, cues, spans), key=lambda item: item[0])
    if not ranked:
        return None
    (outside, _, apart, _), first = ranked[0]
    rivals = [
        mention
        for (rival_outside, _, rival_apart, _), mention in ranked
        if (rival_outside, rival_apart) <= (outside, apart + 1) and mention.place.country in (first.place.country, None)
    ]
    mention = min(rivals, key=lambda mention: extent(mention.place))
    return replace(mention.place, spans=(mention.span,))


def _ranked_places(
    draft: Draft, passage: Passage, head: Token, cues: frozenset[int], spans: Spans
) -> Iterator[tuple[tuple[bool, int, int, int], PlaceMention]]:
    """The places that may be the event's, each with whether it stands outside the content, how directly it is told, how
    far it is, and where it stands.
    """
    for mention in draft.places:
        near = _near(passage, head, mention.span, spans)
        tokens = None if near is None else passage.tokens(mention.span)
        rank = None if near is None else rank_of_place(near)
        if near is None or tokens is None or rank is None or is_of_a_body(tokens):
            continue
        apart = _apart(passage, head, anchor(near), cues)
        if apart is not None:
            yield (overlap([mention.span], spans) == 0, rank, apart, mention.span.start), mention
