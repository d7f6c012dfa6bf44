"""Text with words marked in it: cut where a mark begins or ends, so that marks may overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.model import Span, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of a text that are something: `kind` is what, `of` the id of the statement or attribution that they are a
    part of, `depth` how many marks of the kind lie around this one.
    """

    kind: str
    spans: Spans
    of: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a text under the same marks, in the order in which they were given; `first` are those that begin here.

    `start` counts code points of the whole text.
    """

    text: str
    start: int
    marks: tuple[Mark, ...] = ()
    first: tuple[Mark, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """What the words are, each once."""
        return tuple(dict.fromkeys(mark.kind for mark in self.marks))

    @property
    def of(self) -> tuple[str, ...]:
        """Whose words they are, each once."""
        return tuple(dict.fromkeys(mark.of for mark in self.marks if mark.of))


def pieces(text: str, marks: Iterable[Mark], within: Span | None = None) -> Iterator[Piece]:
    """`text`, or the part of it in the span `within`, in order, cut at the edges of `marks`.

    Spans count code points of `text`. Together the pieces are exactly the text.
    """
    shown = within or Span(0, len(text))
    given = [(mark, span) for mark in marks for span in mark.spans if span.overlaps(shown)]
    edges = {shown.start, shown.end}
    edges.update(edge for _, span in given for edge in span if shown.start < edge < shown.end)
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        here = [(mark, span) for mark, span in given if span.start <= start and end <= span.end]
        yield Piece(
            text=text[start:end],
            start=start,
            marks=tuple(mark for mark, _ in here),
            first=tuple(mark for mark, span in here if span.start == start and span == mark.spans[0]),
        )


def found(text: str, marks: Spans, within: Span | None = None) -> tuple[Piece, ...]:
    """`pieces`, of words that were looked for."""
    return tuple(pieces(text, [Mark(kind="hit", spans=(span,)) for span in marks], within))
