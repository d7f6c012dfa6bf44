"""Figures as tables for people, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.storylines.counts import Count, Figure, Judged, total

CLAIMS = (Figure.SAME_CLAIM, Figure.SAME_CLAIM_ACROSS, Figure.DERIVATIONS)


def table(title: str, judged: Mapping[str, Judged]) -> Iterator[str]:
    """A line a figure: over all storylines, its counts, and each storyline beside it."""
    whole = total(judged.values()).counts
    yield f"| {title} | all | recall | precision | right/wanted/told | {' | '.join(judged)} |"
    yield "|---" * (5 + len(judged)) + "|"
    for figure, count in whole.items():
        each = " | ".join(percent(one.counts[figure].f1) for one in judged.values())
        counts = f"{count.right}/{count.wanted}/{count.told}"
        shares = f"{percent(count.f1)} | {percent(count.recall)} | {percent(count.precision)}"
        yield f"| {figure} | {shares} | {counts} | {each} |"


def side_by_side(title: str, rows: Sequence[tuple[str, Mapping[Figure, Count]]]) -> Iterator[str]:
    """Each way to answer on a line, F1 in percent."""
    yield f"| {title} | {' | '.join(CLAIMS)} |"
    yield "|---" * (1 + len(CLAIMS)) + "|"
    for name, counts in rows:
        yield f"| {name} | {' | '.join(percent(counts[figure].f1) for figure in CLAIMS)} |"


def percent(value: float | None) -> str:
    """With one digit; a dash where nothing was asked and nothing told."""
    return "–" if value is None else f"{value:.1f}"
