"""Many rows at once, and the tables as they were afterwards."""

from __future__ import annotations

from sqlalchemy import Connection, create_engine, inspect, select

from sayso.ledger import bulk, schema


def indexes(connection: Connection) -> set[str]:
    told = inspect(connection)
    return {str(index["name"]) for table in bulk.LINKS for index in told.get_indexes(table.name)}


def test_tables_are_emptied_filled_and_indexed_again() -> None:
    with create_engine("sqlite://").begin() as connection:
        schema.METADATA.create_all(connection)
        usual = indexes(connection)
        bulk.insert(connection, schema.report_keys, [(7, "old")])
        bulk.begin(connection)
        assert not indexes(connection)
        rows = [(number, f"report {number}") for number in range(50_000)]
        bulk.insert(connection, schema.report_keys, rows)
        bulk.end(connection)
        assert indexes(connection) == usual
        found = connection.execute(select(schema.report_keys).order_by(schema.report_keys.c.key)).all()
        assert [tuple(row) for row in found] == rows
        bulk.end(connection)  # once more changes nothing
        assert indexes(connection) == usual
