"""What hangs together: things that can be reached from each other over links, but for crowds.

Links that chance has made join a large ledger into one crowd: among a million statements half hang together over links
that are good for two statements by themselves. So where more than `CROWD` hang together, the weaker links do not count,
step by step. What hangs together with a statement is found without looking further than that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

REACHES = tuple(
    percent / 100 for percent in range(45, 100, 5)
)  # least scores, each where there is a crowd over the last
CROWD = 400  # statements: all that ten reports on one story say, several times over

Pairs = Sequence[tuple[int, int]]


def hanging(
    count: int, links: tuple[Pairs | NDArray[np.int64], NDArray[np.float64]], firm: Pairs = ()
) -> NDArray[np.int64]:
    """For each of `count` things the smallest of all that it hangs together with: over `links`, pairs and their scores,
    from the first of `REACHES` over which it is in no crowd; over `firm` ones in any case.
    """
    ends, scores = np.array(links[0], dtype=np.int64).reshape(-1, 2), links[1]
    root, left = np.arange(count), np.ones(count, dtype=np.bool_)
    for reach in REACHES:
        counting = ends[left[ends[:, 0]] & left[ends[:, 1]] & (scores >= reach)].tolist()
        found = components(count, (*counting, *firm))
        fits = left & ((np.bincount(found, minlength=count)[found] <= CROWD) | (reach == REACHES[-1]))
        root[fits] = found[fits]
        left &= ~fits
        if not left.any():
            break
    return root


def components(count: int, links: Iterable[Sequence[int]]) -> NDArray[np.int64]:
    """For each of `count` things the smallest of all that it hangs together with over `links`."""
    parent = list(range(count))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for a, b in links:
        x, y = root(a), root(b)
        parent[max(x, y)] = min(x, y)
    return np.array([root(one) for one in range(count)], dtype=np.int64)
