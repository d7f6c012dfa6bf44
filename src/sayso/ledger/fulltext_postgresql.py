"""Full text in PostgreSQL: a `tsvector` of our own words finds and ranks, the words themselves tell phrases.

PostgreSQL's own parser and dictionaries are not asked: they take hosts, paths and numbers for words of other kinds than
FTS5 does, and leave words out. Its positions end at 16,383 and 256 a word, so phrases are looked for in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    REAL,
    ColumnElement,
    Connection,
    Select,
    TableClause,
    and_,
    cast,
    column,
    delete,
    func,
    insert,
    or_,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY, TSVECTOR

from sayso.ledger import schema
from sayso.ledger.asking import Term, Wanted
from sayso.ledger.fulltext import BETWEEN, TITLE_WEIGHT, Condition, names_of
from sayso.ledger.marks import joined, searched
from sayso.model import Appearance, Report, appearances

_REPORTS, _STATEMENTS = schema.reports.c, schema.statements.c
_BODIES = table("body_words", column("number"), column("words"), column("vector", TSVECTOR))
_CONTENTS = table("content_words", column("number"), column("words"), column("vector", TSVECTOR))

_MAIN, _BESIDE = "A", "B"  # weights: of content and body, and of actors and titles
_LAST_PLACE, _MOST_PLACES = 16_383, 255  # limits of a tsvector
_WEIGHTS = cast([0.0, 0.0, 1.0, 1.0 / TITLE_WEIGHT], ARRAY(REAL))  # of D, C, B and A
_BY_LENGTH = 1  # ts_rank divides by one and the logarithm of the length


def add(connection: Connection, report: Report) -> None:
    """Make a new report findable."""
    number = connection.execute(select(_REPORTS.number).where(_REPORTS.id == report.id)).scalar_one()
    connection.execute(insert(_BODIES), [_row(number, searched(joined(report)), searched(report.title or ""))])
    add_contents(connection, report)


def add_contents(connection: Connection, report: Report) -> None:
    """Make the statements of a known report findable, whose rows are stored anew."""
    ordered = _numbers(report).order_by(_STATEMENTS.place_in_report)
    numbers = connection.execute(ordered).scalars()
    rows = [_statement_row(*pair) for pair in zip(numbers, appearances(report), strict=True)]
    if rows:
        connection.execute(insert(_CONTENTS), rows)


def forget_contents(connection: Connection, report: Report) -> None:
    """Forget the statements of `report`, as it was stored; their rows are still there."""
    connection.execute(delete(_CONTENTS).where(_CONTENTS.c.number.in_(_numbers(report))))


def _numbers(report: Report) -> Select[Any]:
    return select(_STATEMENTS.number).where(_STATEMENTS.report == report.id)


def clear(connection: Connection) -> None:
    """Forget all words."""
    for words in (_BODIES, _CONTENTS):
        connection.execute(delete(words))


def ranked(wanted: Wanted) -> Select[Any]:
    """The reports that have a term of each group, best first."""
    any_term = " | ".join(_tsquery(term) for group in wanted for term in group)
    rank = func.ts_rank(_WEIGHTS, _BODIES.c.vector, cast(any_term, TSQUERY), _BY_LENGTH)
    return (
        select(_REPORTS.id, rank.label("score"))
        .select_from(_BODIES)
        .join(schema.reports, _REPORTS.number == _BODIES.c.number)
        .where(_all_of(_BODIES, wanted))
        .order_by(rank.desc(), _REPORTS.id)
    )


def lacking(unwanted: tuple[Term, ...]) -> Condition:
    """The condition on the table of reports that none of these stands in one."""
    having = select(_BODIES.c.number).where(or_(*(_has(_BODIES, term) for term in unwanted)))
    return _REPORTS.number.not_in(having)


def saying(phrase: Term) -> Condition:
    """The condition on the table of statements that the words stand in a content."""
    content = func.split_part(_CONTENTS.c.words, BETWEEN.strip(), 1)
    met = [_CONTENTS.c.vector.op("@@")(cast(_tsquery(phrase, _MAIN), TSQUERY)), *_side_by_side(content, phrase)]
    return _STATEMENTS.number.in_(select(_CONTENTS.c.number).where(*met))


def stating(_connection: Connection, wanted: Wanted, reports: Sequence[str]) -> Condition:
    """The condition on the table of statements that one of these reports has a term of each group."""
    found = (
        select(_CONTENTS.c.number)
        .join(schema.statements, _STATEMENTS.number == _CONTENTS.c.number)
        .where(_STATEMENTS.report.in_(reports), _all_of(_CONTENTS, wanted))
    )
    return _STATEMENTS.number.in_(found.correlate(None))


def faults(_connection: Connection) -> list[str]:
    """Nothing: the server keeps its tables and references sound by itself."""
    return []


def _row(number: int, main: str, beside: str) -> dict[str, Any]:
    """The row of a text and what stands beside it, both folded."""
    return {
        "number": number,
        "words": f" {main}{BETWEEN}{beside} ",
        "vector": _vector([(_MAIN, main), (_BESIDE, beside)]),
    }


def _statement_row(number: int, seen: Appearance) -> dict[str, Any]:
    return _row(number, searched(seen.statement.content.text), names_of(seen))


def _vector(texts: Iterable[tuple[str, str]]) -> str:
    """Folded texts, each with its weight, as a tsvector is written."""
    places: dict[str, list[str]] = {}
    for weight, text in texts:
        for place, word in enumerate(text.split(), start=1):
            known = places.setdefault(word, [])
            if len(known) < _MOST_PLACES:
                known.append(f"{min(place, _LAST_PLACE)}{weight}")
    return " ".join(f"'{word}':{','.join(found)}" for word, found in places.items())


def _all_of(words: TableClause, wanted: Wanted) -> Condition:
    return and_(*(or_(*(_has(words, term) for term in group)) for group in wanted))


def _has(words: TableClause, term: Term) -> Condition:
    return and_(words.c.vector.op("@@")(cast(_tsquery(term), TSQUERY)), *_side_by_side(words.c.words, term))


def _side_by_side(text: ColumnElement[str], term: Term) -> list[Condition]:
    """That the words of a phrase follow each other; folded words hold no sign that LIKE would take for a pattern."""
    if len(term.words) == 1:
        return []
    return [text.like(f"% {' '.join(term.words)}{'' if term.prefix else ' '}%")]


def _tsquery(term: Term, weight: str = "") -> str:
    """The words of a term, anywhere, in the syntax of a tsquery; each in quotation marks, so none is an operator."""
    last = len(term.words) - 1
    marks = [f"{'*' if term.prefix and place == last else ''}{weight}" for place in range(last + 1)]
    words = (f"'{word}':{mark}" if mark else f"'{word}'" for word, mark in zip(term.words, marks, strict=True))
    return f"({' & '.join(words)})"
