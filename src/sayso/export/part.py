"""A part of a ledger in another form: some claims, with their statements or with all that carries them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from sayso.export.context import Context, of_report
from sayso.export.document import write_parts
from sayso.export.parquet import write_parquet_rows
from sayso.export.table import rows_of, write_csv_rows
from sayso.ledger import View
from sayso.model import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFormat:
    """How some claims are written in one form; `media` is its media type, `suffix` how the name of its file ends."""

    write: Callable[[View, Sequence[Claim], BinaryIO], None]
    media: str
    suffix: str


def contexts_of(view: View, claims: Iterable[Claim]) -> Iterator[Context]:
    """The statements of these claims, by report and then in order of place; one report is in memory at a time."""
    wanted = frozenset(statement for claim in claims for statement in claim.statements)
    for report in _reports(view, wanted):
        yield from (one for one in of_report(view, view.report(report)) if one.statement.id in wanted)


def _reports(view: View, statements: frozenset[str]) -> list[str]:
    return sorted({member.report for member in view.appearances_of(statements)})


def _csv(view: View, claims: Sequence[Claim], out: BinaryIO) -> None:
    write_csv_rows(rows_of(contexts_of(view, claims)), out)


def _parquet(view: View, claims: Sequence[Claim], out: BinaryIO) -> None:
    write_parquet_rows(rows_of(contexts_of(view, claims)), out)


def _json(view: View, claims: Sequence[Claim], out: BinaryIO) -> None:
    """The claims, the whole reports that carry them, and what is known of how these drew on each other."""
    statements = frozenset(statement for claim in claims for statement in claim.statements)
    reports = _reports(view, statements)
    inside = frozenset(reports)
    derivations = (d for d in view.derivations_of(inside) if d.report in inside and d.from_ in inside)
    drifts = (d for d in view.drifts_of(statements) if d.from_ in statements and d.to in statements)
    parts = [
        ("reports", (view.report(report) for report in reports)),
        ("claims", claims),
        ("derivations", derivations),
        ("drifts", drifts),
    ]
    write_parts(parts, out)


PARTS: Mapping[str, PartFormat] = {
    "csv": PartFormat(write=_csv, media="text/csv", suffix=".csv"),
    "json": PartFormat(write=_json, media="application/json", suffix=".json"),
    "parquet": PartFormat(write=_parquet, media="application/vnd.apache.parquet", suffix=".parquet"),
}
