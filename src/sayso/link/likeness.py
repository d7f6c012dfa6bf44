"""Which statements are so near in meaning that their reports may have more in common.

Two reports seldom share rare words by chance, and yet among a million statements far more do than are of one claim. The
vectors of their contents tell them apart at little cost.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.link.features import Vector

ALIKE = 0.5  # cosine; of pairs of made-up statements that share rare words by chance not one in a hundred has it
_AT_ONCE = 20_000  # pairs of vectors that are compared at a time

Vectors = NDArray[np.int8]  # [statements, numbers], all 0 where a statement has none
Pairs = NDArray[np.int64]  # [pairs, 2]


def alike(here: Sequence[Vector | None], others: Mapping[str, bytes | None]) -> frozenset[str]:
    """The names of those `others` that are near to one of `here`, or have no vector; of all, where one of `here` has
    none.
    """
    told = {name: vector for name, vector in others.items() if vector is not None}
    mine = [vector for vector in here if vector is not None]
    if not told or len(mine) < len(here):
        return frozenset(others)
    theirs = np.array([np.frombuffer(vector, dtype=np.int8) for vector in told.values()], dtype=np.float32)
    near = _near(theirs @ np.array(mine).T, np.outer(_squares(theirs), _squares(np.array(mine))))
    found = {name for name, row in zip(told, near.tolist(), strict=True) if any(row)}
    return frozenset(found | (others.keys() - told.keys()))


def stacked(found: Sequence[Vector | None]) -> Vectors:
    """The vectors of statements, one below the other."""
    width = max((len(one) for one in found if one is not None), default=0)
    none = np.zeros(width)
    return np.array([none if one is None else one for one in found], dtype=np.int8).reshape(len(found), width)


def alike_pairs(parts: deque[Vectors], met: Iterable[Pairs]) -> Iterator[Pairs]:
    """Those pairs of statements, told by their places in all `parts`, that are near, or one of which has no vector. The
    parts are let go one by one, so that a ledger's vectors are not held twice.
    """
    whole = np.zeros((sum(map(len, parts)), max((part.shape[1] for part in parts), default=0)), dtype=np.int8)
    start = 0
    while parts:
        part = parts.popleft()
        whole[start : start + len(part), : part.shape[1]] = part
        start += len(part)
    for pairs in met:
        for first in range(0, len(pairs), _AT_ONCE):
            yield _alike(whole, pairs[first : first + _AT_ONCE])


def _alike(vectors: Vectors, pairs: Pairs) -> Pairs:
    one, other = (vectors[pairs[:, end]].astype(np.float32) for end in (0, 1))
    near: Pairs = pairs[_near(np.einsum("ij,ij->i", one, other), _squares(one) * _squares(other))]
    return near


def _squares(vectors: Vector) -> NDArray[np.float64]:
    squares: NDArray[np.float64] = np.einsum("ij,ij->i", vectors, vectors).astype(np.float64)
    return squares


def _near(products: Vector, squares: NDArray[np.float64]) -> NDArray[np.bool_]:
    """As `features.cosine` tells it: all sums are of whole numbers under 2^24, so exact."""
    lengths = np.sqrt(np.where(squares, squares, 1.0))
    near: NDArray[np.bool_] = (products.astype(np.float64) / lengths >= ALIKE) | (squares == 0)
    return near
