"""Quotations joined to who speaks them: within a paragraph, and over paragraphs that each open a mark anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.extract.actors.words import roles
from sayso.extract.attributions.cues import SPEAKING
from sayso.extract.attributions.labels import is_question
from sayso.extract.attributions.links import Link
from sayso.extract.attributions.quotes import EDGE, Quotation, balanced
from sayso.extract.attributions.transcripts import goes_on
from sayso.extract.attributions.unmarked import goes_on as goes_on_unmarked
from sayso.extract.attributions.unmarked import is_other_voice, lasts, opened
from sayso.extract.parse import Passage
from sayso.extract.statements.clauses import DOCUMENTS, children, own_subject, spans_of
from sayso.model import BlockKind, Manner, Span, Spans, hull, merge, overlap, strip

_NOT = re.compile(r"\b(?:not|never|cannot)\b|n't\b", re.IGNORECASE)
_MIN_SPEECH_WORDS = 3
_ENDS = frozenset('.!?…"”’:)')  # of what stands before a quotation that begins a sentence
_SURE = 0.7  # a link of a lower score may not lend its speaker to a quotation


@dataclass(frozen=True, slots=True)
class Voice:
    """Who was last heard speaking: a link, whether their quotation was left open at the paragraph's end, whether a
    colon there announces their words, of which the next paragraph is the first if it is `fresh`, and whether words
    without marks that a colon opened last to that end.
    """

    link: Link
    open: bool = False
    announced: bool = False
    fresh: bool = False
    unmarked: bool = False


def join_quotations(
    passage: Passage, links: Sequence[Link], quoted: Sequence[Quotation], before: Voice | None
) -> tuple[list[Link], Voice | None]:
    """The links of one paragraph with its quotations in their contents, and who was heard last.

    `before` is the voice of the paragraph before, which may go on here. A link that has neither a content nor a
    quotation for one is left out. A quotation inside a clause stays a part of that clause's content.
    """
    if is_question(passage.text):
        before = None
    found = opened(passage, _once(links), quoted)
    last = before if before is not None and before.open else None
    silent = before
    for quotation in quoted:
        place = _speaker_of(passage, quotation, found, quoted)
        if place is not None:
            found[place] = _with_quotation(found[place], quotation)
            last = Voice(found[place], not quotation.closed)
        elif _stands_alone(passage, quotation):
            last, silent = _go_on(passage, quotation, found, (last, silent), quoted), None
    if before is not None and before.announced and not quoted and (before.fresh or not _has_voice(passage, links)):
        found.append(replace(before.link, content=(passage.block.span,), manner=Manner.HEADING, score=0.6))
        return [with_manner(link, quoted) for link in found if link.content], replace(before, fresh=False)
    if before is not None and before.unmarked and goes_on_unmarked(passage, links, quoted):
        found.append(replace(before.link, content=(passage.block.span,), score=0.6, settled=True))
        return [with_manner(link, quoted) for link in found if link.content], before
    unmarked = next((Voice(link, unmarked=True) for link in found if lasts(passage, link, quoted)), None)
    heard = unmarked or _announced(passage, links, before) or _heard(passage, found, quoted, last)
    return [with_manner(link, quoted) for link in found if link.content], heard


def _once(links: Sequence[Link]) -> list[Link]:
    """`links` without those that the syntax of a heading tells again of what its layout has told."""
    told = {(link.source, link.cue) for link in links if link.manner is Manner.HEADING}
    return [link for link in links if link.manner is Manner.HEADING or (link.source, link.cue) not in told]


def _has_voice(passage: Passage, links: Sequence[Link]) -> bool:
    """Whether somebody else speaks in a paragraph: an announced speaker's own "we call on all sides" or "the report
    shows" does not end their words.
    """
    return any(is_other_voice(passage, link) for link in links)


def _announced(passage: Passage, links: Sequence[Link], before: Voice | None) -> Voice | None:
    """Who is to speak after "The minister said:" or "She issued this statement:" at the end of a paragraph, or goes on
    with a turn of a transcript.
    """
    turn = next((link for link in links if link.manner is Manner.HEADING), None)
    if turn is not None and goes_on(passage):
        return Voice(turn, announced=True)
    text = passage.text.rstrip()
    if not text.endswith(":") or passage.block.kind is not BlockKind.PARAGRAPH:
        return None
    sentence = passage.sentences[-1]
    around = passage.span(sentence)
    for link in links:
        if link.kind in SPEAKING and link.source and not link.content and around.contains(hull(link.cue)):
            return Voice(link, announced=True, fresh=True)
    who = own_subject(sentence.root)
    if who is not None and any(t.lemma_ in DOCUMENTS for t in children(sentence.root, "dobj")):
        cue = (passage.span(sentence.root),)
        link = Link(source=spans_of(passage, who.subtree), source_head=passage.span(who), cue=cue, content=())
        return Voice(replace(link, lemma=sentence.root.lemma_, score=0.7), announced=True, fresh=True)
    return replace(before, announced=False) if before is not None else None


def _heard(passage: Passage, found: list[Link], quoted: Sequence[Quotation], last: Voice | None) -> Voice | None:
    """The voice that an unattributed quotation of the next paragraph would continue."""
    if last is not None and quoted and not quoted[-1].closed:
        return replace(last, open=True)
    speaking = [k for k in found if k.content and _is_voice(k, quoted) and not _is_silent(passage, k)]
    if speaking:
        return Voice(max(speaking, key=_cue_place))
    return replace(last, open=False) if last is not None else None


def _is_voice(link: Link, quoted: Sequence[Quotation]) -> bool:
    """Whether a link can give a quotation its speaker: the outlet's own "she said", not one within a quotation."""
    if link.kind not in SPEAKING or not link.source or not link.cue:
        return False
    return not any(_inside(link.cue, quotation.outer) for quotation in quoted)


def _is_silent(passage: Passage, link: Link) -> bool:
    """Whether a cue is negated: of what stands beside "she could not say" it is not the cue."""
    start = passage.block.span.start
    cue = " ".join(passage.text[span.start - start : span.end - start] for span in link.cue)
    return _NOT.search(cue) is not None


def _cue_place(link: Link) -> Spans:
    return link.cue or link.content


def _speaker_of(passage: Passage, quotation: Quotation, links: list[Link], quoted: Sequence[Quotation]) -> int | None:
    """Which of `links` has `quotation` as (part of) its content: by syntax, else by standing beside it."""
    inner = quotation.inner
    holding = [
        (overlap(link.content, [inner]), -_length(link.content), i)
        for i, link in enumerate(links)
        if overlap(link.content, [inner]) and not _inside(link.cue, inner)
    ]
    if holding:
        return max(holding)[2]
    if not is_speech(passage, quotation) and not _breaks_off(passage, quotation):
        return None
    voices = [(i, link) for i, link in enumerate(links) if _is_voice(link, quoted) and not _is_silent(passage, link)]
    for i, link in voices:
        if _touches(passage, link, quotation):
            return i
    beside = [(_distance(passage, link, inner), i) for i, link in voices if not link.content]
    near = [(far, i) for far, i in beside if far is not None]
    return min(near)[1] if near else None


def _touches(passage: Passage, link: Link, quotation: Quotation) -> bool:
    """Whether nothing but marks stands between a quotation and the words "she said"."""
    said = hull((*link.source, *link.cue))
    start = passage.block.span.start
    text = passage.text
    if said.end <= quotation.outer.start:
        between = text[said.end - start : quotation.outer.start - start]
    else:
        between = text[quotation.outer.end - start : said.start - start]
    return between.strip(" ,:") == ""


def _distance(passage: Passage, link: Link, inner: Span) -> int | None:
    """How far the cue stands from the quotation, None where it is in a sentence that does not touch it."""
    cue = hull(link.cue)
    sentences = [s for s in passage.sentences if passage.span(s).overlaps(cue)]
    if not sentences:
        return None
    around = passage.span(sentences[0])
    touching = Span(around.start - 3, around.end + 3).overlaps(inner)
    return max(inner.start - cue.end, cue.start - inner.end, 0) if touching else None


def is_speech(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation says something: not a single term or title in marks."""
    tokens = passage.tokens(quotation.inner)
    return tokens is not None and sum(t.is_alpha for t in tokens) >= _MIN_SPEECH_WORDS


def _breaks_off(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation that begins a sentence ends in a comma: a cue interrupts what is said, however short it is,
    as in '"The lake," she said, "is dry."'
    """
    text, start = passage.text, passage.block.span.start
    before = text[: quotation.outer.start - start].rstrip()
    breaks = text[: quotation.outer.end - start].rstrip("\"'”’“»").endswith(",")
    return breaks and (not before or before[-1] in _ENDS)


def _stands_alone(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation begins where a sentence does and ends where one ends: its speaker is named elsewhere."""
    if not is_speech(passage, quotation):
        return False
    text, start = passage.text, passage.block.span.start
    before = text[: quotation.outer.start - start].rstrip()
    after = text[quotation.outer.end - start :].lstrip()
    ends = text[: quotation.outer.end - start].rstrip("\"'”’» ")[-1:] in set(".!?…") or not quotation.closed
    return (not before or before[-1] in _ENDS) and (not after or ends)


def _go_on(
    passage: Passage,
    quotation: Quotation,
    found: list[Link],
    voices: tuple[Voice | None, Voice | None],
    quoted: Sequence[Quotation],
) -> Voice | None:
    """Give a quotation without a speaker of its own to the one heard last here, else to the person whom the sentence
    before it is about, else to the one heard in the paragraph before; `voices` are the first and the last of these.
    """
    last, before = voices
    end = quotation.inner.start
    here = [link for link in found if link.content and _is_voice(link, quoted) and hull(link.cue).start < end]
    spoken = max((link for link in here if link.score >= _SURE), key=_cue_place, default=last.link if last else None)
    spoken = spoken or _of_subject(passage, quotation) or (before.link if before else None)
    if spoken is None:
        return None
    more = replace(spoken, content=(quotation.inner,), manner=Manner.DIRECT, score=spoken.score * 0.8)
    found.append(more)
    return Voice(more, not quotation.closed)


def _of_subject(passage: Passage, quotation: Quotation) -> Link | None:
    """The link of a quotation to the one person whom the sentence before it, in its paragraph, is about: "Ana Ruiz lost
    her house. “Nobody came.”"
    """
    start = quotation.outer.start - passage.block.span.start
    before = [s for s in passage.sentences if s.end_char <= start + 1]
    who = own_subject(before[-1].root) if before else None
    if who is None or not (who.ent_type_ == "PERSON" or who.lower_ in {"he", "she"} or who.lower_ in roles()):
        return None
    if who.tag_ in {"NNS", "NNPS"} or '"' in before[-1].text:
        return None
    source, content = spans_of(passage, who.subtree), (quotation.inner,)
    return Link(source=source, source_head=passage.span(who), content=content, score=0.6, settled=True)


def _with_quotation(link: Link, quotation: Quotation) -> Link:
    """`link` with the whole of `quotation` in its content."""
    if not link.content:
        return replace(link, content=(quotation.inner,), score=max(link.score, 0.85))
    return replace(link, content=merge([*link.content, quotation.inner]))


def with_manner(link: Link, quoted: Sequence[Quotation]) -> Link:
    """`link` with the manner that `quoted` tells: all, part or nothing of its content in quotation marks."""
    if link.manner is Manner.HEADING:
        return link
    inside = overlap(link.content, [q.inner for q in quoted])
    if not inside:
        return replace(link, manner=Manner.INDIRECT)
    # "that" before the mark, the marks themselves and stray blanks are no words outside the quotation
    return replace(link, manner=Manner.DIRECT if _length(link.content) - inside <= 8 else Manner.MIXED)


def _inside(spans: Spans, around: Span) -> bool:
    return bool(spans) and all(around.contains(span) for span in spans)


def _length(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)


def trimmed(text: str, spans: Spans) -> Spans:
    """`spans` without marks at their edges, unless one closes what was opened within; empty ones left out."""
    return merge(balanced(text, s) for s in (strip(text, span, EDGE) for span in spans) if s.start < s.end)
