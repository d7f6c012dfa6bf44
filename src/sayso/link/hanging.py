"""What hangs together: things that can be reached from each other over links."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray


def components(count: int, links: Iterable[tuple[int, int]]) -> NDArray[np.int64]:
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
