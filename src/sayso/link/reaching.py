"""What hangs together with a statement in a ledger, looked up step by step and no further than needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain

from sayso.link.hanging import CROWD, REACHES
from sayso.link.neighbours import Neighbours
from sayso.model import Bonds, SameClaim

Group = frozenset[str]
NOBODY: AbstractSet[str] = frozenset()


@dataclass(slots=True)
class Web:
    """Links and bonds as far as they were looked up; those that the ledger does not hold yet are `told` from outside.
    Most links are too weak to lead on: they are looked up only among what is found to hang together.
    """

    view: Neighbours
    told: dict[tuple[str, str], SameClaim] = field(default_factory=dict)
    near: dict[str, dict[str, float]] = field(default_factory=dict)
    bundle: dict[str, str] = field(default_factory=dict)
    bundles: dict[str, set[str]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)

    def add(self, links: Iterable[SameClaim]) -> None:
        """Know of `links` that the ledger does not hold yet."""
        known = tuple(links)
        self.told.update({(link.a, link.b): link for link in known})
        self._lead(known)

    def _lead(self, links: Iterable[SameClaim]) -> None:
        for link in links:
            self.near.setdefault(link.a, {})[link.b] = link.score
            self.near.setdefault(link.b, {})[link.a] = link.score

    def look(self, statements: AbstractSet[str]) -> None:
        """Look up all that leads on from `statements`."""
        fresh = frozenset(statements - self.known)
        if not fresh:
            return
        self.known |= fresh
        self._lead(self.view.links_of(fresh, REACHES[0]))
        for statement, name in self.view.bonds_of(fresh).bundle.items():
            self.bundle[statement] = name
            self.bundles.setdefault(name, set()).add(statement)

    def next_to(self, statement: str, reach: float) -> Iterator[str]:
        """Those that a link from a score of `reach` on leads to."""
        return (other for other, score in self.near.get(statement, {}).items() if score >= reach)

    def fellows(self, statement: str) -> AbstractSet[str]:
        """Those that people put together with a statement."""
        return self.bundles[self.bundle[statement]] if statement in self.bundle else NOBODY

    def around(self, statements: AbstractSet[str]) -> frozenset[str]:
        """`statements`, and all that something leads to from one of them."""
        self.look(statements)
        further = (chain(self.next_to(one, REACHES[0]), self.fellows(one)) for one in statements)
        return frozenset(statements).union(*further)

    def within(self, group: Group) -> tuple[tuple[SameClaim, ...], Bonds]:
        """The links among `group`, and what people decided of it."""
        told = {ends: link for ends, link in self.told.items() if group.issuperset(ends)}
        stored = {(link.a, link.b): link for link in self.view.links_among(group)}
        return tuple((told | stored).values()), self.view.bonds_of(group)


@dataclass(slots=True)
class Hanging:
    """Which statements hang together while `absent` ones are not there; with `loose`, without what people decided. The
    outcome is that of `link/hanging.py`.
    """

    web: Web
    absent: AbstractSet[str] = NOBODY
    loose: bool = False
    found: dict[str, Group] = field(default_factory=dict)
    crowds: Mapping[float, set[str]] = field(default_factory=lambda: {reach: set() for reach in REACHES})

    def group(self, statement: str) -> Group:
        """All that hang together with `statement`."""
        if statement not in self.found:
            group = self._group(statement)
            self.found.update(dict.fromkeys(group, group))
        return self.found[statement]

    def _group(self, statement: str) -> Group:
        for reach in REACHES[:-1]:
            if statement not in self.crowds[reach]:
                group = self._reached(statement, reach, CROWD)
                if len(group) <= CROWD:
                    return group
                self.crowds[reach].update(group)
        return self._reached(statement, REACHES[-1])

    def _reached(self, statement: str, reach: float, most: int | None = None) -> Group:
        """All that hang together over links from `reach` on, or the first of them, where they are more than `most`."""
        reached, frontier = {statement}, {statement}
        while frontier and (most is None or len(reached) <= most):
            self.web.look(frontier)
            frontier = {other for one in frontier for other in self._next(one, reach)} - reached - self.absent
            reached |= frontier
        return frozenset(reached)

    def _next(self, statement: str, reach: float) -> Iterator[str]:
        yield from self.web.next_to(statement, reach)
        if not self.loose:
            yield from self.web.fellows(statement)


def hanging_together(start: AbstractSet[str], *states: Hanging) -> tuple[frozenset[Group], ...]:
    """What hangs together in each of these states of one ledger: all that a difference between them at `start` may have
    changed.
    """
    out: tuple[set[Group], ...] = tuple(set() for _ in states)
    seen, waiting = set(start), sorted(start)
    while waiting:
        statement = waiting.pop()
        for state, found in zip(states, out, strict=True):
            if statement not in state.absent:
                group = state.group(statement)
                found.add(group)
                waiting += sorted(group - seen)
                seen |= group
    return tuple(map(frozenset, out))
