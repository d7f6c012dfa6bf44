"""Answers on standard output, as JSON and CSV."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence

import msgspec

from sayso.export.document import encode
from sayso.export.table import Cell, safe


def print_json(thing: object) -> None:
    """Print anything of the model or of an answer, indented."""
    sys.stdout.buffer.write(msgspec.json.format(encode(thing), indent=2) + b"\n")
    sys.stdout.buffer.flush()


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Print a table, its head first, safe for spreadsheets."""
    writer = csv.writer(sys.stdout)
    writer.writerow(columns)
    writer.writerows([safe(cell) for cell in row] for row in rows)
