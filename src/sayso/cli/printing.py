"""Answers on standard output, as JSON and CSV; what is said beside them, on standard error."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence

import msgspec
import typer
from rich.console import Console

from sayso.export.document import encode
from sayso.export.table import Cell, safe

NOTHING_FOUND = 1  # exit status


def print_json(thing: object) -> None:
    """Print anything of the model or of an answer, indented."""
    sys.stdout.buffer.write(msgspec.json.format(encode(thing), indent=2) + b"\n")
    sys.stdout.buffer.flush()


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Print a table, its head first, safe for spreadsheets."""
    writer = csv.writer(sys.stdout)
    writer.writerow(columns)
    writer.writerows([safe(cell) for cell in row] for row in rows)


def tell(message: str) -> None:
    """Print a line on standard error, as it is."""
    Console(stderr=True).print(message, highlight=False, markup=False, soft_wrap=True)


def exit_without(things: Sequence[object], what: str) -> None:
    """Say that there is no such thing, and end with NOTHING_FOUND, where there are none."""
    if not things:
        tell(f"{what} in this ledger")
        raise typer.Exit(NOTHING_FOUND)
