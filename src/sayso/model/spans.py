"""Half-open ranges of Unicode code points: the only way sayso points at words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """The code points `start <= i < end` of a report's text, counted from 0."""

    start: int
    end: int

    def shift(self, by: int) -> Span:
        """The same range, `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def contains(self, other: Span) -> bool:
        """Whether every code point of `other` is in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return max(self.start, other.start) < min(self.end, other.end)


Spans = tuple[Span, ...]

# Joins the pieces of an interrupted content ("The bridge," he said, "is closed") when it is shown as one string.
GAP = " … "


def words(text: str, spans: Iterable[Span]) -> str:
    """The words of `text` under `spans`, pieces joined by ` … `."""
    return GAP.join(text[start:end] for start, end in spans)


def hull(spans: Spans) -> Span:
    """The smallest span that covers all of `spans`; raises ValueError where there is none."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def merge(spans: Iterable[Span]) -> Spans:
    """`spans` in order of place, those that touch or overlap made one, empty ones left out."""
    out: list[Span] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def overlap(a: Iterable[Span], b: Iterable[Span]) -> int:
    """How many code points `a` and `b` share."""
    right = merge(b)
    return sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in merge(a) for y in right)


def strip(text: str, span: Span, edge: str = " \t\r\n\u00a0") -> Span:
    """`span` without the characters of `edge` at its ends; empty at its end where nothing else is in it."""
    start, end = span
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return Span(start, end)
