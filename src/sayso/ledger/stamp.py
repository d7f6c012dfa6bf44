"""The stamp of a ledger: another one after every change, never one that was there before.

It is no part of what the ledger says, so it stands outside the tables that are copied and compared.
"""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import Connection, column, select, table, update

_STAMPS = table("stamps", column("stamp"))


def stamp(connection: Connection) -> str:
    """The stamp that the ledger has now."""
    return str(connection.execute(select(_STAMPS.c.stamp)).scalar_one())


def renew(connection: Connection) -> None:
    """Give the ledger another stamp: at random, so that no two histories of one file share any."""
    connection.execute(update(_STAMPS).values(stamp=uuid4().hex))
