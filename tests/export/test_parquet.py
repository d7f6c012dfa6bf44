from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pandas
import pytest
from pyarrow import parquet

from sayso.export.parquet import write_parquet
from sayso.export.table import COLUMNS, rows
from sayso.ledger import View
from tests.export.stories import written


@pytest.fixture
def path(view: View, tmp_path: Path) -> str:
    made = tmp_path / "statements.parquet"
    made.write_bytes(written(view, write_parquet))
    return str(made)


def test_duckdb_reads_rows_and_dictionary(view: View, path: str) -> None:
    connection = duckdb.connect()
    found = connection.execute("SELECT * FROM read_parquet(?)", [path]).fetchall()
    assert found == [tuple(row.values()) for row in rows(view)]
    wanted = "SELECT decode(value) FROM parquet_kv_metadata(?) WHERE decode(key) = 'data_dictionary'"
    (told,) = connection.execute(wanted, [path]).fetchall()
    assert [entry["column"] for entry in json.loads(told[0])] == [column.name for column in COLUMNS]


def test_pandas_reads_rows(view: View, path: str) -> None:
    frame = pandas.read_parquet(path)
    assert frame["content"].tolist() == [row["content"] for row in rows(view)]
    assert frame["contested"].dtype == bool


def test_columns_are_of_plain_types_only(path: str) -> None:
    """What R's arrow and nanoparquet read: no list, no struct, no dictionary."""
    assert {str(field.type) for field in parquet.read_schema(path)} <= {"string", "int64", "double", "bool"}
    assert all(field.metadata[b"meaning"] for field in parquet.read_schema(path))
