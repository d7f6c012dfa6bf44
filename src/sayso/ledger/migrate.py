"""Every ledger that is opened is brought to the newest version of the schema, whatever version wrote it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, column, inspect, select, table

from sayso.errors import LedgerError
from sayso.ledger.engine import display_name, transaction

_VERSION = table("alembic_version", column("version_num"))


def bring_to_newest(engine: Engine, *, create: bool, finish: Callable[[Connection], None]) -> None:
    """Make or migrate the tables, then `finish`, all in one transaction.

    `create` allows to make them where there are none. Raises LedgerError where there may be none, and where a newer
    sayso, or another program, made them.
    """
    with transaction(engine, writing=False) as connection:
        if _version(connection) == newest():
            return
    with transaction(engine, writing=True) as connection:
        # asked again under the lock: another process may have been quicker
        version = _version(connection)
        name = display_name(engine.url)
        if version is None and inspect(connection).get_table_names():
            raise LedgerError(f"{name}: this database holds other tables, it is not a ledger")
        if version is None and not create:
            raise LedgerError(f"{name}: there is no such ledger; `sayso read` makes one")
        if version is not None and version not in _known():
            raise LedgerError(f"{name}: written by a newer sayso (schema {version}, this one knows {newest()})")
        if version != newest():
            upgrade(connection, "head")
            finish(connection)


def upgrade(connection: Connection, version: str) -> None:
    """Bring the tables to this version of the schema, or to the newest, which is called head."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, version)


def newest() -> str:
    """The name of the newest version of the schema."""
    return _known()[0]


@cache
def _known() -> tuple[str, ...]:
    """The names of all versions, newest first."""
    return tuple(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "sayso.ledger:migrations")
    return config


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(select(_VERSION.c.version_num)).scalar()
