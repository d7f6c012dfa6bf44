"""What people decided, and what came of it: which judgements hold, and where a person overruled the machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum

from sayso.ledger import LogFilter, View
from sayso.model import (
    Bonded,
    Credibility,
    Decision,
    Ground,
    ItemGrade,
    Judgement,
    Merge,
    Note,
    OnDerivation,
    OnField,
    OnStatement,
    Overruled,
    Reliability,
    Review,
    SourceGrade,
    Split,
    Undo,
    bonds_of,
    effective,
    grounds_of,
    reports_of,
    review,
    rulings,
    standing_at,
    undone,
)

NEWER_VERSION = "its report has a newer version"
WORDS_GONE = "no statement has these words any more"

_WHOLE_LOG = LogFilter()


class State(StrEnum):
    """What came of a judgement: it counts, was taken back, a newer one counts in its place, or its words are gone."""

    HOLDS = "holds"
    UNDONE = "undone"
    REPLACED = "replaced"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the log. `by` is the judgement that undid or replaced this one; `reason` says why it is orphaned, or
    what of it does not count.
    """

    judgement: Judgement
    state: State
    reason: str = ""
    by: Judgement | None = None


def log(
    view: View, only: LogFilter = _WHOLE_LOG, *, limit: int | None = None, after: str | None = None
) -> Iterator[Entry]:
    """Who decided what when, newest first, and what came of it."""
    known = _Known(view)
    for one in tuple(view.judgements(only, limit=limit, after=after)):
        yield known.entry(one)


def about(view: View, reports: AbstractSet[str], statements: AbstractSet[str] | None = None) -> tuple[Entry, ...]:
    """What people decided on these reports, newest first; with `statements`, only what rests on one of those."""
    known = _Known(view)
    found = reversed(view.judgements_on(reports))
    return tuple(
        known.entry(one)
        for one in found
        if statements is None or any(ground.statement in statements for ground in grounds_of(one.decision))
    )


def about_source(view: View, name: str) -> tuple[Entry, ...]:
    """The grades of a source and the notes on it, by its name without regard to case, newest first."""
    known = _Known(view)
    named = (one for one in reversed(view.judgements_of("source", "note")) if _names(one, name.casefold()))
    return tuple(known.entry(one) for one in named)


def _names(one: Judgement, folded: str) -> bool:
    decision = one.decision
    return isinstance(decision, SourceGrade | Note) and (decision.source or "").casefold() == folded


def overruled(view: View, reports: AbstractSet[str]) -> Mapping[str, tuple[Overruled, ...]]:
    """By statement, the fields in which a person's value stands for the machine's, in current ones of `reports`."""
    out: dict[str, list[Overruled]] = {}
    for report in sorted(reports):
        judgements = view.judgements_on({report})
        if judgements and view.newest(report) == report:
            for one in review(view.reading(report), judgements).overruled:
                out.setdefault(one.statement, []).append(one)
    return {statement: tuple(found) for statement, found in out.items()}


def rejected(view: View, report: str) -> Review:
    """A current report after review, with the statements that people took out of it."""
    return review(view.reading(report), view.judgements_on({report}))


def source_grades(view: View) -> Mapping[str, Reliability]:
    """The grade that counts of each source graded, by its name without regard to case."""
    found = (one.decision for one in effective(view.judgements_of("source")))
    return {d.source.casefold(): d.grade for d in found if isinstance(d, SourceGrade)}


def item_grades(view: View, reports: AbstractSet[str]) -> Mapping[str, Credibility]:
    """The grade that counts of each report and statement graded among `reports`, by id; one whose words are gone has
    none.
    """
    out: dict[str, Credibility] = {}
    for one in effective(view.judgements_on(reports)):
        if isinstance(one.decision, ItemGrade) and one.decision.report in reports:
            name = _graded(view, one.decision)
            if name:
                out[name] = one.decision.grade
    return out


def _graded(view: View, decision: ItemGrade) -> str | None:
    if view.newest(decision.report) != decision.report:
        return None
    if decision.ground is None:
        return decision.report
    statement = standing_at(decision.ground, view.reading(decision.report))
    return statement.id if statement else None


@dataclass(slots=True)
class _Known:
    """What was found out about a ledger's judgements, so that a long log asks for each thing once."""

    view: View
    reviews: dict[str, Review] = field(default_factory=dict)
    bonded: Bonded | None = None
    standing: dict[Ground, bool] = field(default_factory=dict)

    def entry(self, one: Judgement) -> Entry:
        family = self._family(one)
        taken_back = undone(family).get(one.id)
        if taken_back:
            return Entry(judgement=one, state=State.UNDONE, by=taken_back)
        if isinstance(one.decision, Undo):
            return Entry(judgement=one, state=State.HOLDS)
        return self._orphaned(one) or self._replaced(one, family) or self._partly(one)

    def _family(self, one: Judgement) -> Sequence[Judgement]:
        """All judgements that have to do with this one, oldest first."""
        decision = self._told(one.decision)
        reports = reports_of(decision)
        return self.view.judgements_on(reports) if reports else self.view.judgements_of("source", "note")

    def _told(self, decision: Decision) -> Decision:
        while isinstance(decision, Undo):
            decision = self.view.judgement(decision.judgement).decision
        return decision

    def _orphaned(self, one: Judgement) -> Entry | None:
        reason = self._orphan(one)
        return Entry(judgement=one, state=State.ORPHANED, reason=reason) if reason else None

    def _orphan(self, one: Judgement) -> str:
        decision = one.decision
        match decision:
            case OnStatement(ground=ground) | OnField(ground=ground) if self._is_current(ground.report):
                return next((r for j, r in self._review(ground.report).orphaned if j.id == one.id), "")
            case Merge(grounds=grounds):
                return "" if sum(map(self._stands, grounds)) > 1 else self._why_gone(grounds)
            case Split(out=out, rest=rest):
                lost = [side for side in (out, rest) if not any(map(self._stands, side))]
                return self._why_gone(lost[0]) if lost else ""
        outdated = any(not self._is_current(report) for report in reports_of(decision))
        if outdated:
            return NEWER_VERSION
        grounds = grounds_of(decision)
        return self._why_gone(grounds) if grounds and not any(map(self._stands, grounds)) else ""

    def _replaced(self, one: Judgement, family: Sequence[Judgement]) -> Entry | None:
        newer = self._newer(one, family)
        if newer is None:
            return None
        in_part = isinstance(one.decision, Merge | Split)
        reason = "in part: the newer one says otherwise of some of its statements" if in_part else ""
        return Entry(judgement=one, state=State.REPLACED, by=newer, reason=reason)

    def _newer(self, one: Judgement, family: Sequence[Judgement]) -> Judgement | None:
        match one.decision:
            case OnStatement(ground=ground) | OnField(ground=ground):
                pairs = self._review(ground.report).replaced
            case Merge() | Split():
                pairs = self._bonds().replaced
            case OnDerivation(report=report, from_=source):
                ruling = rulings(family)[report, source]
                pairs = ((one, ruling),) if ruling.id != one.id else ()
            case SourceGrade() | ItemGrade():
                pairs = tuple((one, other) for other in effective(family) if _same_grade(one, other))
                pairs = pairs[pairs.index((one, one)) + 1 :]
            case _:
                pairs = ()
        return next((newer for older, newer in reversed(pairs) if older.id == one.id), None)

    def _partly(self, one: Judgement) -> Entry:
        grounds = grounds_of(one.decision)
        gone = sum(not self._stands(ground) for ground in grounds)
        reason = f"{gone} of its {len(grounds)} statements are not there any more" if gone else ""
        return Entry(judgement=one, state=State.HOLDS, reason=reason)

    def _why_gone(self, grounds: Sequence[Ground]) -> str:
        current = any(self._is_current(ground.report) for ground in grounds)
        return WORDS_GONE if current else NEWER_VERSION

    def _stands(self, ground: Ground) -> bool:
        if ground not in self.standing:
            current = self._is_current(ground.report)
            self.standing[ground] = current and standing_at(ground, self.view.reading(ground.report)) is not None
        return self.standing[ground]

    def _is_current(self, report: str) -> bool:
        return self.view.holds(report) and self.view.newest(report) == report

    def _review(self, report: str) -> Review:
        if report not in self.reviews:
            self.reviews[report] = review(self.view.reading(report), self.view.judgements_on({report}))
        return self.reviews[report]

    def _bonds(self) -> Bonded:
        if self.bonded is None:
            judgements = self.view.judgements_of("merge", "split")
            grounds = {ground for one in judgements for ground in grounds_of(one.decision)}
            standing = {ground: ground.statement for ground in grounds if self._stands(ground)}
            self.bonded = bonds_of(judgements, standing)
        return self.bonded


def _same_grade(one: Judgement, other: Judgement) -> bool:
    """Whether two judgements grade the same thing."""
    match one.decision, other.decision:
        case SourceGrade(source=a), SourceGrade(source=b):
            return a.casefold() == b.casefold()
        case ItemGrade() as a, ItemGrade() as b:
            return (a.report, a.ground and a.ground.spans) == (b.report, b.ground and b.ground.spans)
        case _:
            return False
