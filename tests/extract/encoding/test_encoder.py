"""The encoder's states: the same for the same words, whatever is read beside them; and what is asked of them."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.extract.draft import Draft
from sayso.extract.encoding.encoder import Encoding, encode
from sayso.extract.encoding.heads import told_as_fact
from sayso.extract.encoding.step import encode_words
from sayso.extract.parse import parse
from sayso.model import Span
from tests import factory

LONG = " ".join(f"The inspector counted {n} barrels at the pier of Varna and wrote the number down." for n in range(40))


def read(*paragraphs: str) -> Encoding:
    return encode(parse(factory.report(*paragraphs)))


def test_the_same_words_have_the_same_states_to_the_bit() -> None:
    first, second = read(LONG, "Nobody answered."), read(LONG, "Nobody answered.")
    assert all(np.array_equal(a, b) for a, b in zip(first.states, second.states, strict=True))


def test_what_comes_after_a_full_window_changes_nothing_in_it() -> None:
    alone, followed = read(LONG), read(LONG, "A ferry sank off Burgas.", LONG)
    assert np.array_equal(alone.states[0], followed.states[0])


def test_each_piece_has_a_state() -> None:
    encoding = read(LONG)
    assert len(encoding.windows) > 1
    assert [len(states) for states in encoding.states] == [len(window.pieces) for window in encoding.windows]


def test_an_empty_report_has_no_states() -> None:
    assert read().states == ()


def test_a_draft_is_encoded_once() -> None:
    draft = encode_words(Draft(parsed=parse(factory.report("The bridge is closed."))))
    assert encode_words(draft) is draft


@pytest.mark.parametrize(
    ("text", "word", "low", "high"),
    [
        pytest.param("The mayor closed the bridge yesterday.", "closed", 1.5, 3.2, id="told-as-done"),
        pytest.param("The mayor did not close the bridge.", "close", -3.2, -0.5, id="denied"),
        pytest.param("The mayor might close the bridge.", "close", -3.2, 1, id="open"),
    ],
)
def test_how_far_a_happening_is_told_as_a_fact(text: str, word: str, low: float, high: float) -> None:
    start = text.index(word)
    told = told_as_fact(read(text), Span(start, start + len(word)))
    assert told is not None
    assert low < told < high


def test_nothing_is_told_of_no_words() -> None:
    assert told_as_fact(read("It rained."), Span(3, 3)) is None
