"""Linking many reports at once: which of them a key brings together, and which statements hang together.

The same functions of two reports are used as for one new report (`link/relate.py`), so the outcome is the same; here
the keys of all are joined at once, as sorted arrays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.link.block import keys_of
from sayso.link.keys import ENOUGH, SLIGHT, WINDOWS
from sayso.link.pairs import Side
from sayso.link.sketch import sketch

_BOUNDS = np.array([part << 59 for part in range(1, 16)])  # keys are spread evenly over all numbers
AT_ONCE = 2_000_000  # pairs that are looked at together: some ten numbers each

Numbers = NDArray[np.int64]
Owners = NDArray[np.int32]
Pairs = NDArray[np.int64]  # [pairs, 2]


@dataclass(frozen=True, slots=True)
class Keyed:
    """Keys, each with the number of who has it: in half the bytes, as there are tens of millions; and whether some may
    be without a day.
    """

    keys: Numbers
    owners: Owners
    undated: bool = True


def keyed(found: Iterable[tuple[int, Iterable[int]]]) -> Keyed:
    """The keys of things by the things' numbers."""
    known = [(number, tuple(keys)) for number, keys in found]
    keys = np.fromiter(chain.from_iterable(mine for _, mine in known), dtype=np.int64)
    owners = np.repeat(np.array([number for number, _ in known], np.int32), [len(mine) for _, mine in known])
    order = np.argsort(keys, kind="stable")
    return Keyed(keys[order], owners[order])


def together(parts: Iterable[Keyed]) -> Keyed:
    """All keys of parts that are in order, in order: a stretch of them after the other, as sorting takes room."""
    known = tuple(parts)
    count = sum(len(part.keys) for part in known)
    keys, owners = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int32)
    bounds = [[0, *np.searchsorted(part.keys, _BOUNDS).tolist(), len(part.keys)] for part in known]
    start, undated = 0, False
    for stretch in range(len(_BOUNDS) + 1):
        some = [(part, slice(*ends[stretch : stretch + 2])) for part, ends in zip(known, bounds, strict=True)]
        found = np.concatenate([np.zeros(0, dtype=np.int64), *(part.keys[piece] for part, piece in some)])
        whose = np.concatenate([np.zeros(0, dtype=np.int32), *(part.owners[piece] for part, piece in some)])
        order, end = np.argsort(found, kind="stable"), start + len(found)
        keys[start:end], owners[start:end] = found[order], whose[order]
        start, undated = end, undated or bool(np.any(found & WINDOWS == 0))
    return Keyed(keys, owners, undated)


def meeting(asked: Keyed, kept: Keyed, at_once: int = AT_ONCE) -> Iterator[Pairs]:
    """The pairs of numbers, the smaller first, of which one asks for what the other is kept under, in the same window
    of time or a neighbouring one; about `at_once` at a time, so that a pair may come several times. Both are in order
    of their keys.
    """
    for shift in (-1, 0, 1):
        first = np.searchsorted(kept.keys, asked.keys + shift, "left")
        count = np.searchsorted(kept.keys, asked.keys + shift, "right") - first
        ends = np.searchsorted(np.cumsum(count), np.arange(0, int(count.sum()), at_once), "right")
        cuts = np.unique(np.array([0, *ends.tolist(), len(count)])).tolist()
        for part in (slice(*cut) for cut in pairwise(cuts)):
            yield _met(asked.owners[part], first[part], count[part], kept.owners)


def sharing(asked: Keyed, kept: Keyed, at_once: int = AT_ONCE) -> Iterator[Pairs]:
    """The pairs of reports, the smaller number first, of which one asks for keys of the other that tell enough
    (`keys.tell_enough`), in the windows of time of `keys.ranges`; made from about `at_once` shared keys at a time, so
    that a pair may come twice. Both are in order of their keys.
    """
    low, high, owners = _ranges(asked, kept)
    first = np.searchsorted(kept.keys, low, "left")
    count = np.searchsorted(kept.keys, high, "right") - first
    order = np.argsort(owners, kind="stable")  # all that one report shares with another is counted at once
    owners, first, count = owners[order], first[order], count[order]
    last = np.flatnonzero(np.diff(owners, append=-1))
    full = np.flatnonzero(np.diff(np.cumsum(count)[last] // at_once))
    cuts = np.unique(np.array([0, *(last[full] + 1).tolist(), len(owners)])).tolist()
    for part in (slice(*cut) for cut in pairwise(cuts)):
        yield _sharing(owners[part], first[part], count[part], kept)


def _ranges(asked: Keyed, kept: Keyed) -> tuple[Numbers, Numbers, Numbers]:
    """The first and the last key of each range that is asked for, and who asks."""
    keys, undated = asked.keys, asked.keys & ~WINDOWS
    dated = (keys != undated) & kept.undated
    low = np.where(keys == undated, keys, keys - 1)
    high = np.where(keys == undated, keys | WINDOWS, keys + 1)
    return (
        np.concatenate([low, undated[dated]]),
        np.concatenate([high, undated[dated]]),
        np.concatenate([asked.owners, asked.owners[dated]]).astype(np.int64),
    )


def _sharing(owners: Numbers, first: Numbers, count: Numbers, kept: Keyed) -> Pairs:
    """Of those who meet the ones that share enough."""
    one, places = _spread(owners, first, count)
    met, which = np.unique((one << 32) | kept.owners[places], return_inverse=True)
    told = np.bincount(which, np.where(kept.keys[places] & SLIGHT, 1, ENOUGH), len(met))
    pairs = decoded(met[told >= ENOUGH])
    return np.sort(pairs[pairs[:, 0] != pairs[:, 1]], axis=1)


def _spread(owners: Numbers | Owners, first: Numbers, count: Numbers) -> tuple[Numbers, Numbers]:
    """Each of `owners` as many times as its `count` tells, with each place from its `first` on."""
    places = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count - first, count)
    return np.repeat(owners.astype(np.int64), count), places


def _met(owners: Owners, first: Numbers, count: Numbers, others: Owners) -> Pairs:
    """Each of `owners` with `count` of the `others`, from its `first` on."""
    one, places = _spread(owners, first, count)
    other = others[places]
    pairs = (np.minimum(one, other) << 32) | np.maximum(one, other)
    return decoded(np.unique(pairs[one != other]))


def coded(pairs: Pairs) -> Numbers:
    """Each pair as one number; they sort as the pairs do."""
    one: Numbers = (pairs[:, 0] << 32) | pairs[:, 1]
    return one


def decoded(numbers: Numbers) -> Pairs:
    """The pairs of which `coded` makes these numbers."""
    return np.stack([numbers >> 32, numbers & 0xFFFFFFFF], axis=1)


def once(parts: Iterable[Pairs]) -> Pairs:
    """The pairs of all parts, each once and in order."""
    return decoded(np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *map(coded, parts)])))


@dataclass(frozen=True, slots=True)
class Marks:
    """What brings some reports, and their statements, together with others; owners are numbers."""

    reports: Keyed
    asked: Keyed
    statements: Keyed


def marks(found: Iterable[tuple[int, int, Side]]) -> Marks:
    """The keys of reports, each with its number and that of its first statement."""
    known = tuple(found)
    sketches = [(number, sketch(side)) for number, _, side in known]
    return Marks(
        reports=keyed((number, one.kept) for number, one in sketches),
        asked=keyed((number, one.asked) for number, one in sketches),
        statements=keyed(statement for _, first, side in known for statement in _statements(first, side)),
    )


def _statements(first: int, side: Side) -> Iterator[tuple[int, frozenset[int]]]:
    return ((first + place, keys_of(found)) for place, found in enumerate(side.statements))
