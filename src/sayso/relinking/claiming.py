"""From links to claims: what hangs together goes to whoever makes claims of it."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from sayso.ledger import View
from sayso.link.bonds import bundled
from sayso.link.centre import with_centres
from sayso.link.claims import make_claim
from sayso.link.cluster import clusters
from sayso.link.hanging import hanging
from sayso.link.relate import Related
from sayso.link.whole import Numbers
from sayso.model import Bonds, Claim, Derivation, DerivationKind, SameClaim
from sayso.relinking.known import Known, homes
from sayso.relinking.team import Desk

_STATEMENTS = 2000  # that are made claims at a time


@dataclass(frozen=True, slots=True)
class Hanging:
    """Statements that hang together, the links among them, and which reports draw on which."""

    statements: tuple[str, ...]
    links: tuple[tuple[str, str, float], ...] = ()
    drawn: tuple[tuple[str, str, DerivationKind], ...] = ()


@dataclass(slots=True)
class Links:
    """The links found so far, ends as numbers, and the derivations by their reports."""

    number: dict[str, int]
    one: array[int] = field(default_factory=lambda: array("q"))
    other: array[int] = field(default_factory=lambda: array("q"))
    scores: array[float] = field(default_factory=lambda: array("d"))
    drawn: dict[str, list[tuple[str, DerivationKind]]] = field(default_factory=dict)

    def add(self, found: Related) -> None:
        """Keep what was found in one more batch."""
        for link in found.same:
            self.one.append(self.number[link.a])
            self.other.append(self.number[link.b])
            self.scores.append(link.score)
        for derivation in found.derivations:
            self.drawn.setdefault(derivation.report, []).append((derivation.from_, derivation.kind))

    def ends(self) -> Numbers:
        """Both ends of each link."""
        return np.stack([np.frombuffer(ends, dtype=np.int64) for ends in (self.one, self.other)], axis=1)


def bonds_in(view: View, statements: Iterable[str]) -> Bonds:
    """What people decided about claims."""
    return view.bonds_of(frozenset(statements)) if view.judgements_of("merge", "split") else Bonds()


def groups(known: Known, links: Links, bonds: Bonds) -> Iterator[tuple[Hanging, ...]]:
    """The statements that hang together, some thousands at a time."""
    names, ends = tuple(links.number), links.ends()
    root = hanging(len(names), (ends, np.array(links.scores)), tuple(bundled(links.number, bonds)))
    members = np.argsort(root, kind="stable")
    starts = np.flatnonzero(np.diff(root[members], prepend=-1))
    own = _among(ends, root, root[members[starts]])
    batch: list[Hanging] = []
    size = 0
    for group, inner in zip(np.split(members, starts[1:]) if len(members) else (), own, strict=True):
        batch.append(_hanging(known, links, names, group, inner))
        size += len(group)
        if size >= _STATEMENTS:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


def _among(ends: Numbers, root: Numbers, roots: Numbers) -> Iterator[Numbers]:
    """For each of `roots` the places of the links among what hangs together there."""
    ones = root[ends[:, 0]]
    inner = np.flatnonzero(ones == root[ends[:, 1]])
    inner = inner[np.argsort(ones[inner], kind="stable")]
    first, last = (np.searchsorted(ones[inner], roots, side).tolist() for side in ("left", "right"))
    return (inner[start:end] for start, end in zip(first, last, strict=True))


def _hanging(known: Known, links: Links, names: Sequence[str], group: Numbers, own: Numbers) -> Hanging:
    home = {known.reports[number] for number in homes(group, known).tolist()}
    return Hanging(
        statements=tuple(names[one] for one in group.tolist()),
        links=tuple((names[links.one[i]], names[links.other[i]], links.scores[i]) for i in own.tolist()),
        drawn=tuple((one, other, kind) for one in home for other, kind in links.drawn.get(one, ()) if other in home),
    )


def make_claims(desk: Desk, task: tuple[tuple[Hanging, ...], Bonds]) -> tuple[Claim, ...]:
    """The claims of statements that hang together."""
    found, bonds = task
    wanted = frozenset(statement for group in found for statement in group.statements)
    members = {a.statement.id: a for a in desk.view.appearances_of(wanted)}
    out = []
    for group in found:
        links = [SameClaim(a=a, b=b, score=score) for a, b, score in group.links]
        bundle = {s: name for s, name in bonds.bundle.items() if s in group.statements} if bonds.bundle else {}
        own = Bonds(bundle=bundle, apart=bonds.apart)
        made = with_centres(clusters(group.statements, links, own), links, own)
        drawn = tuple(Derivation(report=a, from_=b, kind=kind, score=1.0) for a, b, kind in group.drawn)
        out += [make_claim((members[s] for s in cluster), drawn, sure) for cluster, sure in made]
    return tuple(out)
