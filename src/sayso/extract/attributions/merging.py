"""One result of two finders: the rules' links and the model's, each with one score.

The model was trained on annotated news and sees what the rules found, so it decides on outer links: which there are,
and where their parts begin and end. The rules know what the annotation leaves out (links within a content, headings,
source lines) and what lies beyond the model's window (a quotation that goes on over paragraphs, its speaker before it).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.attributions.cues import COMMITTING
from sayso.extract.attributions.links import Link
from sayso.extract.attributions.quotes import quotations
from sayso.extract.attributions.speech import with_manner
from sayso.extract.parse import Parsed
from sayso.extract.statements.clauses import children
from sayso.model import BlockKind, Manner, Span, Spans, hull, merge

# A link that only the model sees, and one that the rules see too; on 42 reports held out of training values around
# these do as well.
ALONE, SECONDED = 0.45, 0.3
_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST})
_SURE = 0.8  # a link of the rules that is right more often than not without the model's word
_NO_WORD = 3  # code points: a quotation mark and a blank


def merged(parsed: Parsed, rules: Sequence[Link], weighed: Sequence[Link]) -> list[Link]:
    """The links of both, each once; `weighed` are the model's, with its probabilities as their scores."""
    quoted = [q for passage in parsed.passages for q in quotations(parsed.report.text, passage.block.span)]
    pairs = [(link, _weighed(weighed, link)) for link in rules]
    known = {model.cue for _, model in pairs if model is not None}
    alone = [m for m in weighed if m.score >= ALONE and m.cue not in known and not _is_in_heading(parsed, m)]
    shared = [(link, model) for link, model in pairs if model is not None and not _is_settled(parsed, link)]
    settled = [link for link, model in pairs if model is None or _is_settled(parsed, link)]
    both = [_both(parsed, link, model) for link, model in shared if model.score >= SECONDED]
    new = (link for link in alone if not _says_again(link, settled))
    outer = [*(link for link in (*both, *new) if _at_cue(settled, link) is None), *settled]
    unlikely = (link for link, model in shared if model.score < SECONDED)
    inner = [link for link in unlikely if _is_within(link, outer) or _says_again(link, settled)]
    return [with_manner(_in_source(link, (*outer, *inner)), quoted) for link in (*outer, *inner)]


def _in_source(link: Link, links: Sequence[Link]) -> Link:
    """`link` with a content that ends where the other source does in which it begins, cue and all: "[a man blaming the
    army for it] said P".
    """
    if not link.cue or not link.content:
        return link
    begun = Span(link.cue[0].start, link.content[0].start + 1)
    around = next((s for other in links for s in other.source if begun.start < begun.end and s.contains(begun)), None)
    if around is None:
        return link
    inside = tuple(Span(s.start, min(s.end, around.end)) for s in link.content if s.start < around.end)
    return replace(link, content=inside)


def _says_again(link: Link, settled: Sequence[Link]) -> bool:
    """Whether a settled link has the same words for its content: "rejected the opposition's claim that P"."""
    return any(hull(link.content) == hull(other.content) for other in settled)


def _is_settled(parsed: Parsed, link: Link) -> bool:
    """Whether the model learnt nothing of such links, or other borders: what layout tells, a cue that points at another
    sentence, and what we draw otherwise than its annotators.
    """
    if link.settled or link.manner is Manner.HEADING or not link.cue or _is_in_heading(parsed, link):
        return True
    return not _in_sentence_of(parsed, link.cue[0], link.content)


def _is_in_heading(parsed: Parsed, link: Link) -> bool:
    """Whether a cue stands in a heading without a full stop: the model has read headings with one only."""
    passage = parsed.passage_at(link.cue[0])
    if passage is None or passage.block.kind not in _HEADINGS:
        return False
    return not passage.text.rstrip("\"'”’ ").endswith(".")


def _in_sentence_of(parsed: Parsed, cue: Span, spans: Spans) -> bool:
    """Whether any of `spans` reaches into the sentence of the cue."""
    passage = parsed.passage_at(cue)
    tokens = passage.tokens(cue) if passage is not None else None
    return passage is not None and tokens is not None and any(passage.span(tokens[0].sent).overlaps(s) for s in spans)


def _weighed(weighed: Sequence[Link], link: Link) -> Link | None:
    """What the model makes of a link of the rules. Where it sees the same source and no content at all it has lost the
    content, mostly in the first paragraph under a byline, and its probability says nothing: the rules' stays.
    """
    model = _at_cue(weighed, link)
    if model is None or model.content or link.kind not in COMMITTING:
        return model
    agreed = model.source and link.source and hull(model.source).overlaps(hull(link.source))
    return replace(model, content=link.content, score=link.score) if agreed and link.score >= _SURE else model


def _at_cue(weighed: Sequence[Link], link: Link) -> Link | None:
    return next((model for model in weighed if any(a.overlaps(b) for a in model.cue for b in link.cue)), None)


def _is_within(link: Link, outer: Sequence[Link]) -> bool:
    """Whether a link, cue and all, stands within what another says: annotators left such links out."""
    around = hull((*link.cue, *link.content))
    return any(hull(other.content).contains(around) for other in outer)


def _both(parsed: Parsed, link: Link, model: Link) -> Link:
    """The parts of the model's link; from the rules' what it means, and what lies beyond the model's sight."""
    seen = {_passage(parsed, span) for span in (*model.content, *model.cue)}
    beyond = [span for span in link.content if _passage(parsed, span) not in seen]
    # a source that the rules found in another sentence is one of which the annotation says nothing
    source = model.source or (() if _in_sentence_of(parsed, link.cue[0], link.source) else link.source)
    if not link.source and _is_told(parsed, link, source):
        source = ()
    head = link.source_head
    if head is None or not any(span.overlaps(head) for span in source):
        head = model.source_head
    told = link.content if _is_beheaded(parsed, link, model) else (*model.content, *beyond)
    content = merge(span for span in told if not _is_next_clause(parsed, link, span))
    return replace(link, source=source, source_head=head, cue=model.cue, content=content, score=model.score)


def _is_told(parsed: Parsed, link: Link, source: Spans) -> bool:
    """Whether the subject of a passive cue was taken for its source: "drivers are reminded that P"."""
    passage = parsed.passage_at(link.cue[-1])
    tokens = passage.tokens(link.cue[-1]) if passage is not None else None
    told = [who for token in tokens or () for who in children(token, "nsubjpass")]
    return passage is not None and any(span.contains(passage.span(who)) for span in source for who in told)


def _is_next_clause(parsed: Parsed, link: Link, span: Span) -> bool:
    """Whether a piece of the model's content is a clause after the cue that the rules leave to the outlet: "P, X said,
    but Q".
    """
    end = link.cue[-1].end
    passage = parsed.passage_at(span)
    tokens = passage.tokens(span) if passage is not None else None
    after = span.start >= end and all(told.start < end for told in link.content)
    return after and tokens is not None and tokens[0].dep_ == "cc"


def _is_beheaded(parsed: Parsed, link: Link, model: Link) -> bool:
    """Whether the model cut the beginning off a content that begins its sentence, before the cue: "P, X said"."""
    whole, found = hull(link.content), hull(model.content)
    if not whole.contains(found) or found.start - whole.start <= _NO_WORD or whole.start > link.cue[0].start:
        return False
    passage = parsed.passage_at(whole)
    tokens = passage.tokens(Span(whole.start, whole.start + 1)) if passage is not None else None
    return tokens is not None and all(token.is_punct for token in tokens.doc[tokens.sent.start : tokens.start])


def _passage(parsed: Parsed, span: Span) -> int | None:
    passage = parsed.passage_at(span)
    return passage.block.span.start if passage is not None else None
