"""Written cases: where their words stand, which halves they are in, and that the whole set can be read."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.cases.gold import EDGE, HALVES, located, plain, read_cases
from sayso.model import Span

TEXT = 'He said the mill was shut. "The weir," she said, "is dry."'


@pytest.mark.parametrize(
    ("words", "near", "pieces"),
    [
        pytest.param("she", (), ["she"], id="whole-words-only"),
        pytest.param("said", (Span(46, 57),), ["said"], id="the-nearest"),
        pytest.param("The weir … is dry", (), ["The weir", "is dry"], id="in-pieces"),
        pytest.param(":", (), [], id="a-mark-is-no-word"),
        pytest.param("", (), [], id="no-words"),
    ],
)
def test_words_are_found(words: str, near: tuple[Span, ...], pieces: list[str]) -> None:
    assert [TEXT[slice(*span)] for span in located(TEXT, words, near)] == pieces


def test_the_nearest_of_two_is_taken() -> None:
    said = TEXT.index("said"), TEXT.rindex("said")
    assert located(TEXT, "said", (Span(8, 26),))[0].start == said[0]
    assert located(TEXT, "said", (Span(51, 57),))[0].start == said[1]


@pytest.mark.parametrize("words", ["the mil", "is dry … The weir", "nobody"])
def test_words_that_are_not_there_are_an_error(words: str) -> None:
    with pytest.raises(ValueError, match="not in the text"):
        located(TEXT, words)


def test_pieces_with_marks_between_them_are_one() -> None:
    text = "“It burned. “It fell.”"
    assert plain(text, (Span(1, 11), Span(12, 22))) == (Span(1, 20),)


@given(st.text(alphabet=EDGE + "ab", max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_no_piece_has_a_mark_at_its_edge(text: str, start: int, end: int) -> None:
    for span in plain(text, (Span(min(start, end, len(text)), min(max(start, end), len(text))),)):
        assert text[slice(*span)].strip(EDGE) == text[slice(*span)] != ""


def test_the_cases_are_many_and_of_one_name_each() -> None:
    cases = read_cases()
    assert len(cases) >= 180
    assert max(Counter(case.id for case in cases).values()) == 1
    assert all(case.why for case in cases)


def test_both_halves_have_every_kind() -> None:
    halves = Counter((case.kind, case.half) for case in read_cases())
    for kind in {kind for kind, _ in halves}:
        assert all(halves[kind, half] >= 4 for half in HALVES), kind
