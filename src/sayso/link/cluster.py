"""Claims as clusters of links: average linkage, so that one bad link cannot glue two events together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from heapq import heapify, heappop, heappush

import numpy as np

from sayso.link.bonds import Barred, barred, bundled, joined, parted
from sayso.link.hanging import hanging
from sayso.model import Bonds, SameClaim

Pair = tuple[str, str]  # the smaller name first
Scores = dict[str, dict[str, int]]  # of each with each that it is linked to, both ways

JOINED = 0.35  # mean score from which statements make one claim

UNIT = 10_000  # scores are added up as whole numbers: sums must not depend on their order
_ROUNDS = 10
UNSEEN = 1_000  # a pair that no key brought together, or that scored too low to be kept

NO_BONDS = Bonds()


def clusters(
    statements: Iterable[str], links: Iterable[SameClaim], bonds: Bonds = NO_BONDS
) -> tuple[frozenset[str], ...]:
    """`statements` in groups whose mean score between any two merged groups was at least `JOINED`.

    Only what hangs together (`link/hanging.py`) is looked at together: so what one more statement can change stays
    small.
    Groups with the highest mean are merged first (Sokal and Michener 1958, UPGMA); equals by the smallest ids, so the
    result does not depend on any order. Statements without links stand alone. Afterwards statements move one by one to
    the group that they fit best, which undoes what one high but wrong link has glued. What people parted (`bonds`)
    never meets on the way, and groups that share what they put together are joined at the end.
    """
    groups = {s: frozenset({s}) for s in statements}
    scores: Scores = {s: {} for s in groups}
    for link in _within(groups, links, bonds):
        scores[link.a][link.b] = scores[link.b][link.a] = round(link.score * UNIT)
    apart = barred(groups, bonds)
    moved = _settled(sorted(_merged(groups, scores, apart), key=min), scores, apart)
    return joined(moved, bonds, apart)


def _within(statements: Iterable[str], links: Iterable[SameClaim], bonds: Bonds) -> Iterator[SameClaim]:
    """The links among `statements` whose ends hang together."""
    number = {statement: place for place, statement in enumerate(statements)}
    known = [link for link in links if link.a in number and link.b in number]
    ends = [(number[link.a], number[link.b]) for link in known]
    root = hanging(len(number), (ends, np.array([link.score for link in known])), tuple(bundled(number, bonds)))
    return (link for link, (a, b) in zip(known, ends, strict=True) if root[a] == root[b])


def _merged(groups: dict[str, frozenset[str]], scores: Scores, apart: Barred) -> Iterable[frozenset[str]]:
    """The groups, each named by its smallest member, after merging for as long as two of them are alike enough."""
    sums = {name: dict(others) for name, others in scores.items()}
    waiting = [entry for a in sums for b in sums[a] if a < b for entry in _candidate(groups, sums, (a, b))]
    heapify(waiting)
    while waiting:
        mean, (kept, gone) = heappop(waiting)
        # a group that has grown since has newer entries of its own
        if not (kept in sums and gone in sums[kept] and -_mean(groups, sums, (kept, gone)) == mean):
            continue
        if not parted(groups[kept], groups[gone], apart):
            _merge(groups, sums, (kept, gone))
            for other in sums[kept]:
                for entry in _candidate(groups, sums, _pair(kept, other)):
                    heappush(waiting, entry)
    return groups.values()


def _candidate(groups: Mapping[str, frozenset[str]], sums: Scores, pair: Pair) -> Iterator[tuple[float, Pair]]:
    """The pair as an entry of the heap, the best first; none where the two are not alike enough."""
    mean = _mean(groups, sums, pair)
    if mean >= JOINED * UNIT:
        yield -mean, pair


def _mean(groups: Mapping[str, frozenset[str]], sums: Scores, pair: Pair) -> float:
    # one division of whole numbers: equal fractions give equal floats
    return sums[pair[0]][pair[1]] / (len(groups[pair[0]]) * len(groups[pair[1]]))


def _merge(groups: dict[str, frozenset[str]], sums: Scores, pair: Pair) -> None:
    """Make one group of two and give it the sums of both; pairs without a score count as `UNSEEN`."""
    kept, gone = pair
    for other in (sums[kept].keys() | sums[gone].keys()) - {kept, gone}:
        unseen = UNSEEN * len(groups[other])
        total = sum(sums[other].pop(name, unseen * len(groups[name])) for name in pair)
        sums[other][kept] = sums[kept][other] = total
    del sums[kept][gone], sums[gone]
    groups[kept] |= groups.pop(gone)


def _settled(groups: list[frozenset[str]], scores: Scores, apart: Barred) -> list[frozenset[str]]:
    """`groups` after moving single statements to where the sum of scores above `JOINED` within groups is highest.

    Local search for correlation clustering (Bansal, Blum and Chawla 2004); statements are tried in order of id.
    """
    home = {statement: number for number, group in enumerate(groups) for statement in group}
    sizes = Counter(home.values())
    for _ in range(_ROUNDS):
        moves = 0
        for statement in sorted(s for s in scores if scores[s]):
            closed = {home[other] for other in apart.get(statement, ())}
            found = _gains(statement, home, sizes, scores[statement])
            gains = {number: gain for number, gain in found.items() if number not in closed}
            best = max(sorted(gains), key=lambda number: gains[number])
            if gains[best] > gains[home[statement]]:
                sizes[home[statement]] -= 1
                sizes[best] += 1
                home[statement], moves = best, moves + 1
        if not moves:
            break
    made: dict[int, set[str]] = {}
    for statement, number in home.items():
        made.setdefault(number, set()).add(statement)
    return [frozenset(group) for group in made.values()]


def _gains(
    statement: str, home: Mapping[str, int], sizes: Mapping[int, int], scores: Mapping[str, int]
) -> dict[int, int]:
    """What the statement would add to each group that one of its links leads to, to its own, and to one of its own.

    `scores` are those of its links; every other member of a group counts as `UNSEEN`.
    """
    own, bar = home[statement], round(JOINED * UNIT)
    gains = {
        number: (sizes[number] - (number == own)) * (UNSEEN - bar)
        for number in {own, *(home[other] for other in scores)}
    }
    for other, score in scores.items():
        gains[home[other]] += score - UNSEEN
    gains[max(sizes) + 1] = 0
    return gains


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def connected(statement: str, near: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """All statements that can be reached from `statement` over `near`."""
    reached, fresh = {statement}, {statement}
    while fresh:
        fresh = {other for one in fresh for other in near.get(one, frozenset())} - reached
        reached |= fresh
    return frozenset(reached)
