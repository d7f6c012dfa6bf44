"""Which pairs of statements are worth a look."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.link.features import Features, features
from sayso.link.pairs import comparable
from tests.link.making import told


def with_vector(content: str, *numbers: int) -> Features:
    return features(told(content), np.array(numbers, dtype=np.int8).tobytes())


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("the bridge was shut", "workers closed the bridge", True, id="the same words"),
        pytest.param("12 people are missing", "12 vanished", True, id="the same number"),
        pytest.param("Ana Ruiz opened a school in Leon", "Ana Ruiz left Leon", False, id="only the same names"),
    ],
)
def test_what_is_comparable_by_words(a: str, b: str, *, expected: bool) -> None:
    assert any(comparable((features(told(a)),), (features(told(b)),))) is expected


def test_what_is_alike_in_meaning_is_comparable_whatever_its_words() -> None:
    crew, sailors = with_vector("the crew is unhurt", 100, 70), with_vector("all hands are well", 90, 80)
    other = with_vector("the mayor resigned", -80, 90)
    assert list(comparable((crew,), (sailors, other))) == [(crew, sailors)]


def test_a_statement_is_not_compared_by_vector_with_itself() -> None:
    same = (with_vector("it was", 100, 70),)
    assert list(comparable(same, same)) == []
