"""The best sequence of tags under a linear-chain model: Viterbi (1967), over many rows at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """`step[a, b]` scores tag b behind tag a, `first[a]` tag a at the beginning."""

    step: Floats
    first: Floats


def best_tags(chain: Chain, scores: Floats, lengths: Ints) -> Ints:
    """The best tags of each row of `scores` [rows, words, tags], of which the first `lengths[row]` words count; of
    equals the lower tag, and 0 behind the words that count.
    """
    rows, length, tags = scores.shape
    totals = np.empty((length, rows, tags), dtype=np.float32)
    totals[0] = chain.first + scores[:, 0]
    reach = np.empty((rows, tags, tags), dtype=np.float32)
    for i in range(1, length):
        np.add(totals[i - 1, :, :, None], chain.step, out=reach)
        np.add(reach.max(1), scores[:, i], out=totals[i])
    counts = np.arange(length)[:, None] < lengths
    back = (totals[:-1, :, :, None] + chain.step).argmax(2)
    back = np.where(counts[1:, :, None], back, np.arange(tags))
    each = np.arange(rows)
    best = np.zeros((length, rows), dtype=np.int64)
    best[-1] = totals[lengths - 1, each].argmax(1)
    for i in range(length - 1, 0, -1):
        best[i - 1] = back[i - 1, each, best[i]]
    return np.where(counts, best, 0).T


def runs(tags: Ints, begin: int, go_on: int) -> list[tuple[int, int]]:
    """The stretches, half-open, that `begin` opens and `go_on` continues."""
    found: list[tuple[int, int]] = []
    for i, tag in enumerate(tags.tolist()):
        if tag == begin:
            found.append((i, i + 1))
        elif tag == go_on and found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
    return found
