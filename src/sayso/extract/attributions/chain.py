"""The best sequence of tags under a linear-chain model: Viterbi (1967), over many rows at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """`step[a, b]` scores tag b behind tag a, `first[a]` tag a at the beginning."""

    step: Floats
    first: Floats


def best_tags(chain: Chain, scores: Floats) -> NDArray[np.int64]:
    """The best tags of each row of `scores` [rows, words, tags]; of equals the lower tag."""
    rows, length, tags = scores.shape
    back = np.zeros((length, rows, tags), dtype=np.int64)
    total = chain.first + scores[:, 0]
    for i in range(1, length):
        reach = total[:, :, None] + chain.step
        back[i] = reach.argmax(1)
        total = reach.max(1) + scores[:, i]
    best = np.zeros((rows, length), dtype=np.int64)
    best[:, -1] = total.argmax(1)
    for i in range(length - 1, 0, -1):
        best[:, i - 1] = back[i][np.arange(rows), best[:, i]]
    return best


def runs(tags: NDArray[np.int64], begin: int, go_on: int) -> list[tuple[int, int]]:
    """The stretches, half-open, that `begin` opens and `go_on` continues."""
    found: list[tuple[int, int]] = []
    for i, tag in enumerate(tags.tolist()):
        if tag == begin:
            found.append((i, i + 1))
        elif tag == go_on and found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
    return found
