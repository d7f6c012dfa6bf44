"""Linking many reports at once: which of them a key brings together, and which statements hang together.

The same functions of two reports are used as for one new report (`link/relate.py`), so the outcome is the same; here
the keys of all are joined at once, as sorted arrays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.link.block import keys_of
from sayso.link.pairs import Side
from sayso.link.sketch import sketch

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Keyed:
    """Keys, each with the number of who has it."""

    keys: Numbers
    owners: Numbers


def keyed(found: Iterable[tuple[int, Iterable[int]]]) -> Keyed:
    """The keys of things by the things' numbers."""
    pairs = sorted((key, number) for number, keys in found for key in keys)
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Keyed(table[:, 0].copy(), table[:, 1].copy())


def together(parts: Iterable[Keyed]) -> Keyed:
    """All keys, in order."""
    known = tuple(parts)
    keys = np.concatenate([part.keys for part in known]) if known else np.zeros(0, dtype=np.int64)
    owners = np.concatenate([part.owners for part in known]) if known else np.zeros(0, dtype=np.int64)
    order = np.argsort(keys, kind="stable")
    return Keyed(keys[order], owners[order])


def meeting(asked: Keyed, kept: Keyed) -> NDArray[np.int64]:
    """The pairs of numbers [pairs, 2], the smaller first, each once, of which one asks for what the other is kept
    under, in the same window of time or a neighbouring one. Both are in order of their keys.
    """
    found = [np.zeros(0, dtype=np.int64)]
    for shift in (-1, 0, 1):
        first = np.searchsorted(kept.keys, asked.keys + shift, "left")
        count = np.searchsorted(kept.keys, asked.keys + shift, "right") - first
        one = np.repeat(asked.owners, count)
        place = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count) + np.repeat(first, count)
        other = kept.owners[place]
        apart = one != other
        low, high = np.minimum(one, other)[apart], np.maximum(one, other)[apart]
        found.append(np.unique((low << 32) | high))
    pairs = np.unique(np.concatenate(found))
    return np.stack([pairs >> 32, pairs & 0xFFFFFFFF], axis=1)


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


@dataclass(frozen=True, slots=True)
class Marks:
    """What brings some reports, and their statements, together with others; owners are numbers."""

    reports: Keyed
    asked: Keyed
    statements: Keyed


def marks(found: Iterable[tuple[int, int, Side]]) -> Marks:
    """The keys of reports, each with its number and that of its first statement."""
    known = tuple(found)
    sketches = [(number, sketch(side.report, side.article.words)) for number, _, side in known]
    return Marks(
        reports=keyed((number, one.kept) for number, one in sketches),
        asked=keyed((number, one.asked) for number, one in sketches),
        statements=keyed(statement for _, first, side in known for statement in _statements(first, side)),
    )


def _statements(first: int, side: Side) -> Iterator[tuple[int, frozenset[int]]]:
    return ((first + place, keys_of(found)) for place, found in enumerate(side.statements))
