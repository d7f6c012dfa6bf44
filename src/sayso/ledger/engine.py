"""Connections to the database behind a ledger, and its mistakes in words a person can act on."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from sayso.errors import LedgerError, UnavailableError

_SCHEME = re.compile(r"[a-z][a-z0-9+]+://")
_POSTGRESQL = "postgresql+psycopg"
_DRIVERS = {"postgresql": _POSTGRESQL, "postgres": _POSTGRESQL}  # short names of URLs that other programs print

# "sayso" in ASCII: whoever writes to a PostgreSQL ledger holds this lock to the end of the transaction.
_WRITERS_LOCK = 0x736179736F
# Whose transaction holds it now: its name is never used again.
_HOLDER = (
    "SELECT virtualtransaction FROM pg_locks JOIN pg_database ON pg_database.oid = database"
    " WHERE locktype = 'advisory' AND granted AND datname = current_database()"
    " AND classid = %(high)s AND objid = %(low)s"
)

_WAIT = 0.01  # seconds between two tries for a lock of SQLite's
_POLITE = 0.03  # seconds: longer than a wait, so that somebody else who waits comes first


def database_url(where: str) -> URL:
    """The URL of a ledger given as a path or as a URL; raises LedgerError where it is a URL that cannot be read."""
    if not _SCHEME.match(where):
        return URL.create("sqlite", database=where)
    try:
        url = make_url(where)
    except ArgumentError as error:
        raise LedgerError(f"{where}: not a path or a database URL") from error
    return url.set(drivername=_DRIVERS.get(url.drivername, url.drivername))


def display_name(url: URL) -> str:
    """How messages name a ledger: its path, or its URL without the password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    return url.render_as_string(hide_password=True)


def connect(url: URL, *, create: bool, patience: float) -> Engine:
    """An engine for `url`. `patience` is how many seconds to wait for another process's lock; while others go on
    writing, one after the other, the wait begins anew, so that a crowd is no error.

    Raises LedgerError where the file or its folder does not exist, or the database is of a kind not supported.
    """
    make = _MAKERS.get(url.drivername)
    if make is None:
        raise LedgerError(f"{display_name(url)}: not a ledger: give a path, or a URL of sqlite:// or {_POSTGRESQL}://")
    if make is _sqlite:
        _check_file(display_name(url), create=create)
    return make(url, patience)


def _check_file(name: str, *, create: bool) -> None:
    path = Path(name)
    if path.is_dir():
        raise LedgerError(f"{name}: is a folder, not a ledger")
    if not path.parent.is_dir():
        raise LedgerError(f"{name}: there is no folder {path.parent}")
    if not create and not path.exists():
        raise LedgerError(f"{name}: there is no such ledger; `sayso read` makes one")


def _sqlite(url: URL, patience: float) -> Engine:
    # A pool: whoever closes the last connection moves the whole write-ahead log into the file, once is often enough
    engine = create_engine(url, poolclass=QueuePool, connect_args={"timeout": patience, "check_same_thread": False})

    def prepare(connection: Any, _record: object) -> None:
        # The driver must not open transactions by itself: `begin` says which kind.
        connection.isolation_level = None
        _patiently(lambda: _set_up(connection), patience)

    crowded = False  # whether others wrote when this process wanted to

    def begin(connection: Connection) -> None:
        nonlocal crowded
        if not _writing(connection):
            connection.exec_driver_sql("BEGIN")
            return
        # SQLite keeps no queue: whoever writes again at once would be before all who wait
        time.sleep(_POLITE if crowded else 0)
        crowded = _patiently(lambda: _lock(connection, patience), patience, lambda: _changes(connection))

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    return engine


def _set_up(connection: Any) -> None:
    # Changing the mode needs the file alone, for which SQLite does not wait: only a new file is changed.
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = WAL").close()
    for pragma in ("synchronous = NORMAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _changes(connection: Connection) -> object:
    """A number that is another one whenever somebody else has written."""
    return connection.exec_driver_sql("PRAGMA data_version").scalar()


def _lock(connection: Connection, patience: float) -> None:
    # A writer takes the lock at once: one that first reads and then writes could not wait for its turn. SQLite's own
    # waiting looks again ever more seldom, up to every tenth of a second.
    connection.exec_driver_sql("PRAGMA busy_timeout = 0")
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {round(1000 * patience)}")


def _patiently(action: Callable[[], None], patience: float, changes: Callable[[], object] = lambda: None) -> bool:
    """Try until the file is free, and tell whether that took more than one try.

    What `changes` gives is another thing whenever somebody has written: then the wait begins anew.
    """
    until, seen = time.monotonic() + patience, changes()
    waited = False
    while True:
        try:
            action()
        except (sqlite3.OperationalError, OperationalError) as error:
            if "locked" not in str(error):
                raise
            until, seen = _until(until, seen, changes(), patience)
            if time.monotonic() + _WAIT > until:
                raise
            waited = True
            time.sleep(_WAIT)
        else:
            return waited


def _until(until: float, before: object, now: object, patience: float) -> tuple[float, object]:
    return (until if now == before else time.monotonic() + patience), now


def _postgresql(url: URL, patience: float) -> Engine:
    try:
        # pre-ping: a server that was started again in between costs no error
        engine = create_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise LedgerError(
            f"{display_name(url)}: PostgreSQL needs psycopg: install sayso with its extra, sayso[postgresql]"
        ) from error

    def begin(connection: Connection) -> None:
        if not _writing(connection):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            return
        # Writers take turns, as in SQLite: what is linked depends on all that is known.
        while not _has_turn(connection, patience):
            pass

    event.listen(engine, "begin", begin)
    return engine


def _has_turn(connection: Connection, patience: float) -> bool:
    """Take the writers' lock, or tell that another writer has taken it meanwhile from the one who had it; the error
    goes on where the same one held it all the time.
    """
    # READ COMMITTED, because a snapshot of REPEATABLE READ would be as old as the wait for the lock
    connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {max(1, round(1000 * patience))}")
    before = _holder(connection)
    try:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS_LOCK})")
    except OperationalError:
        connection.connection.rollback()
        if _holder(connection) == before:
            raise
        connection.connection.rollback()
        return False
    return True


def _holder(connection: Connection) -> object:
    """The name of the transaction that holds the writers' lock; None where none does."""
    lock = {"high": _WRITERS_LOCK >> 32, "low": _WRITERS_LOCK & 0xFFFFFFFF}
    return connection.exec_driver_sql(_HOLDER, lock).scalar()


_MAKERS: Mapping[str, Callable[[URL, float], Engine]] = {
    "sqlite": _sqlite,
    "sqlite+pysqlite": _sqlite,
    _POSTGRESQL: _postgresql,
}


def _writing(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("writing", False))


@contextmanager
def transaction(engine: Engine, *, writing: bool) -> Iterator[Connection]:
    """One transaction; a mistake of the database comes out as an UnavailableError, with the ledger and the reason."""
    name = display_name(engine.url)
    try:
        with engine.execution_options(writing=writing).begin() as connection:
            yield connection
    except DBAPIError as error:
        raise UnavailableError(f"{name}: {_reason(str(error.orig))}") from error
    except SQLAlchemyError as error:
        raise UnavailableError(f"{name}: {error}") from error


def _reason(message: str) -> str:
    if "locked" in message or "lock timeout" in message:
        return "locked: another program is writing to this ledger; try again when it has finished"
    if "not a database" in message:
        return "this file is not a ledger"
    return message.strip().replace("\n", "; ")
