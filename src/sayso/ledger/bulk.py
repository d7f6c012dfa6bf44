"""Filling the tables of what linking found for a whole ledger at once, on whichever database.

Rows come as tuples by the thousand. SQLite writes an index many times as fast when it is made after its rows, in one
go, and with room for its pages; its readers go on with what was there before. In PostgreSQL a dropped index would make
readers wait, so there indexes stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, delete

from sayso.ledger import schema

ROOM = 256 * 1024  # KiB of pages that SQLite keeps in memory meanwhile
_USUAL_ROOM = 2_000  # KiB, as SQLite sets it
_ROWS = 20_000  # handed over at a time

# All that linking found out, those before that others refer to.
LINKS = (
    schema.claim_members,
    schema.claims,
    schema.drifts,
    schema.derivations,
    schema.same_claim,
    schema.statement_keys,
    schema.report_keys,
)


def begin(connection: Connection) -> None:
    """Empty the tables of what linking found, and make them ready for many rows."""
    for table in LINKS:
        connection.execute(delete(table))
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA cache_size = -{ROOM}")
        for index in (index for table in LINKS for index in table.indexes):
            index.drop(connection, checkfirst=True)


def end(connection: Connection) -> None:
    """Make the tables as they are for daily use, whether or not `begin` went before."""
    if connection.dialect.name == "sqlite":
        for index in (index for table in LINKS for index in table.indexes):
            index.create(connection, checkfirst=True)
        connection.exec_driver_sql(f"PRAGMA cache_size = -{_USUAL_ROOM}")


def insert(connection: Connection, table: Table, rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows, each a tuple in the order of the table's columns in the schema; their primary keys are new."""
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    names, marks = ", ".join(table.columns.keys()), ", ".join([mark] * len(table.columns))
    statement = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608 - the schema's own names
    waiting = iter(rows)
    while batch := list(islice(waiting, _ROWS)):
        connection.exec_driver_sql(statement, batch)
