"""Claims as clusters of links: average linkage, so that one bad link cannot glue two events together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.link.score import SAME
from sayso.model import SameClaim

_UNIT = 10_000  # scores are added up as whole numbers: sums must not depend on their order
_UNSEEN = 1_000  # a pair that no key brought together, or that scored too low to be kept


def clusters(statements: Iterable[str], links: Iterable[SameClaim]) -> tuple[frozenset[str], ...]:
    """`statements` in groups whose mean score between any two merged groups was at least `SAME`.

    Groups with the highest mean are merged first (Sokal and Michener 1958, UPGMA); equals by the smallest ids, so the
    result does not depend on any order. Statements without links stand alone.
    """
    groups: dict[str, frozenset[str]] = {s: frozenset({s}) for s in statements}
    known = {tuple(sorted((k.a, k.b))): round(k.score * _UNIT) for k in links if k.a in groups and k.b in groups}
    sums: dict[tuple[str, str], int] = {(pair[0], pair[1]): value for pair, value in known.items()}
    while best := _best(groups, sums):
        _merge(groups, sums, best)
    return tuple(groups[name] for name in sorted(groups))


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
