"""What a search shows of the reports it found: all of a page is asked for together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, select

from sayso.ledger import schema
from sayso.ledger.asking import Query
from sayso.ledger.codec import loads
from sayso.ledger.filters import involves
from sayso.ledger.fulltext import FullText
from sayso.ledger.marks import marks_in, window
from sayso.ledger.records import Hit, Listing
from sayso.model import Appearance, Report

_REPORTS, _STATEMENTS = schema.reports.c, schema.statements.c

LISTING = select(
    _REPORTS.id,
    _REPORTS.uri,
    _REPORTS.outlet,
    _REPORTS.title,
    _REPORTS.published,
    _REPORTS.updated,
    _REPORTS.language,
    _REPORTS.statements,
    _REPORTS.superseded_by,
)
_COLUMNS = LISTING.selected_columns.keys()


def hits(connection: Connection, scores: Mapping[str, float], asked: Query, words: FullText) -> Iterator[Hit]:
    """The reports with these ids and scores, in their order, each with what was `asked` for in it."""
    found = LISTING.add_columns(_REPORTS.payload).where(_REPORTS.id.in_(scores))
    rows = {row.id: row for row in connection.execute(found)}
    said = _said(connection, list(scores), asked, words) if asked.wanted or asked.actor else {}
    for report, score in scores.items():
        *listed, payload = rows[report]
        listing = Listing(**dict(zip(_COLUMNS, listed, strict=True)))
        yield _hit(listing, loads(payload, Report), score, asked, tuple(said.get(report, ())))


def _hit(listing: Listing, report: Report, score: float, asked: Query, said: tuple[Appearance, ...]) -> Hit:
    marks = marks_in(report, (term for group in asked.wanted for term in group))
    shown = window(report, marks)
    return Hit(
        report=listing,
        score=score,
        window=shown,
        text=report.text[shown.start : shown.end],
        marks=tuple(mark for mark in marks if shown.contains(mark)),
        statements=said,
    )


def _said(
    connection: Connection, reports: Sequence[str], asked: Query, words: FullText
) -> Mapping[str, list[Appearance]]:
    """By report, the statements that say what was asked for, by whom it was asked for, in order of place."""
    wanted = select(_STATEMENTS.report, _STATEMENTS.payload).where(_STATEMENTS.report.in_(reports))
    if asked.wanted:
        wanted = wanted.where(words.stating(connection, asked.wanted, reports))
    if asked.actor:
        wanted = wanted.where(involves(asked.actor))
    out: dict[str, list[Appearance]] = {}
    for row in connection.execute(wanted.order_by(_STATEMENTS.report, _STATEMENTS.place_in_report)):
        out.setdefault(row.report, []).append(loads(row.payload, Appearance))
    return out
