"""A report's text, part by part."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Block, BlockKind, Span
from sayso.web.pages.reading import Row, marks_of, rows
from tests.factory import report, statement

PAGE = report("The mayor said that officials had denied it.", "It rained.", headline="A denial")


def text_of(parts: list[Row]) -> str:
    return "".join(row.gap + "".join(piece.text for piece in row.pieces) for row in parts)


def test_the_parts_are_the_text() -> None:
    parts = list(rows(PAGE, ()))
    assert text_of(parts) == PAGE.text
    assert [row.kind for row in parts] == [BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    assert all(row.is_article for row in parts)


SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(min(ends), max(ends)))


@given(st.lists(SPANS, max_size=5))
def test_no_letter_is_lost_whatever_the_blocks(spans: list[Span]) -> None:
    blocks = tuple(Block(span=span, kind=BlockKind.PARAGRAPH) for span in spans)
    shown = text_of(list(rows(replace(PAGE, blocks=blocks), ())))
    assert PAGE.text.startswith(shown)
    assert PAGE.text[len(shown) :].strip() == ""


def test_a_statement_stands_beside_the_part_that_it_begins_in() -> None:
    told = statement("It rained", within=PAGE)
    parts = list(rows(replace(PAGE, statements=(told,)), ()))
    assert [[one.statement.id for one in row.told] for row in parts] == [[], [], [told.id]]


def test_a_content_within_a_content_is_marked_deeper() -> None:
    outer = statement("officials had denied it", within=PAGE)
    inner = statement("denied it", within=PAGE)
    depths = {mark.of: mark.depth for mark in marks_of(replace(PAGE, statements=(outer, inner)))}
    assert depths == {outer.id: 1, inner.id: 2}
