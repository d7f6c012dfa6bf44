"""Which reports are to be looked at together: the keys of all are worked out batch by batch, then joined."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from sayso.ledger import View
from sayso.link.incremental import sides
from sayso.link.likeness import Vectors, alike_pairs, stacked
from sayso.link.relate import Related, within
from sayso.link.whole import Keyed, Marks, Numbers, coded, marks, meeting, once, sharing, together
from sayso.relinking.known import Batch, Known, homes
from sayso.relinking.relating import Pair, all_of
from sayso.relinking.team import Desk

_PARTS = 10  # batches whose keys are joined with all others at a time
_ROWS = 50_000  # keys handed over at a time

Keep = Callable[[Iterable[tuple[int, str]]], None]


@dataclass(frozen=True, slots=True)
class Marked:
    """What reports say by themselves: their keys, their statements' ids in order, links and drifts within each; and
    whether some statement has no vector.
    """

    marks: Marks
    statements: tuple[str, ...]
    found: Related
    vectors: Vectors
    blank: bool


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys and vectors of all batches; each kind is let go as soon as it is joined, as a million statements have
    two gigabytes of them.
    """

    reports: deque[Keyed] = field(default_factory=deque)
    asked: deque[Keyed] = field(default_factory=deque)
    statements: deque[Keyed] = field(default_factory=deque)
    vectors: deque[Vectors] = field(default_factory=deque)

    def add(self, marked: Marked) -> None:
        """Keep those of one more batch."""
        self.reports.append(marked.marks.reports)
        self.asked.append(marked.marks.asked)
        self.statements.append(marked.marks.statements)
        self.vectors.append(marked.vectors)


@dataclass(frozen=True, slots=True)
class Met:
    """The pairs of reports to look at, in order of the later one's time, and the keys of reports and statements, which
    are to be kept.
    """

    pairs: list[Pair]
    reports: Keyed
    statements: Keyed


def mark(desk: Desk, batch: Batch) -> Marked:
    """The keys of a batch of reports, and what each says by itself."""
    names, number, statement = batch
    known = {side.report.id: side for side in sides(desk.view.reports_of(frozenset(names)), desk.view)}
    found = [known[name] for name in names]
    counts = np.cumsum([0, *(len(side.statements) for side in found)])
    numbered = ((number + i, statement + int(counts[i]), side) for i, side in enumerate(found))
    ids = tuple(f.appearance.statement.id for side in found for f in side.statements)
    vectors = stacked([f.meaning for side in found for f in side.statements])
    blank = any(f.meaning is None for side in found for f in side.statements)
    return Marked(marks(numbered), ids, all_of(map(within, found)), vectors, blank)


def met(known: Known, keys: Keys, view: View) -> Met:
    """The pairs of reports that a key, a person's word or two statements bring together."""
    kept = together(keys.reports)
    keys.reports.clear()
    whole = np.concatenate([once(_sharing(keys.asked, kept)), _ruled(view, known)])
    own = together(keys.statements)
    keys.statements.clear()
    pairs: dict[tuple[int, int], tuple[tuple[int, int], ...]] = dict.fromkeys(map(tuple, whole.tolist()), ())
    fresh = (_apart(pairs_of, known, whole) for pairs_of in meeting(own, own))
    for (a, b), places in _passing(known, once(alike_pairs(keys.vectors, fresh))):
        pairs[a, b] = (*pairs.get((a, b), ()), places)
    ordered = sorted(pairs, key=lambda pair: (pair[1], pair[0]))
    return Met([Pair(known.reports[a], known.reports[b], pairs[a, b]) for a, b in ordered], kept, own)


def _sharing(asked: deque[Keyed], kept: Keyed) -> Iterator[Numbers]:
    while asked:
        yield from sharing(together(asked.popleft() for _ in range(min(_PARTS, len(asked)))), kept)


def _passing(known: Known, found: Numbers) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Pairs of reports that only statements bring together, each with the places of two such statements."""
    ends = homes(found, known)
    places = found - known.firsts[ends]
    yield from zip(map(tuple, ends.tolist()), map(tuple, places.tolist()), strict=True)


def _apart(found: Numbers, known: Known, whole: Numbers) -> Numbers:
    """The pairs of statements of two reports that are not looked at as a `whole`."""
    ends = homes(found, known)
    apart: Numbers = found[(ends[:, 0] != ends[:, 1]) & ~np.isin(coded(ends), coded(whole))]
    return apart


def _ruled(view: View, known: Known) -> Numbers:
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
    pairs = {(min(a, b), max(a, b)) for a, b in ends if a is not None and b is not None}
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)


def keeping(found: Keyed, names: Sequence[str], keep: Keep) -> Iterator[None]:
    """Have the keys kept, some at each step, so that others can work meanwhile."""
    for start in range(0, len(found.keys), _ROWS):
        part = slice(start, start + _ROWS)
        owners = (names[owner] for owner in found.owners[part].tolist())
        keep(zip(found.keys[part].tolist(), owners, strict=True))
        yield
