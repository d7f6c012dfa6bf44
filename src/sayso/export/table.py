"""A ledger as a table: one row a statement, for spreadsheets, R, pandas and DuckDB."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from sayso.ledger import View
from sayso.model import Claim, Report, Role, Statement, hull

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    report: Report
    statement: Statement
    claim: Claim | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name, the type of its cells (None is an empty cell), what it means, and how it is made."""

    name: str
    kind: type[str] | type[int] | type[float] | type[bool]
    meaning: str
    value: Callable[[_Context], Cell]


def _participants(role: Role) -> Callable[[_Context], Cell]:
    def value(context: _Context) -> Cell:
        people = context.statement.event.participants if context.statement.event else ()
        return "; ".join(p.actor.name for p in people if p.role is role and p.actor) or None

    return value


def _stances(context: _Context) -> str | None:
    return "; ".join(f"{s.actor.name}: {s.certainty} {s.polarity}" for s in context.statement.stances) or None


def _chain(context: _Context) -> str | None:
    links = {link.id: link for link in context.report.attributions}
    sources = [links[i].source for i in context.statement.chain if i in links]
    return " < ".join(source.actor.name if source else "unknown" for source in sources) or None


def _quantities(context: _Context) -> str | None:
    def bound(value: float | None) -> str:
        return "" if value is None else f"{value:g}"

    found = context.statement.quantities
    return "; ".join(f"{bound(q.min)}..{bound(q.max)} {q.of or ''}".strip() for q in found) or None


def _follow(path: str) -> Callable[[_Context], Cell]:
    """The value at the end of a path of attributes; None where one on the way is None."""

    def value(context: _Context) -> Cell:
        thing: Any = context
        for name in path.split("."):
            thing = None if thing is None else getattr(thing, name)
        return cast("Cell", thing)

    return value


def _probability(end: int) -> Callable[[_Context], Cell]:
    def value(context: _Context) -> Cell:
        return context.statement.factuality.probability and context.statement.factuality.probability[end]

    return value


_TABLE: tuple[tuple[str, type[str] | type[int] | type[float] | type[bool], Callable[[_Context], Cell], str], ...] = (
    ("statement", str, _follow("statement.id"), "id of the statement"),
    ("claim", str, _follow("claim.id"), "id of its claim"),
    ("report", str, _follow("report.id"), "id of its report"),
    ("uri", str, _follow("report.uri"), "file or URL of the report"),
    ("outlet", str, _follow("report.outlet"), "who published the report"),
    ("title", str, _follow("report.title"), "headline of the report"),
    ("published", str, _follow("report.published"), "ISO 8601, as precise as the page"),
    ("content", str, _follow("statement.content.text"), "the words claimed"),
    ("start", int, lambda c: hull(c.statement.content.spans).start, "first code point of the content in the text"),
    ("end", int, lambda c: hull(c.statement.content.spans).end, "code point after the content's last"),
    ("origin_id", str, _follow("statement.origin.id"), "id of the innermost source; empty: the outlet itself"),
    ("origin", str, _follow("statement.origin.name"), "its fullest name in the report"),
    ("chain", str, _chain, "all sources, innermost first"),
    ("certainty", str, _follow("statement.factuality.certainty"), "how far the origin commits to it"),
    ("polarity", str, _follow("statement.factuality.polarity"), "whether the origin holds it true or false"),
    ("probability_min", float, _probability(0), "ICD 203 range of a probability word, lower end"),
    ("probability_max", float, _probability(1), "the same, upper end"),
    ("stances", str, _stances, "who else commits to it, and how"),
    ("realis", str, _follow("statement.realis"), "actual, planned, predicted, hypothetical or generic"),
    ("plover", str, _follow("statement.event.plover"), "PLOVER root of the event"),
    ("cameo", str, _follow("statement.event.cameo"), "CAMEO code of the event"),
    ("actor", str, _participants(Role.ACTOR), "who acts"),
    ("recipient", str, _participants(Role.RECIPIENT), "on whom"),
    ("time", str, _follow("statement.time.edtf"), "EDTF, when it happened or is to happen"),
    ("place", str, _follow("statement.place.name"), "where it happened"),
    ("geonames_id", int, _follow("statement.place.geonames_id"), "GeoNames id of the place"),
    ("country", str, _follow("statement.place.country"), "ISO 3166-1 alpha-2 of the place"),
    ("lat", float, _follow("statement.place.lat"), "degrees north, WGS 84"),
    ("lon", float, _follow("statement.place.lon"), "degrees east, WGS 84"),
    ("quantities", str, _quantities, "min..max of what; an open end is empty"),
    ("independent_origins_min", int, _follow("claim.independent_origins.min"), "origins of the claim, at least"),
    ("independent_origins_max", int, _follow("claim.independent_origins.max"), "origins of the claim, at most"),
    ("contested", bool, _follow("claim.contested"), "whether the claim is denied or given in rival versions"),
    ("extractor", str, _follow("statement.provenance.extractor"), "what made the row, name@version"),
    ("score", float, _follow("statement.provenance.score"), "how sure it is of the row, 0 to 1"),
)

COLUMNS = tuple(Column(name=n, kind=kind, value=value, meaning=meaning) for n, kind, value, meaning in _TABLE)


def rows(view: View) -> Iterator[Mapping[str, Cell]]:
    """One row a current statement, by report and then in order of place."""
    for report in view.reports():
        claims = {
            statement: claim
            for claim in view.claims_of(frozenset(s.id for s in report.statements))
            for statement in claim.statements
        }
        for statement in report.statements:
            context = _Context(report=report, statement=statement, claim=claims.get(statement.id))
            yield {column.name: _plain(column.value(context)) for column in COLUMNS}


def _plain(value: Cell) -> Cell:
    # a value of an enumeration is a str whose type csv and Arrow would show
    return str(value) if isinstance(value, str) else value


def safe(cell: Cell) -> Cell:
    """`cell` so that no spreadsheet takes it for a formula (OWASP, CSV injection): a quotation mark is put before."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def write_csv(view: View, out: BinaryIO) -> None:
    """Write the table as CSV (RFC 4180) in UTF-8, the names of the columns first."""
    text = io.TextIOWrapper(out, encoding="utf8", errors="replace", newline="", write_through=True)
    writer = csv.DictWriter(text, [column.name for column in COLUMNS])
    writer.writeheader()
    for row in rows(view):
        writer.writerow({name: safe(cell) for name, cell in row.items()})
    text.detach()
