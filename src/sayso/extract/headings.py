"""Who says a headline, where layout tells it: "P – X", "X: P", "P, says X"."""

from __future__ import annotations

import re

from sayso.extract.cues import CueKind
from sayso.extract.links import Link
from sayso.extract.parse import Passage
from sayso.model import BlockKind, Manner, Span

_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST})
_MAX_SOURCE_WORDS = 6
_AFTER = re.compile(r"\s+[–—-]{1,2}\s+(?P<source>[^–—:]{2,60})$")
_BEFORE = re.compile(r"^(?P<source>[^:–—\"“”?!.]{2,60}):\s+(?P<content>\S)")


def heading_links(passage: Passage) -> list[Link]:
    """The link that the layout of a heading tells, if any."""
    if passage.block.kind not in _HEADINGS:
        return []
    text, start = passage.doc.text, passage.block.span.start
    for match, cue, content in _candidates(text):
        source = Span(*match.span("source"))
        if _is_source(passage, source):
            tokens = passage.doc.char_span(*source, alignment_mode="expand")
            return [
                Link(
                    source=(source.shift(start),),
                    source_head=passage.span(tokens.root),
                    cue=(cue.shift(start),),
                    lemma=text[slice(*cue)],
                    kind=CueKind.SAY,
                    content=(content.shift(start),),
                    manner=Manner.HEADING,
                    score=0.8,
                )
            ]
    return []


def _candidates(text: str) -> list[tuple[re.Match[str], Span, Span]]:
    """The divisions of a heading into source, mark and content that its marks allow."""
    found = []
    if after := _AFTER.search(text):
        mark = text.index(after.group().strip()[0], after.start())
        found.append((after, Span(mark, mark + 1), Span(0, after.start())))
    if before := _BEFORE.search(text):
        end = before.end("source")
        found.append((before, Span(end, end + 1), Span(before.start("content"), len(text))))
    return found


def _is_source(passage: Passage, span: Span) -> bool:
    """Whether words of a heading can name a speaker: few, with a name among them, and no verb."""
    tokens = passage.doc.char_span(*span, alignment_mode="expand")
    if tokens is None or sum(not t.is_punct for t in tokens) > _MAX_SOURCE_WORDS:
        return False
    named = any(t.pos_ == "PROPN" or t.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} for t in tokens)
    return named and not any(t.pos_ in {"VERB", "AUX"} and t.tag_ not in {"VBN", "VBG"} for t in tokens)
