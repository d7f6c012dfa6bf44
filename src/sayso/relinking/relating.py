"""What pairs of reports have to do with each other, looked at by several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.link.features import Features
from sayso.link.pairs import Side
from sayso.link.relate import Related, akin, relate
from sayso.relinking.team import Desk

_TOGETHER = 500  # pairs of reports that are looked at at a time


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports to look at; `passing` are places of pairs of statements, where only these bring them together."""

    a: str
    b: str
    passing: tuple[tuple[int, int], ...] = ()


def in_turn(pairs: Sequence[Pair], jobs: int) -> Iterator[tuple[Pair, ...]]:
    """The pairs in batches, in turn from each of `jobs` equal parts, so that each process is in time where it was."""
    starts = range(0, len(pairs), _TOGETHER)
    each = -(-len(starts) // jobs)
    for step in range(each):
        for part in range(jobs):
            start = (part * each + step) * _TOGETHER
            yield tuple(pairs[start : start + _TOGETHER])


def relate_pairs(desk: Desk, pairs: tuple[Pair, ...]) -> Related:
    """What these pairs of reports have to do with each other."""
    names = frozenset(end for pair in pairs for end in (pair.a, pair.b))
    known = desk.shelf.sides(desk.view, names)
    rulings = desk.view.rulings_of(names)
    looked_at = ((known[pair.a], known[pair.b], pair.passing) for pair in pairs)
    return all_of(relate(a, b, rulings) for a, b, passing in looked_at if not passing or akin(_meet(a, b, passing)))


def _meet(a: Side, b: Side, places: Iterable[tuple[int, int]]) -> Iterator[tuple[Features, Features]]:
    return ((a.statements[x], b.statements[y]) for x, y in places)


def all_of(found: Iterable[Related]) -> Related:
    """All that was found, together."""
    parts = tuple(found)
    return Related(
        same=tuple(link for part in parts for link in part.same),
        derivations=tuple(derivation for part in parts for derivation in part.derivations),
        drifts=tuple(drift for part in parts for drift in part.drifts),
    )
