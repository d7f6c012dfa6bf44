"""Which statements are so near in meaning that their reports may have more in common."""

from __future__ import annotations

from collections import deque

import numpy as np

from sayso.link.likeness import alike, alike_pairs, stacked


def vector(*numbers: int) -> bytes:
    return np.array(numbers, dtype=np.int8).tobytes()


HERE = [np.array([100, 0], dtype=np.float32)]


def test_those_near_to_one_and_those_without_a_vector() -> None:
    others = {"same": vector(90, 0), "near": vector(60, 100), "far": vector(50, 100), "none": None}
    assert alike(HERE, others) == {"same", "near", "none"}


def test_all_where_one_has_no_vector() -> None:
    assert alike([*HERE, None], {"far": vector(0, 100)}) == {"far"}
    assert alike(HERE, {}) == frozenset()


def test_pairs_are_told_by_their_places_in_all_parts() -> None:
    parts = [stacked([*HERE, None]), stacked([]), stacked([np.array([90, 10], dtype=np.float32), np.array([0, 9])])]
    met = np.array([[0, 1], [0, 2], [0, 3], [2, 3]])
    assert np.concatenate(list(alike_pairs(deque(parts), [met]))).tolist() == [[0, 1], [0, 2]]


def test_without_any_vector_all_pairs_stay() -> None:
    met = np.array([[0, 1]])
    assert [pairs.tolist() for pairs in alike_pairs(deque([stacked([None, None])]), [met])] == [[[0, 1]]]
