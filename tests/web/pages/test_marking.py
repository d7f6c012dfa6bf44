"""A text with marks in it is the same text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.web.pages.marking import Mark, found, pieces

TEXT = "the mayor said that officials had denied it"
SPAN = st.tuples(st.integers(0, 43), st.integers(0, 43)).map(lambda ends: Span(min(ends), max(ends)))


@given(st.lists(st.lists(SPAN, min_size=1, max_size=3)), SPAN)
def test_the_pieces_are_the_text(marks: list[list[Span]], within: Span) -> None:
    cut = list(pieces(TEXT, [Mark(kind="content", spans=tuple(spans)) for spans in marks], within))
    assert "".join(piece.text for piece in cut) == TEXT[slice(*within)]
    assert all(piece.text == TEXT[piece.start : piece.start + len(piece.text)] for piece in cut)


@given(st.lists(SPAN, max_size=4))
def test_a_mark_is_over_exactly_its_words(spans: list[Span]) -> None:
    marks = [Mark(kind=str(number), spans=(span,)) for number, span in enumerate(spans)]
    cut = list(pieces(TEXT, marks))
    for mark in marks:
        under = "".join(piece.text for piece in cut if mark in piece.marks)
        assert under == TEXT[slice(*mark.spans[0])]


def test_marks_may_overlap() -> None:
    marks = [Mark(kind="content", spans=(Span(4, 20),), of="a"), Mark(kind="source", spans=(Span(10, 30),), of="b")]
    cut = [(piece.start, piece.kinds, piece.of) for piece in pieces(TEXT, marks)]
    assert cut == [
        (0, (), ()),
        (4, ("content",), ("a",)),
        (10, ("content", "source"), ("a", "b")),
        (20, ("source",), ("b",)),
        (30, (), ()),
    ]


def test_a_mark_in_two_parts_begins_once() -> None:
    mark = Mark(kind="content", spans=(Span(0, 3), Span(10, 14)), of="a")
    assert [piece.text for piece in pieces(TEXT, [mark]) if piece.first] == ["the"]


def test_words_that_were_found() -> None:
    shown = found(TEXT, (Span(4, 9), Span(38, 40)), Span(0, 14))
    assert [(piece.text, piece.kinds) for piece in shown] == [("the ", ()), ("mayor", ("hit",)), (" said", ())]
