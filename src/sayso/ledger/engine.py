"""Connections to the database behind a ledger, and its mistakes in words a person can act on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from sayso.errors import LedgerError

_SCHEME = re.compile(r"[a-z][a-z0-9+]+://")


def database_url(where: str) -> URL:
    """The URL of a ledger given as a path or as a URL; raises LedgerError where it is a URL that cannot be read."""
    if not _SCHEME.match(where):
        return URL.create("sqlite", database=where)
    try:
        return make_url(where)
    except ArgumentError as error:
        raise LedgerError(f"{where}: not a path or a database URL") from error


def display_name(url: URL) -> str:
    """How messages name a ledger: its path, or its URL without the password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    return url.render_as_string(hide_password=True)


def connect(url: URL, *, create: bool, patience: float) -> Engine:
    """An engine for `url`. `patience` is how many seconds to wait for another process's lock.

    Raises LedgerError where the file or its folder does not exist, or the database is of a kind not supported.
    """
    if url.get_backend_name() != "sqlite":
        raise LedgerError(f"{display_name(url)}: only SQLite ledgers are supported so far")
    _check_file(display_name(url), create=create)
    # A pool: whoever closes the last connection moves the whole write-ahead log into the file, once is often enough
    engine = create_engine(url, poolclass=QueuePool, connect_args={"timeout": patience, "check_same_thread": False})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _check_file(name: str, *, create: bool) -> None:
    path = Path(name)
    if path.is_dir():
        raise LedgerError(f"{name}: is a folder, not a ledger")
    if not path.parent.is_dir():
        raise LedgerError(f"{name}: there is no folder {path.parent}")
    if not create and not path.exists():
        raise LedgerError(f"{name}: there is no such ledger; `sayso read` makes one")


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver must not open transactions by itself: _begin_sqlite says which kind.
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the lock at once: one that first reads and then writes could not wait for its turn.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def transaction(engine: Engine, *, writing: bool) -> Iterator[Connection]:
    """One transaction; a mistake of the database comes out as a LedgerError that names the ledger and the reason."""
    name = display_name(engine.url)
    try:
        with engine.execution_options(writing=writing).begin() as connection:
            yield connection
    except DBAPIError as error:
        raise LedgerError(f"{name}: {_reason(str(error.orig))}") from error
    except SQLAlchemyError as error:
        raise LedgerError(f"{name}: {error}") from error


def _reason(message: str) -> str:
    if "locked" in message:
        return "locked: another program is writing to this ledger; try again when it has finished"
    if "not a database" in message:
        return "this file is not a ledger"
    return message
