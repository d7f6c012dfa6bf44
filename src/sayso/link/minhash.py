"""Sketches of sets that agree as often as the sets overlap.

MinHash (Broder, 1997) with bijections a·h + b modulo 2³², a odd: the values are those of the library datasketch 2.0,
which loads SciPy for more than a second before a report is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint32]


def minhash(members: Iterable[bytes], size: int) -> Hashes:
    """The sketch of a set that is not empty: `size` numbers, each of which two sets share with the probability of
    their Jaccard similarity.
    """
    factors, summands = _bijections(size)
    hashes = _spread(np.fromiter((crc32(member) for member in members), dtype=np.uint32))
    least: Hashes = (hashes[:, None] * factors + summands).min(axis=0)
    return least


@cache
def _bijections(size: int) -> tuple[Hashes, Hashes]:
    # the legacy generator, because NumPy promises its numbers for good (NEP 19)
    draw = np.random.RandomState(1)
    factors = draw.randint(0, 1 << 31, size, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return factors, draw.randint(0, 1 << 32, size, dtype=np.uint32)


def _spread(hashes: Hashes) -> Hashes:
    """The finalizer of MurmurHash3: a checksum's neighbours are no neighbours after it."""
    hashes = (hashes ^ (hashes >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    hashes = (hashes ^ (hashes >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return hashes ^ (hashes >> np.uint32(16))
