"""Whether a ledger is sound: what was stored is what comes back, and everything that is referred to is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Column, Table, func, or_, select, table

from sayso.ledger import schema
from sayso.ledger.codec import loads
from sayso.ledger.judgement_check import judgement_faults
from sayso.ledger.rows import digest
from sayso.ledger.sql_view import SqlView
from sayso.model import Appearance, Claim, Content, Cue, Report, Source, Span, appearances, words

_CURRENT_REPORTS = select(schema.reports.c.id).where(schema.reports.c.superseded_by.is_(None))
_CURRENT_STATEMENTS = select(schema.statements.c.id).where(schema.statements.c.current)


def faults(view: SqlView) -> Iterator[str]:
    """What is wrong with the ledger, one line each; nothing where it is sound."""
    yield from view.words.faults(view.connection)
    yield from _of_index(view)
    columns = schema.reports.c
    rows = view.connection.execute(select(columns.id, columns.digest, columns.superseded_by).order_by(columns.id))
    for row in rows.yield_per(500):
        yield from (f"report {row.id}: {fault}" for fault in _of_report(view, row))
    for row in view.connection.execute(select(schema.claims).order_by(schema.claims.c.id)).yield_per(500):
        yield from (f"claim {row.id}: {fault}" for fault in _of_claim(view, row))
    yield from _outdated_ends(view)
    yield from judgement_faults(view)


def _of_index(view: SqlView) -> Iterator[str]:
    """An index of words that has lost some rows, or kept too many."""
    for index, indexed in (("body_words", schema.reports), ("content_words", schema.statements)):
        known, stored = (
            view.connection.execute(select(func.count()).select_from(t)).scalar_one() for t in (table(index), indexed)
        )
        if known != stored:
            yield f"index {index}: {known} rows for {stored} {indexed.name}"


def _of_report(view: SqlView, row: Any) -> Iterator[str]:
    try:
        report = view.report(row.id)
    except (msgspec.DecodeError, ValueError) as error:
        yield f"cannot be read back: {error}"
        return
    if digest(report) != row.digest:
        yield "is not what was stored"
    yield from (f"words and spans differ: {part.text!r}" for part in _worded(report) if not _stands(report, part))
    yield from (f"the body ends outside the text: {span}" for span in report.body if not _inside(report, span))
    yield from (f"a span ends outside the text: {span}" for span in _meaning(report) if not _inside(report, span))
    yield from _of_statements(view, report, current=row.superseded_by is None)
    if row.superseded_by and not _is_current(view, row.superseded_by):
        yield f"its newest version {row.superseded_by} is not a current report"


def _of_statements(view: SqlView, report: Report, *, current: bool) -> Iterator[str]:
    columns = schema.statements.c
    stored = select(columns.id, columns.current, columns.payload).where(columns.report == report.id)
    ordered = view.connection.execute(stored.order_by(columns.place_in_report)).all()
    known = {attribution.id for attribution in report.attributions}
    lost = [(s.id, name) for s in report.statements for name in s.chain if name not in known]
    yield from (f"statement {statement}: no attribution {name}" for statement, name in lost)
    if not lost and tuple(loads(row.payload, Appearance) for row in ordered) != appearances(report):
        yield "its statements are not where they stand"
    yield from (f"statement {row.id}: wrongly (not) current" for row in ordered if row.current != current)


def _of_claim(view: SqlView, row: Any) -> Iterator[str]:
    claim = loads(row.payload, Claim)
    members = schema.claim_members.c
    stored = set(view.connection.execute(select(members.statement).where(members.claim == row.id)).scalars())
    if stored != set(claim.statements):
        yield "its statements are not those it is stored with"
    named = {claim.first, *claim.denials, *(s for origin in claim.origins for s in origin.statements)}
    yield from (f"{s} is not among its statements" for s in sorted(named - set(claim.statements)))


def _outdated_ends(view: SqlView) -> Iterator[str]:
    """Rows that refer to reports or statements that count no more."""
    claimed, links, drawn, changed = schema.claim_members, schema.same_claim, schema.derivations, schema.drifts
    for referring, ends, current in (
        (claimed, (claimed.c.statement,), _CURRENT_STATEMENTS),
        (links, (links.c.a, links.c.b), _CURRENT_STATEMENTS),
        (changed, (changed.c.source, changed.c.target), _CURRENT_STATEMENTS),
        (drawn, (drawn.c.report, drawn.c.source), _CURRENT_REPORTS),
    ):
        for row in _rows_outside(view, referring, ends, current):
            yield f"{referring.name}: {' – '.join(row)} is of an outdated version"


def _rows_outside(view: SqlView, referring: Table, ends: tuple[Column[Any], ...], current: Any) -> Iterable[Any]:
    lost = or_(*(end.not_in(current) for end in ends))
    return view.connection.execute(select(*ends).select_from(referring).where(lost).order_by(*ends)).all()


def _worded(report: Report) -> Iterator[Content | Source | Cue]:
    """Everything that repeats the words under its spans."""
    for attribution in report.attributions:
        yield attribution.content
        yield from filter(None, (attribution.source, attribution.cue))
    for statement in report.statements:
        yield statement.content


def _meaning(report: Report) -> Iterator[Span]:
    """The spans of words that decided what a statement means."""
    for attribution in report.attributions:
        yield from attribution.said_on.spans if attribution.said_on else ()
    for statement in report.statements:
        event, told = statement.event, (statement.time, statement.place, *statement.stances, *statement.quantities)
        yield from (*statement.factuality.cues, *(event.trigger if event else ()))
        yield from (span for part in (*told, *(event.participants if event else ())) if part for span in part.spans)


def _stands(report: Report, part: Content | Source | Cue) -> bool:
    return all(_inside(report, s) for s in part.spans) and part.text == words(report.text, part.spans)


def _inside(report: Report, span: Span) -> bool:
    return 0 <= span.start <= span.end <= len(report.text)


def _is_current(view: SqlView, report: str) -> bool:
    return view.connection.execute(_CURRENT_REPORTS.where(schema.reports.c.id == report)).first() is not None
