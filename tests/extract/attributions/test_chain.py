"""The best sequence of tags, against trying them all."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.extract.attributions.chain import Chain, best_tags, runs

SCORES = st.integers(-4, 4)


@given(arrays(np.float32, (2, 4, 3), elements=SCORES), arrays(np.float32, (3, 3), elements=SCORES))
def test_no_other_sequence_scores_higher(scores: np.ndarray, step: np.ndarray) -> None:
    chain = Chain(step=step, first=np.array([0, 0, -100], dtype=np.float32))

    def worth(row: np.ndarray, tags: tuple[int, ...]) -> float:
        moves = sum(step[a, b] for a, b in pairwise(tags))
        return float(chain.first[tags[0]] + sum(row[i, tag] for i, tag in enumerate(tags)) + moves)

    for row, best in zip(scores, best_tags(chain, scores, np.array([4, 4])), strict=True):
        assert worth(row, tuple(best)) == max(worth(row, tags) for tags in product(range(3), repeat=4))


@given(
    arrays(np.float32, (2, 5, 3), elements=SCORES),
    arrays(np.float32, (3, 3), elements=SCORES),
    st.tuples(st.integers(1, 5), st.integers(1, 5)),
)
def test_what_stands_behind_a_row_changes_nothing(scores: np.ndarray, step: np.ndarray, sizes: tuple[int, int]) -> None:
    chain = Chain(step=step, first=np.zeros(3, dtype=np.float32))
    together = best_tags(chain, scores, np.array(sizes))
    for row, size, best in zip(scores, sizes, together, strict=True):
        alone = best_tags(chain, row[None, :size], np.array([size]))[0]
        assert best.tolist() == [*alone.tolist(), *[0] * (5 - size)]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        pytest.param([0, 1, 2, 2, 0], [(1, 4)], id="one-stretch"),
        pytest.param([1, 1, 2], [(0, 1), (1, 3)], id="a-new-one-begins-at-once"),
        pytest.param([2, 0, 2], [], id="what-nothing-began-is-nothing"),
        pytest.param([1, 2, 0, 2], [(0, 2)], id="a-gap-ends-it"),
        pytest.param([3, 1, 2, 4], [(1, 3)], id="tags-of-another-role-are-not-asked"),
    ],
)
def test_stretches(tags: list[int], expected: list[tuple[int, int]]) -> None:
    assert runs(np.array(tags), 1, 2) == expected
