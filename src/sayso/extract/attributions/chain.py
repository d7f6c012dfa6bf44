"""The best sequence of tags under a linear-chain model: Viterbi (1967), over many rows at once."""

from __future__ import annotations

from collections.abc import Sequence
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
    for before, score, now in zip(totals[:-1, :, :, None], scores.swapaxes(0, 1)[1:], totals[1:], strict=True):
        np.add(before, chain.step, out=reach)
        np.add(np.maximum.reduce(reach, axis=1), score, out=now)
    counts = np.arange(length)[:, None] < lengths
    back = (totals[:-1, :, :, None] + chain.step).argmax(2)
    back = np.where(counts[1:, :, None], back, np.arange(tags))
    last = totals[lengths - 1, np.arange(rows)].argmax(1)
    # lists, as a step back is too small a thing for an array
    ways = map(_way_back, last.tolist(), back.swapaxes(0, 1).tolist())
    return np.where(counts.T, list(ways), 0)


def _way_back(last: int, back: Sequence[Sequence[int]]) -> list[int]:
    """The tags that lead to `last`, where `back[i][tag]` is the best one before a `tag` behind i."""
    found = [last]
    for before in reversed(back):
        found.append(before[found[-1]])
    return found[::-1]


def runs(tags: Ints, begin: int, go_on: int) -> list[tuple[int, int]]:
    """The stretches, half-open, that `begin` opens and `go_on` continues."""
    found: list[tuple[int, int]] = []
    for i, tag in enumerate(tags.tolist()):
        if tag == begin:
            found.append((i, i + 1))
        elif tag == go_on and found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
    return found
