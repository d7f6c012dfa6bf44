"""A doubt as a question that a person can answer: the words it rests on, where they stand, and what hangs on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.ledger import View
from sayso.model import Appearance, Attribution, Claim, Reason, Report, Span, Statement, words
from sayso.query.doubts import Doubt, DoubtKind, reasons
from sayso.web.pages.marking import Mark, Piece, pieces

AROUND = 350  # characters of a paragraph that are shown on either side of a statement's words
_PAIRS = 4  # pairs of like words of two reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A statement with the words around it, marked, and its claim, if it is of one; `cut` tells that the paragraph is
    longer at its beginning, at its end.
    """

    report: Report
    member: Appearance
    pieces: tuple[Piece, ...]
    cut: tuple[bool, bool]
    claim: Claim | None

    @property
    def statement(self) -> Statement:
        """The statement itself."""
        return self.member.statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A doubt with what is needed to answer it: exhibits of its statements, and the reasons where it is a link of two;
    or its two reports with the words that are alike, those of the one beside those of the other.
    """

    doubt: Doubt
    exhibits: tuple[Exhibit, ...] = ()
    reasons: tuple[Reason, ...] = ()
    reports: tuple[Report, ...] = ()
    alike: tuple[tuple[str, str], ...] = ()


def ask(view: View, doubt: Doubt) -> Asked:
    """The question that a doubt is."""
    if doubt.kind is DoubtKind.DERIVATION:
        report, source = (view.report(one) for one in doubt.things)
        evidence = doubt.derivation.evidence if doubt.derivation else ()
        alike = tuple((words(report.text, one.spans), words(source.text, one.from_spans)) for one in evidence[:_PAIRS])
        return Asked(doubt=doubt, reports=(report, source), alike=alike)
    members = {member.statement.id: member for member in view.appearances_of(frozenset(doubt.things))}
    claims = view.claims_of(frozenset(doubt.things))
    shown = (members[one] for one in doubt.things if one in members)
    exhibits = tuple(_exhibit(view, member, claims) for member in shown)
    return Asked(doubt=doubt, exhibits=exhibits, reasons=reasons(view, doubt.link) if doubt.link else ())


def told_of(view: View, waiting: Sequence[Doubt]) -> Mapping[str, str]:
    """What each question is about in a few words, by its name: the content of its first statement, the outlet that is
    said to draw on another.
    """
    things = frozenset(one.things[0] for one in waiting)
    contents = {member.statement.id: member.statement.content.text for member in view.appearances_of(things)}
    outlets = {report.id: report.outlet or report.uri for report in view.reports_of(things)}
    known = contents | outlets
    return {one.name: known.get(one.things[0], "") for one in waiting}


def _exhibit(view: View, member: Appearance, claims: Sequence[Claim]) -> Exhibit:
    report, statement = view.report(member.report), member.statement
    block, shown = _around(report, statement)
    return Exhibit(
        report=report,
        member=member,
        pieces=tuple(pieces(report.text, _marks(statement, member.chain), shown)),
        cut=(shown.start > block.start, shown.end < block.end),
        claim=next((claim for claim in claims if statement.id in claim.statements), None),
    )


def _around(report: Report, statement: Statement) -> tuple[Span, Span]:
    """The block that the statement begins in, and the part of it, to whole words, that is shown."""
    first, last = statement.content.spans[0], statement.content.spans[-1]
    holding = (block.span for block in report.blocks if block.span.start <= first.start < block.span.end)
    block = next(holding, Span(0, len(report.text)))
    block = Span(block.start, max(block.end, last.end))
    start, end = max(block.start, first.start - AROUND), min(block.end, last.end + AROUND)
    if start > block.start:
        start = report.text.find(" ", start, first.start) + 1 or first.start
    if end < block.end:
        end = max(report.text.rfind(" ", last.end, end), last.end)
    return block, Span(start, end)


def _marks(statement: Statement, chain: Sequence[Attribution]) -> Sequence[Mark]:
    marks = [Mark(kind="content", spans=statement.content.spans, depth=1)]
    if statement.factuality.cues:
        marks.append(Mark(kind="hedge", spans=statement.factuality.cues))
    for link in chain:
        if link.source and link.source.spans:
            marks.append(Mark(kind="source", spans=link.source.spans))
        if link.cue:
            marks.append(Mark(kind="cue", spans=link.cue.spans))
    return marks
