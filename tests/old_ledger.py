"""A ledger as an older sayso left it: what a newer one must bring to the newest version."""

from __future__ import annotations

from sqlalchemy import insert, inspect, select

from sayso.ledger.engine import connect, database_url, transaction
from sayso.ledger.migrate import upgrade
from sayso.ledger.schema import METADATA
from sayso.ledger.sql_store import SqlStore


def write_old(source: SqlStore, where: str, version: str = "0001") -> None:
    """Write the rows of `source` to a new ledger of an older schema, whose tables had the columns they have now."""
    engine = connect(database_url(where), create=True, patience=10)
    with source.view() as view, transaction(engine, writing=True) as connection:
        upgrade(connection, version)
        known = set(inspect(connection).get_table_names())
        for table in METADATA.sorted_tables:
            rows = [dict(row) for row in view.connection.execute(select(table)).mappings()]
            if table.name in known and rows:
                connection.execute(insert(table), rows)
    engine.dispose()
