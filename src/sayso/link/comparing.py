"""A later and an earlier report side by side, and what can be counted of the two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.link.actors import same_name
from sayso.link.dates import published_day
from sayso.link.mastheads import signs_as
from sayso.link.pairs import Counterpart, Side, best, counterparts
from sayso.link.reuse import Reuse, reuse
from sayso.model import SameClaim, Spans, hull

LONGEST_WAIT = 14  # days from a report to one that rewrites it without naming it


@dataclass(frozen=True, slots=True)
class Comparison:
    """A later and an earlier report, their statements' counterparts and the wording they share."""

    later: Side
    earlier: Side
    pairs: tuple[Counterpart, ...]
    wording: Reuse
    ordered: bool


def one_outlet(a: Side, b: Side) -> bool:
    """Whether both reports are of one outlet, be it that the one page has its mark alone ("LPA")."""
    here, there = a.naming.outlets, b.naming.outlets
    if any(same_name(x, y) for x in here for y in there):
        return True
    return any(len(marks) == 1 and signs_as(marks[0], names) for marks, names in ((here, there), (there, here)))


def compare_reports(later: Side, earlier: Side, ordered: bool, links: Iterable[SameClaim]) -> Comparison:
    """Set a later report beside an earlier one; `links` are those between their statements."""
    pairs = counterparts(later, earlier, links)
    return Comparison(later, earlier, pairs, reuse(later.article, earlier.article), ordered)


def given_bare(pairs: Iterable[Counterpart]) -> int:
    """How many statements of the earlier report that name a source the later one gives without any; headlines leave
    sources out by habit.
    """
    text = [p for p in best(pairs) if not p.earlier.appearance.heading and not p.later.appearance.heading]
    sourced = [p for p in text if p.earlier.appearance.chain and not p.later.appearance.chain]
    return len({p.earlier.appearance.statement.id for p in sourced})


def soon(c: Comparison, wait: int = LONGEST_WAIT) -> bool:
    """Whether at most `wait` days lie between the two, as far as it is known."""
    x, y = published_day(c.later.report.dated), published_day(c.earlier.report.dated)
    return x is None or y is None or abs(x - y) <= wait


def coverage(c: Comparison) -> float:
    """The share of the later report's statements, headings aside, that have a counterpart."""
    told = [f for f in c.later.statements if not f.appearance.heading]
    found = {pair.later.appearance.statement.id for pair in c.pairs if not pair.later.appearance.heading}
    return len(found) / len(told) if told else 0.0


def counterpart_of(c: Comparison, content: Spans) -> Spans:
    """Where the earlier report says what `content` of the later one says; nothing where no statement is known."""
    for pair in c.pairs:
        if hull(pair.later.appearance.statement.content.spans).overlaps(hull(content)):
            return pair.earlier.appearance.statement.content.spans
    return ()
