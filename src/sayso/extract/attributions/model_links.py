"""What the trained model found, as links like those of the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from sayso.extract.attributions.cues import CueKind, cue_nouns, cue_words
from sayso.extract.attributions.heads import shipped_heads
from sayso.extract.attributions.links import Link
from sayso.extract.attributions.table import tabulate
from sayso.extract.attributions.trained import Found, Stretch, read_window
from sayso.extract.draft import Draft
from sayso.extract.encoding.encoder import Encoding
from sayso.extract.guard import each
from sayso.extract.parse import Parsed
from sayso.model import Drop, Span, Spans

_PLACE = 7  # words of "outside the court in Lae", and "that"
_UNKNOWN_KIND = CueKind.SAY


def weighed_links(draft: Draft, rules: Sequence[Link]) -> tuple[list[Link], tuple[Drop, ...]]:
    """What the model weighs as links of a report, likely or not, with its probability as their score; and what failed.

    `rules` are the links of the rules, which the model looks at. The draft must hold its encoding.
    """
    parsed, encoding = draft.parsed, draft.encoding
    if encoding is None:
        raise ValueError("a draft without an encoding")
    heads = shipped_heads()
    table = tabulate(parsed, encoding.words, rules, heads.labels)
    found, drops = each(
        zip(encoding.windows, encoding.states, strict=True),
        lambda read: [_link(parsed, encoding, link) for link in read_window(heads, table, *read)],
        lambda read: f"{parsed.report.uri}: {encoding.words.span(read[0].start, read[0].end)}",
    )
    return [link for links in found for link in links], drops


def _link(parsed: Parsed, encoding: Encoding, found: Found) -> Link:
    source, cue = _spans(encoding, _in_one(encoding, found.source)), _spans(encoding, (found.cue,))
    content = _from_that(parsed, cue[0], _spans(encoding, _beside(encoding, found)))
    lemma, kind = _said(parsed, cue[0])
    return Link(
        source=source,
        source_head=_head(parsed, source[0]) if source else None,
        cue=cue,
        lemma=lemma,
        kind=kind,
        content=content,
        score=found.score,
    )


def _beside(encoding: Encoding, found: Found) -> tuple[Stretch, ...]:
    """The content without what runs on from the cue's paragraph into others: where a quotation does, the rules tell."""
    passages = encoding.words.passages
    here = passages[found.cue[0]]
    low, high = (int(np.searchsorted(passages, here, side)) for side in ("left", "right"))
    inside = tuple((max(start, low), min(end, high)) for start, end in found.content if start < high and end > low)
    return inside or found.content


def _in_one(encoding: Encoding, source: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """The source without what its stretches have of the paragraph before: a dateline in a line of its own."""
    passages = encoding.words.passages
    firsts = ((int(np.searchsorted(passages, passages[end - 1], "left")), start, end) for start, end in source)
    return tuple((max(first, start), end) for first, start, end in firsts)


def _from_that(parsed: Parsed, cue: Span, content: Spans) -> Spans:
    """A content behind its cue without the place of the saying before "that": "told reporters [outside the court that]
    P". The parser takes such a clause for a relative one.
    """
    tokens = _span(parsed, content[0]) if content and content[0].start >= cue.end else None
    passage = parsed.passage_at(content[0]) if tokens is not None else None
    if tokens is None or passage is None or tokens[0].pos_ != "ADP":
        return content
    that = next((t for t in tokens[:_PLACE] if t.lower_ == "that"), None)
    if that is None or any(t.pos_ in {"VERB", "AUX"} for t in tokens.doc[tokens.start : that.i]):
        return content
    return (Span(passage.span(that).start, content[0].end), *content[1:])


def _spans(encoding: Encoding, stretches: tuple[Stretch, ...]) -> Spans:
    return tuple(encoding.words.span(start, end) for start, end in stretches)


def _said(parsed: Parsed, cue: Span) -> tuple[str, CueKind]:
    """The dictionary form of a cue and its kind: by the first of its words that the lists know, else by its head."""
    for token in _tokens(parsed, cue):
        lemma = token.lemma_.lower()
        word = (cue_nouns() if token.pos_ == "NOUN" else cue_words()).get(lemma)
        if word is not None:
            return lemma, word.kind
    head = _root(parsed, cue)
    return (head.lemma_.lower() if head is not None else ""), _UNKNOWN_KIND


def _head(parsed: Parsed, source: Span) -> Span | None:
    passage, head = parsed.passage_at(source), _root(parsed, source)
    return passage.span(head) if passage is not None and head is not None else None


def _root(parsed: Parsed, span: Span) -> Token | None:
    tokens = _span(parsed, span)
    return tokens.root if tokens is not None else None


def _tokens(parsed: Parsed, span: Span) -> Iterator[Token]:
    yield from _span(parsed, span) or ()


def _span(parsed: Parsed, span: Span) -> TokenSpan | None:
    passage = parsed.passage_at(span)
    return passage.tokens(span) if passage is not None else None
