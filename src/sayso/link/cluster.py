"""Claims as clusters of links: average linkage, so that one bad link cannot glue two events together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.link.score import SAME
from sayso.model import SameClaim

_UNIT = 10_000  # scores are added up as whole numbers: sums must not depend on their order
_ROUNDS = 10
_UNSEEN = 1_000  # a pair that no key brought together, or that scored too low to be kept


def clusters(statements: Iterable[str], links: Iterable[SameClaim]) -> tuple[frozenset[str], ...]:
    """`statements` in groups whose mean score between any two merged groups was at least `SAME`.

    Groups with the highest mean are merged first (Sokal and Michener 1958, UPGMA); equals by the smallest ids, so the
    result does not depend on any order. Statements without links stand alone. Afterwards statements move one by one to
    the group that they fit best, which undoes what one high but wrong link has glued.
    """
    groups: dict[str, frozenset[str]] = {s: frozenset({s}) for s in statements}
    known = {tuple(sorted((k.a, k.b))): round(k.score * _UNIT) for k in links if k.a in groups and k.b in groups}
    sums: dict[tuple[str, str], int] = {(pair[0], pair[1]): value for pair, value in known.items()}
    while best := _best(groups, sums):
        _merge(groups, sums, best)
    moved = _settled(sorted(groups.values(), key=min), {(pair[0], pair[1]): value for pair, value in known.items()})
    return tuple(sorted(moved, key=min))


def _settled(groups: list[frozenset[str]], scores: Mapping[tuple[str, str], int]) -> list[frozenset[str]]:
    """`groups` after moving single statements to where the sum of scores above `SAME` within groups is highest.

    Local search for correlation clustering (Bansal, Blum and Chawla 2004); statements are tried in order of id.
    """
    home = {statement: number for number, group in enumerate(groups) for statement in group}
    linked = sorted({end for pair in scores for end in pair})
    for _ in range(_ROUNDS):
        moves = 0
        for statement in linked:
            gains = _gains(statement, home, scores)
            best = max(sorted(gains), key=lambda number: gains[number])
            if gains[best] > gains[home[statement]]:
                home[statement], moves = best, moves + 1
        if not moves:
            break
    made: dict[int, set[str]] = {}
    for statement, number in home.items():
        made.setdefault(number, set()).add(statement)
    return [frozenset(group) for group in made.values()]


def _gains(statement: str, home: Mapping[str, int], scores: Mapping[tuple[str, str], int]) -> dict[int, int]:
    """What the statement would add to each group that one of its links leads to, to its own, and to one of its own."""
    near = {home[other] for pair in scores if statement in pair for other in pair} | {home[statement]}
    gains = dict.fromkeys(near, 0)
    for other, number in home.items():
        if number in near and other != statement:
            gains[number] += scores.get(_pair(statement, other), _UNSEEN) - round(SAME * _UNIT)
    gains[max(home.values()) + 1] = 0
    return gains


def _best(groups: Mapping[str, frozenset[str]], sums: Mapping[tuple[str, str], int]) -> tuple[str, str] | None:
    """The two groups, named by their smallest member, with the highest mean score; None if none is high enough."""
    if not sums:
        return None
    ranked = min(sums, key=lambda pair: (-_mean(groups, sums, pair), pair))
    return ranked if _mean(groups, sums, ranked) >= SAME * _UNIT else None


def _mean(groups: Mapping[str, frozenset[str]], sums: Mapping[tuple[str, str], int], pair: tuple[str, str]) -> float:
    # one division of whole numbers: equal fractions give equal floats
    return sums[pair] / (len(groups[pair[0]]) * len(groups[pair[1]]))


def _merge(groups: dict[str, frozenset[str]], sums: dict[tuple[str, str], int], pair: tuple[str, str]) -> None:
    """Make one group of two and give it the sums of both; pairs without a score count as `_UNSEEN`."""
    kept, gone = pair
    others = {name for two in sums if kept in two or gone in two for name in two} - {kept, gone}
    for other in others:
        parts = [
            sums.pop(_pair(other, name), _UNSEEN * len(groups[other]) * len(groups[name])) for name in (kept, gone)
        ]
        sums[_pair(kept, other)] = sum(parts)
    del sums[pair]
    groups[kept] |= groups.pop(gone)


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def connected(statement: str, near: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """All statements that can be reached from `statement` over `near`."""
    reached, fresh = {statement}, {statement}
    while fresh:
        fresh = {other for one in fresh for other in near.get(one, frozenset())} - reached
        reached |= fresh
    return frozenset(reached)
