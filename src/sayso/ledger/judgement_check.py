"""Whether what a ledger shows is what follows from its readings and judgements."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import select

from sayso.ledger import judgement_schema as tables
from sayso.ledger import readings
from sayso.ledger.codec import loads
from sayso.ledger.rows import digest
from sayso.ledger.sql_view import SqlView
from sayso.model import Judgement, judgement, reports_of, review


def judgement_faults(view: SqlView) -> Iterator[str]:
    """What is wrong with judgements, readings, and what is shown because of them; one line each."""
    yield from _of_judgements(view)
    reports = select(tables.readings.c.report).distinct().order_by(tables.readings.c.report)
    for report in view.connection.execute(reports).scalars().all():
        yield from (f"report {report}: {fault}" for fault in _of_readings(view, report))


def _of_judgements(view: SqlView) -> Iterator[str]:
    columns, resting = tables.judgements.c, tables.judgement_reports.c
    for row in view.connection.execute(select(columns.id, columns.payload).order_by(columns.number)).all():
        try:
            found = loads(row.payload, Judgement)
        except msgspec.DecodeError as error:
            yield f"judgement {row.id}: cannot be read back: {error}"
            continue
        if judgement(found.decision, who=found.who, when=found.when, why=found.why).id != row.id:
            yield f"judgement {row.id}: is not what was stored"
        stored = set(view.connection.execute(select(resting.report).where(resting.judgement == row.id)).scalars())
        if stored != reports_of(found.decision):
            yield f"judgement {row.id}: is not stored with the reports that it rests on"
        yield from (f"judgement {row.id}: no report {report}" for report in sorted(stored) if not view.holds(report))


def _of_readings(view: SqlView, report: str) -> Iterator[str]:
    shown = view.report(report)
    known = readings.stored(view.connection, report)
    for one in known:
        read = readings.read_by(view.connection, shown, one.producer)
        if read is None or digest(read) != readings.digest_of(view.connection, report, one.producer):
            yield f"the reading by {one.producer} is not what was stored"
    if sum(one.current for one in known) != 1:
        yield "not exactly one reading is in use"
    elif view.newest(report) == report and review(view.reading(report), view.judgements_on({report})).report != shown:
        yield "does not show what follows from its reading and the judgements on it"
