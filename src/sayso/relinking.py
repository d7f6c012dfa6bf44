"""Linking all reports of a ledger anew, in several processes and bounded memory: what another linker found gives way.

First the keys of all reports are worked out and joined; then each pair of reports that a key brings together is looked
at; then statements that hang together become claims. All of it is one transaction, and the outcome is the one that
reading the reports one after the other has.
"""

from __future__ import annotations

import gc
from array import array
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context
from typing import TypeVar

import numpy as np

from sayso.ledger import Store, View, Writer, open_ledger
from sayso.link.bonds import bundled
from sayso.link.centre import with_centres
from sayso.link.claims import make_claim
from sayso.link.cluster import clusters
from sayso.link.features import Features
from sayso.link.hanging import hanging
from sayso.link.incremental import Linked, sides
from sayso.link.likeness import Vectors, alike_pairs, stacked
from sayso.link.pairs import Side
from sayso.link.relate import Related, akin, relate, within
from sayso.link.score import LINKER
from sayso.link.whole import Keyed, Marks, Numbers, coded, marks, meeting, once, sharing, together
from sayso.model import Bonds, Claim, Derivation, DerivationKind, SameClaim

_REPORTS = 200  # whose keys are worked out at a time
_PARTS = 10  # such batches whose keys are joined with all others at a time
_TOGETHER = 500  # pairs of reports that are looked at at a time
_OPEN = 2400  # reports that are kept ready in each process: of a month, where a million statements are of three years
_STATEMENTS = 2000  # that are made claims at a time
_AHEAD = 3  # tasks in flight for each process
_COLLECT = (100_000, 50, 50)  # new objects between looks for circles, of which reports have none: a fifth of the time
_ROWS = 50_000  # keys handed over at a time

_BY_WORDS = f"{LINKER} by words alone"

OnStep = Callable[[str], None]
Meanings = Callable[[Iterable[str]], Iterator[bytes]]
Task = TypeVar("Task")
Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class _Known:
    """The current reports, in order of time, and the number that the first statement of each has; one more ends
    the last.
    """

    reports: tuple[str, ...]
    firsts: Numbers


@dataclass(frozen=True, slots=True)
class _Marked:
    """What reports say by themselves: their keys, their statements' ids in order, links and drifts within each; and
    whether some statement has no vector.
    """

    marks: Marks
    statements: tuple[str, ...]
    found: Related
    vectors: Vectors
    blank: bool


@dataclass(slots=True)
class _Shelf:
    """The reports that were looked at last: pairs come in order of time, so most are asked for again soon."""

    held: OrderedDict[str, Side] = field(default_factory=OrderedDict)

    def sides(self, view: View, names: AbstractSet[str]) -> dict[str, Side]:
        """These reports ready for comparison."""
        for side in sides(view.reports_of(frozenset(names - self.held.keys())), view):
            self.held[side.report.id] = side
        for name in sorted(names):
            self.held.move_to_end(name)
        found = {name: self.held[name] for name in names}
        while len(self.held) > _OPEN:
            self.held.popitem(last=False)
        return found


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where one process works."""

    view: View
    shelf: _Shelf


@dataclass(frozen=True, slots=True)
class _Found:
    """What was worked out of each batch of reports, and the ids of all statements."""

    parts: Sequence[Marks]
    vectors: Sequence[Vectors]
    statements: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two reports to look at; `passing` are places of pairs of statements, where only these bring them together."""

    a: str
    b: str
    passing: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Hanging:
    """Statements that hang together, the links among them, and which reports draw on which."""

    statements: tuple[str, ...]
    links: tuple[tuple[str, str, float], ...] = ()
    drawn: tuple[tuple[str, str, DerivationKind], ...] = ()


@dataclass(slots=True)
class _Links:
    """The links found so far, ends as numbers, and the derivations by their reports."""

    number: dict[str, int]
    one: array[int] = field(default_factory=lambda: array("q"))
    other: array[int] = field(default_factory=lambda: array("q"))
    scores: array[float] = field(default_factory=lambda: array("d"))
    drawn: dict[str, list[tuple[str, DerivationKind]]] = field(default_factory=dict)

    def add(self, found: Related) -> None:
        for link in found.same:
            self.one.append(self.number[link.a])
            self.other.append(self.number[link.b])
            self.scores.append(link.score)
        for derivation in found.derivations:
            self.drawn.setdefault(derivation.report, []).append((derivation.from_, derivation.kind))


def ensure_linked(ledger: Store, meanings: Meanings | None = None, *, on_step: OnStep = lambda _: None) -> None:
    """Link the reports of a ledger anew where its links are by another linker than this one.

    `meanings` makes the vectors that statements lack, before; without it linking goes by their words alone, which is
    done anew when somebody comes who can make them.
    """
    with ledger.view() as view:
        linker, is_empty = view.linked_by(), not view.counts().reports
    if linker == LINKER or (linker == _BY_WORDS and meanings is None):
        return
    if is_empty:
        on_step = _nothing  # a new ledger is noted to be linked by this linker: no news to anybody
    on_step("the links are by another version, all is linked anew")
    if meanings:
        _mean(ledger, meanings, on_step)
    relink(ledger, on_step=on_step)


def _nothing(_: str) -> None:
    pass


def _mean(ledger: Store, meanings: Meanings, on_step: OnStep) -> None:
    """Keep the vectors that statements lack, in transactions of their own: what was made once is not made again."""
    with ledger.view() as view:
        known = _known(view)
    for names, number, _ in _batches(known):
        with ledger.write() as writer:
            told = {
                s.id: s.content.text for report in writer.view.reports_of(frozenset(names)) for s in report.statements
            }
            there = writer.view.meanings_of(told.keys())
            missing = {name: content for name, content in told.items() if name not in there}
            writer.mean(dict(zip(missing, meanings(missing.values()), strict=True)))
        if missing:
            on_step(f"vectors made of {number + len(names):,} of {len(known.reports):,} reports")


def relink(ledger: Store, where: str | None = None, *, jobs: int = 1, on_step: OnStep = lambda _: None) -> None:
    """Link all current reports of `ledger` anew, in one transaction.

    With several `jobs`, processes of their own open it at `where`, its path or URL, and read what was there before.
    """
    team = _Team(ledger, where, jobs)
    try:
        with ledger.write() as writer:
            writer.unlink()
            writer.linked(_relink(team, writer, on_step))
    finally:
        team.close()


def _relink(team: _Team, writer: Writer, on_step: OnStep) -> str:
    """Who the links are by now."""
    known = _known(writer.view)
    on_step(f"{len(known.reports):,} reports, {known.firsts[-1]:,} statements")
    links = _Links({})
    parts: list[Marks] = []
    vectors: list[Vectors] = []
    blank = False
    for marked in team.do(_mark, _batches(known)):
        blank = blank or marked.blank
        parts.append(marked.marks)
        vectors.append(marked.vectors)
        links.number.update({statement: len(links.number) + i for i, statement in enumerate(marked.statements)})
        _keep(marked.found, links, writer)
    on_step("keys worked out")
    pairs = _pairs(known, _Found(parts, vectors, tuple(links.number)), writer)
    parts.clear()
    vectors.clear()
    on_step(f"{len(pairs):,} pairs of reports")
    for found in team.do(_relate, _together(pairs, team.jobs)):
        _keep(found, links, writer)
    on_step(f"{len(links.scores):,} links")
    bonds = _bonds(writer.view, links.number)
    for claims in team.do(_claims, ((group, bonds) for group in _groups(known, links, bonds))):
        writer.link_many(Linked(statement_keys={}, report_keys=frozenset(), claims=claims))
    on_step("claims made")
    return _BY_WORDS if blank else LINKER


def _keep(found: Related, links: _Links, writer: Writer) -> None:
    links.add(found)
    made = Linked(
        statement_keys={},
        report_keys=frozenset(),
        same=found.same,
        derivations=found.derivations,
        drifts=found.drifts,
    )
    writer.link_many(made)


def _known(view: View) -> _Known:
    # those that meet are of the same weeks: near each other, each is read few times
    rows = sorted((row.published or "", row.id, row.statements) for row in view.listing() if row.superseded_by is None)
    counts = np.array([0, *(statements for _, _, statements in rows)], dtype=np.int64)
    return _Known(tuple(name for _, name, _ in rows), np.cumsum(counts))


def _batches(known: _Known) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Reports, the number of the first of them and of its first statement."""
    for start in range(0, len(known.reports), _REPORTS):
        yield known.reports[start : start + _REPORTS], start, int(known.firsts[start])


def _mark(desk: _Desk, batch: tuple[tuple[str, ...], int, int]) -> _Marked:
    """The keys of a batch of reports, and what each says by itself."""
    names, number, statement = batch
    known = {side.report.id: side for side in sides(desk.view.reports_of(frozenset(names)), desk.view)}
    found = [known[name] for name in names]
    counts = np.cumsum([0, *(len(side.statements) for side in found)])
    numbered = ((number + i, statement + int(counts[i]), side) for i, side in enumerate(found))
    ids = tuple(f.appearance.statement.id for side in found for f in side.statements)
    vectors = stacked([f.meaning for side in found for f in side.statements])
    blank = any(f.meaning is None for side in found for f in side.statements)
    return _Marked(marks(numbered), ids, _all(map(within, found)), vectors, blank)


def _all(found: Iterable[Related]) -> Related:
    parts = tuple(found)
    return Related(
        same=tuple(link for part in parts for link in part.same),
        derivations=tuple(derivation for part in parts for derivation in part.derivations),
        drifts=tuple(drift for part in parts for drift in part.drifts),
    )


def _pairs(known: _Known, found: _Found, writer: Writer) -> list[_Pair]:
    """The pairs of reports to look at, in order of the later one's time; their keys are kept on the way."""
    parts = found.parts
    kept = together(part.reports for part in parts)
    _keep_keys(kept, known.reports, writer.keep_report_keys)
    batches = (together(part.asked for part in parts[i : i + _PARTS]) for i in range(0, len(parts), _PARTS))
    near = once(met for asked in batches for met in sharing(asked, kept))
    own = together(part.statements for part in parts)
    _keep_keys(own, found.statements, writer.keep_statement_keys)
    ruled = np.array(sorted(_ruled(writer.view, known)), dtype=np.int64).reshape(-1, 2)
    whole = np.concatenate([near, ruled])
    pairs: dict[tuple[int, int], tuple[tuple[int, int], ...]] = dict.fromkeys(map(tuple, whole.tolist()), ())
    fresh = (_apart(met, known, whole) for met in meeting(own, own))
    for (a, b), places in _passing(known, once(alike_pairs(found.vectors, fresh))):
        pairs[a, b] = (*pairs.get((a, b), ()), places)
    ordered = sorted(pairs, key=lambda pair: (pair[1], pair[0]))
    return [_Pair(known.reports[a], known.reports[b], pairs[a, b]) for a, b in ordered]


def _passing(known: _Known, met: Numbers) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Pairs of reports that only statements bring together, each with the places of two such statements."""
    homes = _homes(met, known)
    places = met - known.firsts[homes]
    yield from zip(map(tuple, homes.tolist()), map(tuple, places.tolist()), strict=True)


def _apart(met: Numbers, known: _Known, whole: Numbers) -> Numbers:
    """The pairs of statements of two reports that are not looked at as a `whole`."""
    homes = _homes(met, known)
    apart: Numbers = met[(homes[:, 0] != homes[:, 1]) & ~np.isin(coded(homes), coded(whole))]
    return apart


def _homes(statements: Numbers, known: _Known) -> Numbers:
    """The number of the report of each statement."""
    return np.searchsorted(known.firsts, statements, "right") - 1


def _ruled(view: View, known: _Known) -> set[tuple[int, int]]:
    """The pairs of reports of which a person said that one draws on the other."""
    number = {name: i for i, name in enumerate(known.reports)}
    concerned = {
        end
        for one in view.judgements_of("derivation")
        for end in (getattr(one.decision, "report", None), getattr(one.decision, "from_", None))
        if end in number
    }
    rulings = (ruling for ruling in view.rulings_of(frozenset(concerned)) if ruling.holds)
    ends = ((number.get(ruling.report), number.get(ruling.from_)) for ruling in rulings)
    return {(min(a, b), max(a, b)) for a, b in ends if a is not None and b is not None}


def _keep_keys(found: Keyed, names: Sequence[str], keep: Callable[[Iterable[tuple[int, str]]], None]) -> None:
    for start in range(0, len(found.keys), _ROWS):
        part = slice(start, start + _ROWS)
        owners = (names[owner] for owner in found.owners[part].tolist())
        keep(zip(found.keys[part].tolist(), owners, strict=True))


def _together(pairs: Sequence[_Pair], jobs: int) -> Iterator[tuple[_Pair, ...]]:
    """The pairs in batches, in turn from each of `jobs` equal parts, so that each process is in time where it was."""
    starts = range(0, len(pairs), _TOGETHER)
    each = -(-len(starts) // jobs)
    for step in range(each):
        for part in range(jobs):
            start = (part * each + step) * _TOGETHER
            yield tuple(pairs[start : start + _TOGETHER])


def _relate(desk: _Desk, pairs: tuple[_Pair, ...]) -> Related:
    """What these pairs of reports have to do with each other."""
    names = frozenset(end for pair in pairs for end in (pair.a, pair.b))
    known = desk.shelf.sides(desk.view, names)
    rulings = desk.view.rulings_of(names)
    looked_at = ((known[pair.a], known[pair.b], pair.passing) for pair in pairs)
    return _all(relate(a, b, rulings) for a, b, passing in looked_at if not passing or akin(_meet(a, b, passing)))


def _meet(a: Side, b: Side, places: Iterable[tuple[int, int]]) -> Iterator[tuple[Features, Features]]:
    return ((a.statements[x], b.statements[y]) for x, y in places)


def _bonds(view: View, statements: Iterable[str]) -> Bonds:
    return view.bonds_of(frozenset(statements)) if view.judgements_of("merge", "split") else Bonds()


def _groups(known: _Known, links: _Links, bonds: Bonds) -> Iterator[tuple[_Hanging, ...]]:
    """The statements that hang together, some thousands at a time."""
    names = tuple(links.number)
    ends = np.stack([np.array(links.one, np.int64), np.array(links.other, np.int64)], axis=1)
    root = hanging(len(names), (ends, np.array(links.scores)), tuple(bundled(links.number, bonds)))
    members = np.argsort(root, kind="stable")
    starts = np.flatnonzero(np.diff(root[members], prepend=-1))
    of_root = _among(links, root)
    batch: list[_Hanging] = []
    size = 0
    for group in np.split(members, starts[1:]) if len(members) else ():
        batch.append(_hanging(known, links, names, group.tolist(), of_root.get(int(root[group[0]]), ())))
        size += len(group)
        if size >= _STATEMENTS:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


def _among(links: _Links, root: Numbers) -> dict[int, list[int]]:
    """The links whose ends hang together, by what they hang together in."""
    out: dict[int, list[int]] = {}
    one, other = (root[np.array(ends, dtype=np.int64)] for ends in (links.one, links.other))
    for place in np.flatnonzero(one == other).tolist():
        out.setdefault(int(one[place]), []).append(place)
    return out


def _hanging(known: _Known, links: _Links, names: Sequence[str], group: list[int], own: Iterable[int]) -> _Hanging:
    homes = {known.reports[home] for home in np.searchsorted(known.firsts, group, "right") - 1}
    return _Hanging(
        statements=tuple(names[one] for one in group),
        links=tuple((names[links.one[i]], names[links.other[i]], links.scores[i]) for i in own),
        drawn=tuple(
            (home, other, kind) for home in homes for other, kind in links.drawn.get(home, ()) if other in homes
        ),
    )


def _claims(desk: _Desk, task: tuple[tuple[_Hanging, ...], Bonds]) -> tuple[Claim, ...]:
    """The claims of statements that hang together."""
    groups, bonds = task
    wanted = frozenset(statement for group in groups for statement in group.statements)
    members = {a.statement.id: a for a in desk.view.appearances_of(wanted)}
    out = []
    for group in groups:
        links = [SameClaim(a=a, b=b, score=score) for a, b, score in group.links]
        bundle = {s: name for s, name in bonds.bundle.items() if s in group.statements} if bonds.bundle else {}
        own = Bonds(bundle=bundle, apart=bonds.apart)
        found = with_centres(clusters(group.statements, links, own), links, own)
        drawn = tuple(Derivation(report=a, from_=b, kind=kind, score=1.0) for a, b, kind in group.drawn)
        out += [make_claim((members[s] for s in cluster), drawn, sure) for cluster, sure in found]
    return tuple(out)


@dataclass(slots=True)
class _Team:
    """Whoever does the work: this process, or `jobs` others that open the ledger at `where`."""

    ledger: Store
    where: str | None
    jobs: int
    pools: list[ProcessPoolExecutor] = field(default_factory=list)

    def do(self, work: Callable[[_Desk, Task], Done], tasks: Iterable[Task]) -> Iterator[Done]:
        """`work` done on each of `tasks`, in their order and by each process in turn; few are taken ahead."""
        if self.jobs <= 1 or self.where is None:
            with self.ledger.view() as view:
                desk = _Desk(view, _Shelf())
                yield from (work(desk, task) for task in tasks)
            return
        self.pools = self.pools or [_process() for _ in range(self.jobs)]
        waiting: deque[Future[Done]] = deque()
        for place, task in enumerate(tasks):
            waiting.append(self.pools[place % self.jobs].submit(_elsewhere, self.where, work, task))
            if len(waiting) >= self.jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def close(self) -> None:
        for pool in self.pools:
            pool.shutdown(wait=True, cancel_futures=True)


def _process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, get_context("spawn"), initializer=gc.set_threshold, initargs=_COLLECT)


def _elsewhere(where: str, work: Callable[[_Desk, Task], Done], task: Task) -> Done:
    with _opened(where).view() as view:
        return work(_Desk(view, _shelf()), task)


@cache
def _opened(where: str) -> Store:
    return open_ledger(where)


@cache
def _shelf() -> _Shelf:
    """That of this process, which ends with the work."""
    return _Shelf()
