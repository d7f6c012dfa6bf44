"""Full text in SQLite, by its FTS5 module: ranks by BM25."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, column, func, insert, literal_column, select, table, text, true

from sayso.ledger import schema
from sayso.ledger.asking import Term, Wanted
from sayso.ledger.fulltext import TITLE_WEIGHT, Condition, names_of
from sayso.ledger.marks import joined, searched
from sayso.model import Report, appearances

_REPORTS, _STATEMENTS = schema.reports.c, schema.statements.c
_BODIES = table("body_words", column("rowid"), column("title"), column("body"))
_CONTENTS = table("content_words", column("rowid"), column("content"), column("actors"))
# The whole of a table, which MATCH takes for all its columns.
_ALL_BODY: Any = literal_column("body_words")
_ALL_CONTENT: Any = literal_column("content_words")
_FEW = 5000  # statements that the index names in a millisecond or two
_FORGET = text(
    "INSERT INTO content_words (content_words, rowid, content, actors) VALUES ('delete', :rowid, :content, :actors)"
)


def add(connection: Connection, report: Report) -> None:
    """Make a new report findable."""
    number = connection.execute(select(_REPORTS.number).where(_REPORTS.id == report.id)).scalar_one()
    body = {"rowid": number, "title": searched(report.title or ""), "body": searched(joined(report))}
    connection.execute(insert(_BODIES), [body])
    add_contents(connection, report)


def add_contents(connection: Connection, report: Report) -> None:
    """Make the statements of a known report findable, whose rows are stored anew."""
    contents = _content_rows(connection, report)
    if contents:
        connection.execute(insert(_CONTENTS), contents)


def forget_contents(connection: Connection, report: Report) -> None:
    """Forget the statements of `report`, as it was stored; their rows are still there."""
    contents = _content_rows(connection, report)
    if contents:
        # a table without a copy of the text must be told what it is to forget
        connection.execute(_FORGET, contents)


def _content_rows(connection: Connection, report: Report) -> list[dict[str, Any]]:
    ordered = select(_STATEMENTS.number).where(_STATEMENTS.report == report.id).order_by(_STATEMENTS.place_in_report)
    return [
        {"rowid": number, "content": searched(seen.statement.content.text), "actors": names_of(seen)}
        for number, seen in zip(connection.execute(ordered).scalars(), appearances(report), strict=True)
    ]


def clear(connection: Connection) -> None:
    """Forget all words."""
    for name in ("body_words", "content_words"):
        connection.exec_driver_sql(f"INSERT INTO {name} ({name}) VALUES ('delete-all')")  # noqa: S608 - our own names


def ranked(wanted: Wanted) -> Select[Any]:
    """The reports that have a term of each group, best first."""
    badness = func.bm25(_ALL_BODY, TITLE_WEIGHT, 1.0)
    return (
        select(_REPORTS.id, (-badness).label("score"))
        .select_from(_BODIES)
        .join(schema.reports, _REPORTS.number == _BODIES.c.rowid)
        .where(_ALL_BODY.op("MATCH")(_all_of(wanted)))
        .order_by(badness, _REPORTS.id)
    )


def lacking(unwanted: tuple[Term, ...]) -> Condition:
    """The condition on the table of reports that none of these stands in one."""
    return _REPORTS.number.not_in(select(_BODIES.c.rowid).where(_ALL_BODY.op("MATCH")(_any_of(unwanted))))


def saying(phrase: Term) -> Condition:
    """The condition on the table of statements that the words stand in a content."""
    found = select(_CONTENTS.c.rowid).where(_CONTENTS.c.content.op("MATCH")(_any_of((phrase,))))
    return _STATEMENTS.number.in_(found)


def stating(connection: Connection, wanted: Wanted, reports: Sequence[str]) -> Condition:
    """The condition on the table of statements that one of these reports has a term of each group.

    Where many statements of the ledger do, the index is asked for the numbers from the first to the last statement of
    each report, or it would read all that it has; where few do, that costs more than reading them.
    """
    having = select(_CONTENTS.c.rowid).where(_ALL_CONTENT.op("MATCH")(_all_of(wanted)))
    some = having.limit(_FEW).subquery()
    if connection.execute(select(func.count()).select_from(some)).scalar_one() < _FEW:
        return _STATEMENTS.number.in_(having)
    mine = schema.statements.alias("mine")
    ends = (func.min(mine.c.number).label("first"), func.max(mine.c.number).label("last"))
    ranges = select(*ends).where(mine.c.report.in_(reports)).group_by(mine.c.report).cte("ranges")
    found = (
        select(_CONTENTS.c.rowid)
        .select_from(ranges.join(_CONTENTS, true()))
        .where(_ALL_CONTENT.op("MATCH")(_all_of(wanted)), _CONTENTS.c.rowid.between(ranges.c.first, ranges.c.last))
    )
    return _STATEMENTS.number.in_(found)


def faults(connection: Connection) -> list[str]:
    """What is wrong with the file and its index of words."""
    out = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check")
    out += [f"table {row[0]}: a row of {row[2]} is missing" for row in lost]
    return out


def _all_of(wanted: Wanted) -> str:
    """Groups of terms in the syntax of FTS5."""
    return " AND ".join(f"({_any_of(group)})" for group in wanted)


def _any_of(terms: tuple[Term, ...]) -> str:
    # every phrase in quotation marks, so that no word is read as an operator
    return " OR ".join(f'"{" ".join(term.words)}"{" *" if term.prefix else ""}' for term in terms)
