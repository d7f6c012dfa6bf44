"""The words by which it shows that a report draws on another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sayso.link.comparing import Comparison
from sayso.link.pairs import Counterpart
from sayso.link.reuse import word_places
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
    here, there = (word_places(side.report) if ranked else [] for side in (c.later, c.earlier))
    return tuple(
        Evidence(
            spans=_over(here[run.start : run.start + run.length]),
            from_spans=_over(there[run.from_start : run.from_start + run.length]),
        )
        for run in ranked
    )


def _over(run: Sequence[tuple[int, Span]]) -> Spans:
    """The words of a run as spans, one for each body span that it runs through."""
    pieces = (tuple(group) for _, group in groupby(run, key=lambda word: word[0]))
    return tuple(Span(piece[0][1].start, piece[-1][1].end) for piece in pieces)
