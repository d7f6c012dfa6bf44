"""Windows: every word in one of them, none over the limit, cut where a paragraph or a sentence ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.encoding.encoder import tokenizer
from sayso.extract.encoding.windows import LIMIT, pieces_of, windows

UNITS = st.lists(st.integers(0, 3), min_size=1, max_size=400)


@given(UNITS, UNITS, st.integers(1, LIMIT))
def test_windows_share_no_word_and_leave_none_out(sizes: list[int], marks: list[int], first: int) -> None:
    pieces = [[7] * (1 + size * 4) for size in sizes]
    steps = (marks * len(sizes))[: len(sizes)]
    sentences = [sum(step > 1 for step in steps[: i + 1]) for i in range(len(sizes))]
    passages = [sum(step > 2 for step in steps[: i + 1]) for i in range(len(sizes))]
    found = list(windows(tokenizer(), pieces, sentences, passages, (first, LIMIT)))
    assert [i for window in found for i in range(window.start, window.end)] == list(range(len(sizes)))
    for window in found:
        inner = sum(len(word) for word in pieces[window.start : window.end])
        assert inner <= LIMIT or window.end - window.start == 1
        assert len(window.pieces) == inner + 2
        assert len(window.firsts) == window.end - window.start


@pytest.mark.parametrize(
    ("sentences", "passages", "ends"),
    [
        pytest.param([0] * 300, [0] * 150 + [1] * 150, [150, 300], id="behind-the-last-whole-paragraph"),
        pytest.param([0] * 180 + [1] * 120, [0] * 50 + [1] * 250, [180, 300], id="not-a-paragraph-that-wastes-most"),
        pytest.param([0] * 300, [0] * 300, [LIMIT, 300], id="a-sentence-too-long-is-cut"),
    ],
)
def test_where_windows_end(sentences: list[int], passages: list[int], ends: list[int]) -> None:
    assert [w.end for w in windows(tokenizer(), [[7]] * 300, sentences, passages)] == ends


def test_long_reports_are_read_to_their_end() -> None:
    unknown = tokenizer().token_to_id("[UNK]")
    assert all(pieces != [unknown] for pieces in pieces_of(tokenizer(), ["bridge"] * 2000))


def test_each_word_has_a_piece() -> None:
    words = ["Łódź", "\u200b", "said", "x" * 300]
    pieces = pieces_of(tokenizer(), words)
    assert all(pieces)
    assert max(len(word) for word in pieces) <= 16
