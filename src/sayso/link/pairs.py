"""Two reports side by side: which statement of the one has its counterpart in which of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.link.features import Features, features
from sayso.link.score import SAME, compare
from sayso.model import Report, appearances


@dataclass(frozen=True, slots=True)
class Side:
    """A report with the features of its statements, in order of place."""

    report: Report
    statements: tuple[Features, ...]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A statement of the later report, one of the earlier, and how surely they are of one claim."""

    later: Features
    earlier: Features
    score: float


def side(report: Report) -> Side:
    """A report ready for comparison."""
    return Side(report, tuple(features(a) for a in appearances(report)))


def counterparts(later: Side, earlier: Side) -> tuple[Counterpart, ...]:
    """Every pair of statements of the two reports that is taken for one claim, best first for each later one."""
    found = [
        Counterpart(a, b, score)
        for a in later.statements
        for b in earlier.statements
        if comparable(a, b) and (score := compare(a, b).score) >= SAME
    ]
    return tuple(sorted(found, key=_rank))


def best(found: Iterable[Counterpart]) -> Iterator[Counterpart]:
    """For each later statement its best counterpart: running text before headings."""
    seen: set[str] = set()
    for pair in sorted(found, key=lambda c: (c.later.appearance.statement.id, c.earlier.appearance.heading, *_rank(c))):
        if pair.later.appearance.statement.id not in seen:
            seen.add(pair.later.appearance.statement.id)
            yield pair


def matched(found: Iterable[Counterpart]) -> tuple[Counterpart, ...]:
    """The pairs of which either is the other's best counterpart, each once.

    A sentence that tells two things is the best for one statement and yet has its own best elsewhere.
    """
    pairs = tuple(found)
    forth = tuple(best(pairs))
    back = best(Counterpart(c.earlier, c.later, c.score) for c in pairs)
    turned = (Counterpart(c.earlier, c.later, c.score) for c in back if not c.earlier.appearance.heading)
    known = {_ends(c) for c in forth}
    return (*forth, *(c for c in turned if _ends(c) not in known))


def comparable(a: Features, b: Features) -> bool:
    """Two contents that share no name and no other word cannot be of one claim by any weights."""
    return bool(a.acts.keys() & b.acts.keys() or a.names.keys() & b.names.keys())


def _ends(pair: Counterpart) -> tuple[str, str]:
    return pair.later.appearance.statement.id, pair.earlier.appearance.statement.id


def _rank(pair: Counterpart) -> tuple[str, float, str]:
    return pair.later.appearance.statement.id, -pair.score, pair.earlier.appearance.statement.id
