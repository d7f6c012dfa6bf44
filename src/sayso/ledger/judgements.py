"""Judgements as rows: kept for good, found by what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, Row, func, insert, select

from sayso.errors import UsageError
from sayso.ledger import judgement_schema as tables
from sayso.ledger.batches import BATCH, batches
from sayso.ledger.codec import dumps, loads, storable
from sayso.ledger.filters import date_bounds
from sayso.ledger.paging import JUDGEMENTS, behind
from sayso.ledger.records import LogFilter
from sayso.model import Decision, Judgement, Undo, reports_of

_JUDGEMENTS = tables.judgements.c
KINDS = tuple(str(kind.__struct_config__.tag) for kind in get_args(Decision))
_AFTER = "~"  # sorts after every digit and sign of an instant


def record(connection: Connection, judgement: Judgement) -> bool:
    """Keep a judgement as the newest; False, and nothing changes, where this very one is kept already."""
    if connection.execute(select(_JUDGEMENTS.id).where(_JUDGEMENTS.id == judgement.id)).first():
        return False
    last = connection.execute(select(func.max(_JUDGEMENTS.number))).scalar() or 0
    decision = judgement.decision
    row = {
        "id": judgement.id,
        "number": last + 1,
        "kind": kind_of(judgement),
        "who": storable(judgement.who),
        "at": storable(judgement.when),
        "undoes": decision.judgement if isinstance(decision, Undo) else None,
        "payload": dumps(judgement),
    }
    connection.execute(insert(tables.judgements), [row])
    resting = [{"report": report, "judgement": judgement.id} for report in sorted(reports_of(decision))]
    if resting:
        connection.execute(insert(tables.judgement_reports), resting)
    return True


def kind_of(judgement: Judgement) -> str:
    """The tag of a judgement's decision."""
    return str(judgement.decision.__struct_config__.tag)


def newest_first(
    connection: Connection, only: LogFilter, *, limit: int | None = None, after: str | None = None
) -> Iterator[Judgement]:
    """The judgements that `only` lets through; UsageError where a date is malformed, or there is no such
    kind.
    """
    wanted = select(_JUDGEMENTS.payload).where(*_conditions(only), *behind(connection, JUDGEMENTS, after))
    ordered = wanted.order_by(_JUDGEMENTS.number.desc()).limit(limit)
    rows = connection.execute(ordered.execution_options(yield_per=BATCH))
    for row in rows:
        yield loads(row.payload, Judgement)


def _conditions(only: LogFilter) -> Iterator[ColumnElement[bool]]:
    if only.who:
        yield _JUDGEMENTS.who == storable(only.who)
    if only.kind:
        if only.kind not in KINDS:
            raise UsageError(f"kind {only.kind}: there are {', '.join(KINDS)}")
        yield _JUDGEMENTS.kind == only.kind
    if only.report:
        resting = tables.judgement_reports.c
        yield _JUDGEMENTS.id.in_(select(resting.judgement).where(resting.report == only.report))
    if only.since:
        yield _JUDGEMENTS.at >= date_bounds(only.since, "since")[0]
    if only.until:
        yield _JUDGEMENTS.at <= date_bounds(only.until, "until")[1] + _AFTER


def on_reports(connection: Connection, reports: AbstractSet[str]) -> tuple[Judgement, ...]:
    """The judgements that rest on words of any of `reports`, and the undos of these, oldest first."""
    resting = tables.judgement_reports.c
    found: set[str] = set()
    for part in batches(reports):
        found.update(connection.execute(select(resting.judgement).where(resting.report.in_(part))).scalars())
    return _with_undos(connection, found)


def of_kinds(connection: Connection, kinds: Iterable[str]) -> tuple[Judgement, ...]:
    """The judgements of these kinds, and the undos of these, oldest first."""
    wanted = select(_JUDGEMENTS.id).where(_JUDGEMENTS.kind.in_(tuple(kinds)))
    return _with_undos(connection, set(connection.execute(wanted).scalars()))


def _with_undos(connection: Connection, judgements: set[str]) -> tuple[Judgement, ...]:
    """These judgements with all that was said for or against them, oldest first."""
    found, fresh = set(judgements), set(judgements)
    while fresh:
        more: set[str] = set()
        for part in batches(fresh):
            more.update(connection.execute(select(_JUDGEMENTS.id).where(_JUDGEMENTS.undoes.in_(part))).scalars())
        fresh = more - found
        found |= fresh
    rows: list[Row[Any, Any]] = []
    for part in batches(found):
        wanted = select(_JUDGEMENTS.number, _JUDGEMENTS.payload).where(_JUDGEMENTS.id.in_(part))
        rows.extend(connection.execute(wanted).all())
    return tuple(loads(row.payload, Judgement) for row in sorted(rows, key=lambda row: row.number))
