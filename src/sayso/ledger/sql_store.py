"""A ledger in an SQL database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import Connection, Engine

from sayso.ledger import fulltext_postgresql, fulltext_sqlite
from sayso.ledger.check import faults
from sayso.ledger.engine import connect, database_url, display_name, transaction
from sayso.ledger.fulltext import FullText
from sayso.ledger.migrate import bring_to_newest
from sayso.ledger.sql_view import SqlView, index_words
from sayso.ledger.sql_writer import SqlWriter
from sayso.ledger.stamp import renew

PATIENCE = 60.0  # seconds; one transaction, a report with its links, takes a fraction of one

_FULL_TEXT: MappingProxyType[str, FullText] = MappingProxyType(
    {"sqlite": fulltext_sqlite, "postgresql": fulltext_postgresql}
)


@dataclass(frozen=True, slots=True)
class SqlStore:
    """`Store` in an SQL database; `open_ledger` makes it."""

    engine: Engine

    @property
    def name(self) -> str:
        """See `Store`."""
        return display_name(self.engine.url)

    @contextmanager
    def view(self) -> Iterator[SqlView]:
        """See `Store`."""
        with transaction(self.engine, writing=False) as connection:
            yield _view(connection, self.name)

    @contextmanager
    def write(self) -> Iterator[SqlWriter]:
        """See `Store`."""
        with transaction(self.engine, writing=True) as connection:
            yield SqlWriter(_view(connection, self.name))
            renew(connection)

    def check(self) -> list[str]:
        """See `Store`."""
        with self.view() as view:
            return list(faults(view))

    def close(self) -> None:
        """See `Store`."""
        self.engine.dispose()


def open_ledger(where: str, *, create: bool = False, patience: float = PATIENCE) -> SqlStore:
    """Open the ledger at `where`, a path or a database URL, and bring it to the newest version.

    `create` allows to make one where there is none; `patience` is how many seconds to wait while another process
    writes. Raises LedgerError where there is no ledger, it cannot be opened, or a newer sayso wrote it.
    """
    engine = connect(database_url(where), create=create, patience=patience)
    bring_to_newest(engine, create=create, finish=lambda c: index_words(_view(c, display_name(engine.url))))
    return SqlStore(engine)


def _view(connection: Connection, name: str) -> SqlView:
    return SqlView(connection, _FULL_TEXT[connection.dialect.name], name)
