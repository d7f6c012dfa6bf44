"""What is said: each claimed clause of the article, with the chain of those who say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso import __version__
from sayso.extract.chains import chain_of, commits
from sayso.extract.clauses import spans_of
from sayso.extract.draft import Draft
from sayso.extract.guard import each
from sayso.extract.parse import Passage
from sayso.extract.units import units
from sayso.model import (
    Attribution,
    BlockKind,
    Content,
    Manner,
    Origin,
    Provenance,
    Span,
    Spans,
    Statement,
    content_id,
    words,
)

MIN_WORDS, MAX_WORDS = 3, 40

# How often a statement of each make reads as a careful reader would have it: estimates until a gold set is measured.
_SCORES = {Manner.DIRECT: 0.85, Manner.INDIRECT: 0.8, Manner.MIXED: 0.8, Manner.HEADING: 0.75}
_OUTLETS_OWN = 0.65


def make_statements(draft: Draft) -> Draft:
    """`draft` with a statement for each claimed clause, in order of place; a clause that cannot be read as a claim of 3
    to 40 words gives none.
    """
    committing = tuple(a for a in draft.attributions if commits(draft.parsed, a))
    results, drops = each(
        list(draft.parsed.sentences()),
        lambda pair: list(_of_sentence(draft, committing, pair[0], pair[1].start)),
        lambda pair: f"{draft.parsed.report.uri}: {pair[0].span(pair[1])}",
    )
    found = {statement.id: statement for statements in results for statement in statements}
    ordered = sorted(found.values(), key=lambda s: s.content.spans)
    return replace(draft, statements=tuple(ordered), drops=(*draft.drops, *drops))


def _of_sentence(
    draft: Draft, committing: tuple[Attribution, ...], passage: Passage, start: int
) -> Iterator[Statement]:
    sentence = passage.doc[start].sent
    around = passage.span(sentence)
    near = tuple(
        a for a in committing if any(around.overlaps(s) for s in (*a.content.spans, *(a.cue.spans if a.cue else ())))
    )
    for tokens in units(passage, sentence, near):
        content = spans_of(passage, tokens)
        if content and MIN_WORDS <= _count(draft, content) <= MAX_WORDS:
            yield _statement(draft, content, chain_of(draft, near, content), passage.block.kind)


def _count(draft: Draft, spans: Spans) -> int:
    return sum(len(draft.parsed.report.text[slice(*span)].split()) for span in spans)


def _statement(draft: Draft, content: Spans, chain: tuple[Attribution, ...], kind: BlockKind) -> Statement:
    report = draft.parsed.report
    source = chain[0].source if chain else None
    score = min((_SCORES[a.manner] for a in chain), default=_OUTLETS_OWN)
    return Statement(
        id=content_id("statement", report.id, repr([tuple(span) for span in content])),
        content=Content(spans=content, text=words(report.text, content)),
        chain=tuple(a.id for a in chain),
        origin=Origin(id=source.actor.id, name=source.actor.name) if source else None,
        provenance=Provenance(extractor=f"sayso-rules@{__version__}", score=score),
    )
