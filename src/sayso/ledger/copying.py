"""A ledger copied into another database, row by row, and whether two ledgers are the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, Table, insert, select

from sayso.errors import LedgerError
from sayso.ledger.batches import BATCH
from sayso.ledger.schema import METADATA
from sayso.ledger.sql_store import SqlStore
from sayso.ledger.sql_view import index_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """How many rows a table has, and a hash of them all; the order in which they were stored does not count."""

    count: int
    digest: str


def rows_of(connection: Connection) -> Mapping[str, Rows]:
    """What every table of a ledger holds, by its name."""
    return {table.name: _rows(connection, table) for table in METADATA.sorted_tables}


def copy_ledger(source: SqlStore, target: SqlStore) -> Mapping[str, int]:
    """Copy all that `source` holds into `target`: how many rows of which table are in both now.

    All of it is one transaction, and rows that do not come back as they were undo it. A target that holds the same
    already is left as it is; LedgerError where it holds anything else.
    """
    with source.view() as view, target.write() as writer:
        wanted, there = rows_of(view.connection), rows_of(writer.view.connection)
        if there != wanted:
            if any(rows.count for rows in there.values()):
                raise LedgerError(f"{target.name}: holds other reports than {source.name}; copy into an empty ledger")
            for table in METADATA.sorted_tables:
                _copy(table, view.connection, writer.view.connection)
            index_words(writer.view)
            _compare(wanted, rows_of(writer.view.connection), target.name)
    return {name: rows.count for name, rows in wanted.items()}


def _copy(table: Table, source: Connection, target: Connection) -> None:
    rows = source.execute(select(table).execution_options(yield_per=BATCH))
    for batch in rows.mappings().partitions():
        target.execute(insert(table), [dict(row) for row in batch])


def _compare(wanted: Mapping[str, Rows], copied: Mapping[str, Rows], name: str) -> None:
    wrong = [table for table, rows in wanted.items() if copied[table] != rows]
    if wrong:
        raise LedgerError(f"{name}: not copied, rows did not come back as they were: {', '.join(wrong)}")


def _rows(connection: Connection, table: Table) -> Rows:
    # a row's number only tells when it was stored: two ledgers that were read in different orders are the same
    told = select(*(column for column in table.columns if column.name != "number")).order_by(*table.primary_key)
    count, digest = 0, sha256()
    for row in connection.execute(told.execution_options(yield_per=BATCH)):
        count += 1
        digest.update(repr(tuple(row)).encode("utf8"))
    return Rows(count=count, digest=digest.hexdigest())
