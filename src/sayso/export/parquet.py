"""The table of statements as Parquet, each column with its meaning. Needs the `parquet` extra."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import BinaryIO

from sayso.errors import UsageError
from sayso.export.table import COLUMNS, Cell, rows
from sayso.ledger import View

try:
    import pyarrow
    from pyarrow.parquet import ParquetWriter
except ImportError:
    pyarrow = None

DICTIONARY = [{"column": c.name, "type": c.kind.__name__, "meaning": c.meaning} for c in COLUMNS]
ROW_GROUP = 5000  # statements held in memory at a time


def write_parquet(view: View, out: BinaryIO) -> None:
    """Write the table of statements as Parquet.

    The meaning of each column stands in the field's metadata, as Arrow keeps it, and all of them once more as JSON in
    the file's metadata under `data_dictionary`, which programs without Arrow read.
    Raises UsageError where pyarrow is not installed.
    """
    write_parquet_rows(rows(view), out)


def write_parquet_rows(lines: Iterator[Mapping[str, Cell]], out: BinaryIO) -> None:
    """Write rows of the table as `write_parquet` does."""
    if pyarrow is None:
        raise UsageError("export to parquet needs pyarrow: install sayso with its extra, sayso[parquet]")
    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    schema = pyarrow.schema(
        [pyarrow.field(c.name, types[c.kind], metadata={"meaning": c.meaning}) for c in COLUMNS],
        metadata={"data_dictionary": json.dumps(DICTIONARY)},
    )
    with ParquetWriter(out, schema) as writer:
        while group := list(islice(lines, ROW_GROUP)):
            writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))
