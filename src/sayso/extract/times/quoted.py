"""Quotations that were said on another day than that of publication: what they call "tomorrow" counts from then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from spacy.tokens import Token

from sayso.extract.attributions.cues import SPEAKING, cue_words
from sayso.extract.attributions.quotes import Quotation, quotations
from sayso.extract.draft import TimeKind, TimeMention
from sayso.extract.parse import Passage
from sayso.extract.times.edtf import bounds
from sayso.model import Span

_MARKS = frozenset("\"“”„«»'‘’`")
_BESIDE = 3  # code points between a sentence and a quotation that belongs to it: the mark and a blank
_MAX_CLIMB = 6
_PASSED = frozenset({"date", "issue", "publish", "release"})  # "in a letter dated 3 May, he wrote"

Said = tuple[Span, date]  # a quotation of the report's text and the day on which it was said


def said_on(passage: Passage, text: str, times: Sequence[TimeMention]) -> Iterator[Said]:
    """The quotations of a block beside whose verb of saying a full day stands, with that day."""
    block = passage.block.span
    inside = [time for time in times if block.contains(time.span) and _day(time) is not None]
    if not inside or not _MARKS.intersection(text[slice(*block)]):
        return
    quotes = quotations(text, block)
    dated = [time for time in inside if not any(quote.outer.overlaps(time.span) for quote in quotes)]
    for quote in quotes:
        days = {_day(time) for time in dated if _tells(passage, time, quote)} - {None}
        if len(days) == 1:
            yield quote.outer, next(day for day in days if day is not None)


def _day(time: TimeMention) -> date | None:
    days = bounds(time.timex) if time.kind in (TimeKind.DATE, TimeKind.TIME) else None
    return days[0] if days and days[0] == days[1] else None


def _tells(passage: Passage, time: TimeMention, quote: Quotation) -> bool:
    """Whether a time says when the quotation beside its sentence was spoken."""
    tokens = passage.tokens(time.span)
    if tokens is None or not _is_of_saying(tokens.root):
        return False
    sentence = passage.span(tokens.sent)
    return sentence.start - _BESIDE <= quote.outer.end and quote.outer.start <= sentence.end + _BESIDE


def _is_of_saying(token: Token) -> bool:
    """Whether the verb that a time hangs on is one of saying."""
    for _ in range(_MAX_CLIMB):
        token = token.head
        if token.pos_ == "VERB" and token.lemma_.lower() not in _PASSED:
            word = cue_words().get(token.lemma_.lower())
            return word is not None and word.kind in SPEAKING
    return False
