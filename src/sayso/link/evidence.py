"""The words by which it shows that a report draws on another."""

from __future__ import annotations

from itertools import groupby

from sayso.link.comparing import Comparison
from sayso.link.pairs import Counterpart
from sayso.link.reuse import Article
from sayso.model import Evidence, Span, Spans

MOST_EVIDENCE = 8


def pair_evidence(pair: Counterpart) -> Evidence:
    """The contents of two statements."""
    return Evidence(
        spans=pair.later.appearance.statement.content.spans, from_spans=pair.earlier.appearance.statement.content.spans
    )


def run_evidence(c: Comparison) -> tuple[Evidence, ...]:
    """The longest runs of reused words, in order of length; equals in order of place."""
    ranked = sorted(c.wording.runs, key=lambda run: (-run.length, run.start))[:MOST_EVIDENCE]
    return tuple(
        Evidence(
            spans=_over(c.later.article, run.start, run.length),
            from_spans=_over(c.earlier.article, run.from_start, run.length),
        )
        for run in ranked
    )


def _over(found: Article, start: int, length: int) -> Spans:
    """The words of a run as spans, one for each body span that it runs through."""
    pieces = (tuple(group) for _, group in groupby(range(start, start + length), key=lambda i: found.blocks[i]))
    return tuple(Span(found.spans[piece[0]][0], found.spans[piece[-1]][1]) for piece in pieces)
