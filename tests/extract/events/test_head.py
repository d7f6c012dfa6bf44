"""The head: which words it reads, and what it says."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.predict import parsed_text
from sayso.extract.encoding.encoder import Encoding, encode
from sayso.extract.encoding.heads import word_states
from sayso.extract.events.head import NOTHING, Weights, head, joining, likelihoods, traits, weighed
from sayso.model import Span


def read_of(text: str) -> Encoding:
    return encode(parsed_text(text))


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "joined", "reason"),
    [
        ("Dravia attacked Norland.", "Dravia", "Norland", ["attacked"], "one verb above both"),
        ("Dravia held talks with Norland.", "Dravia", "Norland", ["held", "with", "talks"], "all on the way down"),
        ("Dravia slept.", "Dravia", None, ["slept"], "of one alone what is above it"),
        ("Norland was attacked by Dravia.", "Dravia", "Norland", ["by", "attacked"], "the other way round"),
    ],
)
def test_the_words_that_join_two(text: str, actor: str, recipient: str | None, joined: list[str], reason: str) -> None:
    words = read_of(text).words
    parts = [words.touched([span_of(text, part)]) if part else [] for part in (actor, recipient)]
    assert [words.texts[i] for i in joining(words, *parts)] == joined, reason


def test_the_shares_of_the_roots_sum_to_one() -> None:
    text = "Dravia attacked Norland."
    likely = likelihoods(read_of(text), span_of(text, "Dravia"), span_of(text, "Norland"), "ASSAULT")
    assert sum(likely.values()) == pytest.approx(1.0, abs=1e-5)
    assert max(likely, key=likely.__getitem__) == "ASSAULT"


def test_spans_outside_all_words_are_not_read() -> None:
    assert traits(read_of("Dravia attacked Norland."), None, None) is None


def test_the_rules_answer_weighs() -> None:
    weights = Weights(
        roots=("AID", NOTHING),
        states=np.zeros((3, 2), dtype=np.float32),
        rules=np.array([[5.0, 0.0], [0.0, 5.0]], dtype=np.float32),
        constant=np.zeros(2, dtype=np.float32),
    )
    nothing = np.zeros(3, dtype=np.float32)
    assert weighed(weights, nothing, "AID")["AID"] > 0.9
    assert weighed(weights, nothing, None)["AID"] < 0.1


def test_the_shipped_weights_fit_the_encoder() -> None:
    (states,) = read_of("Dravia slept.").states
    assert head().states.shape == (3 * states.shape[1], len(head().roots))
    assert NOTHING in head().roots


def test_a_word_has_the_mean_state_of_its_pieces() -> None:
    encoding = encode(parsed_text("Dravia attacked Norland."))
    (window,), (states,) = encoding.windows, encoding.states
    found = word_states(encoding, 0, len(encoding.words.texts))
    assert len(found) == len(encoding.words.texts)
    np.testing.assert_allclose(word_states(encoding, 1, 3), found[1:3], rtol=1e-6)
    start, end = window.firsts[1], window.firsts[2]
    np.testing.assert_allclose(found[1], states[start:end].mean(axis=0), rtol=1e-4, atol=1e-5)
    last = states[window.firsts[-1] : len(window.pieces) - 1].mean(axis=0)
    np.testing.assert_allclose(found[-1], last, rtol=1e-4, atol=1e-5)
