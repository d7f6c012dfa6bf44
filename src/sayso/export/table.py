"""A ledger as a table: one row a statement, for spreadsheets, R, pandas and DuckDB."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from sayso.export.context import UNKNOWN, Context, contexts
from sayso.ledger import View
from sayso.ledger.codec import storable
from sayso.model import Role, hull

Cell = str | int | float | bool | None
Kind = type[str] | type[int] | type[float] | type[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name, the type of its cells (None is an empty cell), what it means, and how it is made."""

    name: str
    kind: Kind
    meaning: str
    value: Callable[[Context], Cell]


def participants(role: Role) -> Callable[[Context], Cell]:
    """The names of those who have this part in the event."""

    def value(context: Context) -> Cell:
        people = context.statement.event.participants if context.statement.event else ()
        return "; ".join(p.actor.name for p in people if p.role is role and p.actor) or None

    return value


def stances(context: Context) -> str | None:
    """Who else commits to it, and how."""
    return "; ".join(f"{s.actor.name}: {s.certainty} {s.polarity}" for s in context.statement.stances) or None


def chain(context: Context) -> str | None:
    """The names of all sources, innermost first."""
    return " < ".join(link.source.actor.name if link.source else UNKNOWN for link in context.chain) or None


def quantities(context: Context) -> str | None:
    """Bounds, and what they count."""

    def bound(value: float | None) -> str:
        return "" if value is None else f"{value:.15g}"

    found = context.statement.quantities
    return "; ".join(f"{bound(q.min)}..{bound(q.max)} {q.of or ''}".strip() for q in found) or None


def spans(context: Context) -> str:
    """Where each piece of the content stands in the report's text."""
    return " ".join(f"{start}-{end}" for start, end in context.statement.content.spans)


def overruled(context: Context) -> str | None:
    """The fields in which a person's value stands for the machine's, and who decided."""
    return "; ".join(f"{one.field}: {one.judgement.who}" for one in context.overruled) or None


def follow(path: str) -> Callable[[Context], Cell]:
    """The value at the end of a path of attributes; None where one on the way is None."""

    def value(context: Context) -> Cell:
        thing: Any = context
        for name in path.split("."):
            thing = None if thing is None else getattr(thing, name)
        return cast("Cell", thing)

    return value


def probability(end: int) -> Callable[[Context], Cell]:
    """The lower (0) or upper (1) end of a probability word's range."""

    def value(context: Context) -> Cell:
        return context.statement.factuality.probability and context.statement.factuality.probability[end]

    return value


_TABLE: tuple[tuple[str, Kind, Callable[[Context], Cell], str], ...] = (
    ("statement", str, follow("statement.id"), "id of the statement"),
    ("claim", str, follow("claim.id"), "id of its claim"),
    ("report", str, follow("report.id"), "id of its report"),
    ("uri", str, follow("report.uri"), "file or URL of the report"),
    ("outlet", str, follow("report.outlet"), "who published the report"),
    ("title", str, follow("report.title"), "headline of the report"),
    ("published", str, follow("report.published"), "ISO 8601, as precise as the page"),
    ("content", str, follow("statement.content.text"), "the words claimed"),
    ("start", int, lambda c: hull(c.statement.content.spans).start, "first code point of the content in the text"),
    ("end", int, lambda c: hull(c.statement.content.spans).end, "code point after the content's last"),
    ("spans", str, spans, "start-end of each piece of it; half-open, in code points of the text"),
    ("origin_id", str, follow("statement.origin.id"), "id of the innermost source; empty: the outlet itself"),
    ("origin", str, follow("statement.origin.name"), "its fullest name in the report"),
    ("chain", str, chain, "all sources, innermost first"),
    ("certainty", str, follow("statement.factuality.certainty"), "how far the origin commits to it"),
    ("polarity", str, follow("statement.factuality.polarity"), "whether the origin holds it true or false"),
    ("probability_min", float, probability(0), "ICD 203 range of a probability word, lower end"),
    ("probability_max", float, probability(1), "the same, upper end"),
    ("stances", str, stances, "who else commits to it, and how"),
    ("realis", str, follow("statement.realis"), "actual, planned, predicted, hypothetical or generic"),
    ("plover", str, follow("statement.event.plover"), "PLOVER root of the event"),
    ("cameo", str, follow("statement.event.cameo"), "CAMEO code of the event"),
    ("actor", str, participants(Role.ACTOR), "who acts"),
    ("recipient", str, participants(Role.RECIPIENT), "on whom"),
    ("time", str, follow("statement.time.edtf"), "EDTF, when it happened or is to happen"),
    ("place", str, follow("statement.place.name"), "where it happened"),
    ("geonames_id", int, follow("statement.place.geonames_id"), "GeoNames id of the place"),
    ("country", str, follow("statement.place.country"), "ISO 3166-1 alpha-2 of the place"),
    ("lat", float, follow("statement.place.lat"), "degrees north, WGS 84"),
    ("lon", float, follow("statement.place.lon"), "degrees east, WGS 84"),
    ("quantities", str, quantities, "min..max of what; an open end is empty"),
    ("independent_origins_min", int, follow("claim.independent_origins.min"), "origins of the claim, at least"),
    ("independent_origins_max", int, follow("claim.independent_origins.max"), "origins of the claim, at most"),
    ("contested", bool, follow("claim.contested"), "whether the claim is denied or given in rival versions"),
    ("overruled", str, overruled, "fields in which a person's value stands for the machine's, and who decided"),
    ("grade", str, follow("grade"), "Admiralty grade of the statement, 1 to 6, where a person gave one"),
    ("extractor", str, follow("statement.provenance.extractor"), "what made the row, name@version"),
    ("score", float, follow("statement.provenance.score"), "how sure it is of the row, 0 to 1"),
)

COLUMNS = tuple(Column(name=n, kind=kind, value=value, meaning=meaning) for n, kind, value, meaning in _TABLE)


def rows(view: View, columns: Sequence[Column] = COLUMNS) -> Iterator[Mapping[str, Cell]]:
    """One row a current statement, by report and then in order of place."""
    return rows_of(contexts(view), columns)


def rows_of(found: Iterable[Context], columns: Sequence[Column] = COLUMNS) -> Iterator[Mapping[str, Cell]]:
    """One row a statement, in the order given."""
    for context in found:
        yield {column.name: _plain(column.value(context)) for column in columns}


def _plain(value: Cell) -> Cell:
    # a value of an enumeration is a str whose type csv and Arrow would show; half a character is in no file's encoding
    return storable(str(value)) if isinstance(value, str) else value


# What OWASP (CSV injection) lists, the full-width forms that some programs read alike among them.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def safe(cell: Cell) -> Cell:
    """`cell` so that no spreadsheet takes it for a formula, after blanks either: a quotation mark is put before."""
    if not isinstance(cell, str):
        return cell
    return f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA) else cell


def write_csv(view: View, out: BinaryIO) -> None:
    """Write the table as CSV (RFC 4180) in UTF-8, the names of the columns first."""
    write_csv_rows(rows(view), out)


def write_csv_rows(lines: Iterable[Mapping[str, Cell]], out: BinaryIO) -> None:
    """Write rows of the table as `write_csv` does."""
    write_cells([column.name for column in COLUMNS], (line.values() for line in lines), out)


def write_cells(names: Sequence[str], lines: Iterable[Iterable[Cell]], out: BinaryIO, *, tabs: bool = False) -> None:
    """Write cells that are safe in a spreadsheet as CSV or, with `tabs`, tab-separated.

    In CSV all text stands in quotation marks: where a semicolon parts cells, one inside a text would else begin a new
    cell. Between tabs only text with quotation marks in it does, which are doubled.
    """
    text = io.TextIOWrapper(out, encoding="utf8", errors="replace", newline="", write_through=True)
    if tabs:
        writer = csv.writer(text, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    else:
        writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(names)
    writer.writerows([safe(cell) for cell in line] for line in lines)
    text.detach()
