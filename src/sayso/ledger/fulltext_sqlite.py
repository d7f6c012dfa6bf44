"""Full text in SQLite, by its FTS5 module: ranks by BM25, ignores case and accents."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, column, insert, select, table, text

from sayso.ledger import schema
from sayso.ledger.codec import storable
from sayso.ledger.fulltext import Match, Term, joined, row_text, split_marks
from sayso.model import Report

# Characters that no page shows and no reader types: they mark the words found.
_OPENING, _CLOSING = "\x01", "\x02"

_CONTENTS = table("content_words", column("statement"), column("content"))
_BODIES = table("body_words", column("report"), column("title"), column("body"))

# A word in the title counts as much as three in the text.
_FIND = text(
    """
    SELECT body_words.report AS report,
           bm25(body_words, 0.0, 3.0, 1.0) AS badness,
           highlight(body_words, 2, :opening, :closing) AS marked
    FROM body_words JOIN reports ON reports.id = body_words.report
    WHERE body_words MATCH :query AND reports.superseded_by IS NULL
    ORDER BY badness, reports.id LIMIT :limit OFFSET :offset
    """
)


def add(connection: Connection, report: Report) -> None:
    """Make a new report findable."""
    connection.execute(
        insert(_BODIES), [{"report": report.id, "title": _plain(report.title or ""), "body": _plain(joined(report))}]
    )
    contents = [{"statement": s.id, "content": _plain(s.content.text)} for s in report.statements]
    if contents:
        connection.execute(insert(_CONTENTS), contents)


def find(connection: Connection, terms: tuple[Term, ...], limit: int, offset: int) -> list[Match]:
    """Current reports that have all `terms`, best first."""
    asked = {"query": _query(terms), "opening": _OPENING, "closing": _CLOSING, "limit": limit, "offset": offset}
    return [
        Match(report=row.report, score=-row.badness, marks=split_marks(row.marked, _OPENING, _CLOSING))
        for row in connection.execute(_FIND, asked)
    ]


def saying(terms: tuple[Term, ...]) -> ColumnElement[bool]:
    """The condition on the table of statements that a content has all `terms`."""
    found = select(_CONTENTS.c.statement).where(_CONTENTS.c.content.op("MATCH")(_query(terms)))
    return schema.statements.c.id.in_(found)


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
