"""Which statements people put into one claim, and which they part: a pure function of their judgements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from sayso.model.judgement import Ground, Judgement, Merge, OnDerivation, Split, effective

Pair = tuple[str, str]  # the smaller name first


@dataclass(frozen=True, slots=True, kw_only=True)
class Bonds:
    """What people decided about claims. `bundle` names for each statement judged the group that it must stay with,
    itself alone where it was only parted from others; `apart` are the names of bundles that may not be in one claim.
    """

    bundle: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bonded:
    """Bonds, and the judgements that a newer one contradicts, each with that one."""

    bonds: Bonds
    replaced: tuple[tuple[Judgement, Judgement], ...] = ()


def bonds_of(judgements: Sequence[Judgement], standing: Mapping[Ground, str]) -> Bonded:
    """The bonds of `judgements`, oldest first; `standing` tells which statement has the words of a ground now.

    Where two judgements contradict each other the newer one counts, pair by pair. What follows from decisions counts
    as they do: of two statements in one claim, neither is with a third that one of them was parted from.
    """
    made = _Making()
    for one in reversed(effective(judgements)):
        match one.decision:
            case Merge(grounds=grounds):
                made.join(_found(grounds, standing), one)
            case Split(out=out, rest=rest):
                made.part(_found(out, standing), _found(rest, standing), one)
            case _:
                pass
    return made.done()


def rulings(judgements: Sequence[Judgement]) -> Mapping[tuple[str, str], Judgement]:
    """The newest of `judgements`, oldest first, on each derivation, by its report and the one it is said to draw on."""
    return {
        (one.decision.report, one.decision.from_): one
        for one in effective(judgements)
        if isinstance(one.decision, OnDerivation)
    }


def pair(a: str, b: str) -> Pair:
    """The two names, the smaller one first."""
    return (a, b) if a < b else (b, a)


def _found(grounds: Iterable[Ground], standing: Mapping[Ground, str]) -> list[str]:
    return sorted({standing[ground] for ground in grounds if ground in standing})


@dataclass(slots=True)
class _Making:
    """Bundles by their names, and who parted which of them; newer decisions have been made before older ones."""

    name: dict[str, str] = field(default_factory=dict)
    members: dict[str, set[str]] = field(default_factory=dict)
    joined_by: dict[str, Judgement] = field(default_factory=dict)  # by statement: the newest that put it with others
    apart: dict[Pair, Judgement] = field(default_factory=dict)
    replaced: dict[str, tuple[Judgement, Judgement]] = field(default_factory=dict)

    def join(self, statements: list[str], by: Judgement) -> None:
        done: list[str] = []
        for statement in statements:
            self._know(statement)
            for other in done:
                self._unite(self.name[statement], self.name[other], by)
            done.append(statement)

    def part(self, out: list[str], rest: list[str], by: Judgement) -> None:
        for one, other in product(out, rest):
            self._know(one)
            self._know(other)
            if self.name[one] == self.name[other]:
                newer = self.joined_by.get(one) or self.joined_by.get(other)
                self._replace(by, newer)
            else:
                self.apart.setdefault(pair(self.name[one], self.name[other]), by)

    def done(self) -> Bonded:
        return Bonded(
            bonds=Bonds(bundle=dict(self.name), apart=frozenset(self.apart)), replaced=tuple(self.replaced.values())
        )

    def _know(self, statement: str) -> None:
        self.name.setdefault(statement, statement)
        self.members.setdefault(self.name[statement], set()).add(statement)

    def _unite(self, a: str, b: str, by: Judgement) -> None:
        if a == b:
            return
        if newer := self.apart.get(pair(a, b)):
            self._replace(by, newer)
            return
        kept, gone = pair(a, b)
        for statement in self.members.pop(gone):
            self.name[statement] = kept
            self.members[kept].add(statement)
        for statement in self.members[kept]:
            self.joined_by.setdefault(statement, by)
        for ends in [ends for ends in self.apart if gone in ends]:
            other = ends[0] if ends[1] == gone else ends[1]
            self.apart.setdefault(pair(kept, other), self.apart.pop(ends))

    def _replace(self, older: Judgement, newer: Judgement | None) -> None:
        if newer and newer.id != older.id:
            self.replaced.setdefault(older.id, (older, newer))
