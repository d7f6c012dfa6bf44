"""Full text in SQLite, by its FTS5 module: ranks by BM25, ignores case and accents."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, column, insert, select, table, text

from sayso.ledger import schema
from sayso.ledger.codec import storable
from sayso.ledger.fulltext import Match, Term, joined, row_text, split_marks
from sayso.model import Report

# Characters that no page shows and no reader types: they mark the words found.
_OPENING, _CLOSING = "\x01", "\x02"

_CONTENTS = table("content_words", column("rowid"), column("content"))
_BODIES = table("body_words", column("rowid"), column("title"), column("body"))

# A word in the title counts as much as three in the text.
_RANK = text(
    """
    SELECT reports.id AS report, reports.number AS number, bm25(body_words, 3.0, 1.0) AS badness
    FROM body_words JOIN reports ON reports.number = body_words.rowid
    WHERE body_words MATCH :query AND reports.superseded_by IS NULL
    ORDER BY badness, reports.id LIMIT :limit OFFSET :offset
    """
)
# Apart from ranking, which would mark the words of every report found and not only of those shown.
_MARK = text(
    """
    SELECT highlight(body_words, 1, :opening, :closing) FROM body_words
    WHERE body_words MATCH :query AND rowid = :number
    """
)
_SAYING = text(
    """
    SELECT statements.id FROM content_words JOIN statements ON statements.number = content_words.rowid
    WHERE content_words MATCH :query AND statements.report = :report AND content_words.rowid BETWEEN
        (SELECT min(number) FROM statements WHERE report = :report) AND
        (SELECT max(number) FROM statements WHERE report = :report)
    ORDER BY statements.number
    """
)


def add(connection: Connection, report: Report) -> None:
    """Make a new report findable."""
    reports, statements = schema.reports.c, schema.statements.c
    number = connection.execute(select(reports.number).where(reports.id == report.id)).scalar_one()
    body = {"rowid": number, "title": _plain(report.title or ""), "body": _plain(joined(report))}
    connection.execute(insert(_BODIES), [body])
    ordered = select(statements.number).where(statements.report == report.id).order_by(statements.place_in_report)
    numbers = connection.execute(ordered).scalars()
    contents = [
        {"rowid": n, "content": _plain(s.content.text)} for n, s in zip(numbers, report.statements, strict=True)
    ]
    if contents:
        connection.execute(insert(_CONTENTS), contents)


def find(connection: Connection, terms: tuple[Term, ...], limit: int, offset: int) -> list[Match]:
    """Current reports that have all `terms`, best first."""
    query = {"query": _query(terms)}
    marks = query | {"opening": _OPENING, "closing": _CLOSING}
    out = []
    for row in connection.execute(_RANK, query | {"limit": limit, "offset": offset}).all():
        marked = connection.execute(_MARK, marks | {"number": row.number}).scalar_one()
        out.append(Match(report=row.report, score=-row.badness, marks=split_marks(marked, _OPENING, _CLOSING)))
    return out


def saying(terms: tuple[Term, ...]) -> ColumnElement[bool]:
    """The condition on the table of statements that a content has all `terms`."""
    found = select(_CONTENTS.c.rowid).where(_CONTENTS.c.content.op("MATCH")(_query(terms)))
    return schema.statements.c.number.in_(found)


def saying_in(connection: Connection, terms: tuple[Term, ...], report: str) -> list[str]:
    """The statements of one report whose content has all `terms`, in order of place."""
    return list(connection.execute(_SAYING, {"query": _query(terms), "report": report}).scalars())


def faults(connection: Connection) -> list[str]:
    """What is wrong with the file and its index of words."""
    out = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
    out += [f"table {row[0]}: a row of {row[2]} is missing" for row in connection.exec_driver_sql(_FOREIGN_KEYS)]
    for index, rows in (("body_words", "reports"), ("content_words", "statements")):
        indexed, stored = (connection.exec_driver_sql(f"SELECT count(*) FROM {t}").scalar_one() for t in (index, rows))  # noqa: S608 - names from this line
        if indexed != stored:
            out.append(f"index {index}: {indexed} rows for {stored} {rows}")
    return out


_FOREIGN_KEYS = "PRAGMA foreign_key_check"


def _query(terms: tuple[Term, ...]) -> str:
    """`terms` in the syntax of FTS5: every word in quotation marks, so that none is read as an operator."""
    return " ".join(f'"{_plain(" ".join(term.words))}"{"*" if term.prefix else ""}' for term in terms)


def _plain(words: str) -> str:
    return row_text(storable(words), _OPENING + _CLOSING)
