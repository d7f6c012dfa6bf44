from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.encoding.encoder import encode
from sayso.extract.factuality.step import predicate_factuality
from sayso.extract.factuality.told import Trees, told_degree
from sayso.extract.factuality.traits import REGISTER, WIDTH, register, traits
from sayso.extract.parse import language_model, parse
from sayso.model import Span
from tests import factory


def told(text: str, word: str) -> float:
    parsed = parse(factory.report(text))
    start = parsed.report.text.index(word)
    return predicate_factuality(parsed, encode(parsed), Span(start, start + len(word)))


def test_a_tree_is_walked_to_the_leaf_that_the_row_belongs_to() -> None:
    trees = Trees(
        feature=np.array([1, 0, 0], dtype=np.int32),
        threshold=np.array([0.5, 0.0, 0.0]),
        left=np.array([1, 1, 2], dtype=np.int32),
        right=np.array([2, 1, 2], dtype=np.int32),
        value=np.array([0.0, -2.0, 2.0]),
        roots=np.array([0], dtype=np.int32),
        depth=1,
        base=0.25,
    )
    assert trees.sum(np.array([9.0, 0.5])) == -1.75
    assert trees.sum(np.array([9.0, 0.6])) == 2.25


def test_traits_have_the_width_that_the_trees_were_made_for() -> None:
    token = language_model()("The army said it had shelled the port.")[5]
    assert len(traits(token, 0.0)) == WIDTH
    assert len(list(register(token.sent))) == REGISTER


@pytest.mark.parametrize(
    ("lower", "higher", "word"),
    [
        ("The army did not shell the town on Monday.", "The army did shell the town on Monday.", "shell"),
        ("The governor may close the port in Split.", "The governor did close the port in Split.", "close"),
        ("Police in Leeds failed to arrest the man.", "Police in Leeds managed to arrest the man.", "arrest"),
    ],
)
def test_what_is_denied_or_open_is_told_less_as_a_fact(lower: str, higher: str, word: str) -> None:
    assert told(lower, word) + 1 < told(higher, word)


def test_no_word_is_no_commitment() -> None:
    parsed = parse(factory.report("The army left."))
    assert predicate_factuality(parsed, encode(parsed), Span(10_000, 10_001)) == 0.0


@given(st.floats(-3, 3), st.sampled_from(["may", "not", "said", "that", "left", "no", "would", "?", "“"]))
@settings(max_examples=25, deadline=None)
def test_degrees_stay_on_the_scale(head: float, word: str) -> None:
    doc = language_model()(f"{word} the army left {word}")
    assert all(-3 <= told_degree(token, head) <= 3 for token in doc)
