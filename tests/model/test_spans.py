from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span, Spans, hull, merge, overlap, strip, words

spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: Span(min(pair), max(pair)))


def covered(some: Spans) -> set[int]:
    return {i for start, end in some for i in range(start, end)}


@given(st.lists(spans))
def test_merge_covers_the_same_code_points_once(some: list[Span]) -> None:
    merged = merge(some)
    assert covered(merged) == covered(tuple(some))
    assert all(a.end < b.start for a, b in pairwise(merged))


@given(st.lists(spans), st.lists(spans))
def test_overlap_counts_shared_code_points(a: list[Span], b: list[Span]) -> None:
    assert overlap(a, b) == len(covered(tuple(a)) & covered(tuple(b)))


@given(st.text(), st.data())
def test_strip_keeps_everything_but_the_edges(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    inner = strip(text, span)
    assert text[slice(*inner)] == text[slice(*span)].strip(" \t\r\n\u00a0")
    assert span.contains(inner)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(Span(0, 3), Span(3, 5), False, id="half-open ranges that touch share nothing"),
        pytest.param(Span(0, 4), Span(3, 5), True, id="one shared code point"),
        pytest.param(Span(2, 2), Span(0, 5), False, id="an empty span shares nothing"),
    ],
)
def test_overlaps(a: Span, b: Span, expected: bool) -> None:
    assert a.overlaps(b) is expected


def test_words_counts_code_points_not_bytes() -> None:
    assert words("“Ķekava” 🌊 is dry", (Span(1, 7), Span(9, 10))) == "Ķekava … 🌊"


def test_hull() -> None:
    assert hull((Span(7, 9), Span(2, 3))) == Span(2, 9)
