"""Opening a ledger: what is made, brought to the newest version, or refused with a reason."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from sayso.errors import LedgerError
from sayso.ledger import open_ledger
from sayso.ledger.engine import database_url, display_name, transaction
from sayso.ledger.migrate import newest
from sayso.ledger.schema import METADATA
from tests.factory import report


def test_migrations_make_the_schema(tmp_path: Path) -> None:
    ledger = open_ledger(str(tmp_path / "a.db"), create=True)
    with transaction(ledger.engine, writing=False) as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _is_ours})
        assert compare_metadata(context, METADATA) == []


def _is_ours(_object: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
    """All but the tables of words, which SQLAlchemy does not know, and the stamp, which is no part of the content."""
    return not (kind == "table" and name is not None and ("_words" in name or name == "stamps"))


def test_a_ledger_can_be_opened_again(tmp_path: Path) -> None:
    where = tmp_path / "a.db"
    with open_ledger(str(where), create=True).write() as writer:
        writer.add(report("The bridge is closed."))
    with open_ledger(f"sqlite:///{where}").view() as view:
        assert view.counts().reports == 1


def test_only_a_read_makes_a_ledger(tmp_path: Path) -> None:
    where = tmp_path / "none.db"
    with pytest.raises(LedgerError, match=r"none\.db: there is no such ledger"):
        open_ledger(str(where))
    assert not where.exists()


def test_a_ledger_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    where = tmp_path / "a.db"
    open_ledger(str(where), create=True).close()
    with sqlite3.connect(where) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerError, match=rf"a\.db: written by a newer sayso \(schema 9999, this one knows {newest()}"):
        open_ledger(str(where))


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    where = tmp_path / "bank.db"
    with sqlite3.connect(where) as connection:
        connection.execute("CREATE TABLE accounts (id INTEGER)")
    with pytest.raises(LedgerError, match="holds other tables"):
        open_ledger(str(where), create=True)
    with sqlite3.connect(where) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("accounts",)]


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    where = tmp_path / "notes.txt"
    where.write_text("Buy milk. " * 100)
    with pytest.raises(LedgerError, match=r"notes\.txt: this file is not a ledger"):
        open_ledger(str(where), create=True)


@pytest.mark.parametrize(
    ("where", "reason"),
    [
        pytest.param("{}", "is a folder", id="a folder"),
        pytest.param("{}/none/a.db", "there is no folder", id="no such folder"),
        pytest.param("mysql://me:secret@host/db", "not a ledger", id="a database that is not supported"),
        pytest.param("postgresql://me:secret@127.0.0.1:9/db", "connection failed|refused", id="no server answers"),
        pytest.param("nonsense://x:y:z@[", "not a path or a database URL|not a ledger", id="not a URL"),
    ],
)
def test_what_cannot_be_a_ledger_is_refused(tmp_path: Path, where: str, reason: str) -> None:
    with pytest.raises(LedgerError, match=reason) as raised:
        open_ledger(where.format(tmp_path), create=True)
    assert "secret" not in str(raised.value)


def test_a_locked_ledger_is_named_with_the_reason(tmp_path: Path) -> None:
    where = str(tmp_path / "busy.db")
    ledger = open_ledger(where, create=True)
    impatient = open_ledger(where, patience=0.05)
    with ledger.write(), pytest.raises(LedgerError, match=r"busy\.db: locked: another program is writing"):
        impatient.write().__enter__()


def test_readers_see_one_moment_while_another_writes(tmp_path: Path) -> None:
    where = str(tmp_path / "a.db")
    ledger, other = open_ledger(where, create=True), open_ledger(where)
    with ledger.view() as first, other.view() as second:
        assert first.counts().reports == second.counts().reports == 0
        with ledger.write() as writer:
            writer.add(report("The bridge is closed."))
        assert first.counts().reports == second.counts().reports == 0
    with other.view() as later:
        assert later.counts().reports == 1


def test_urls_are_named_without_their_password() -> None:
    assert display_name(database_url("postgresql+psycopg://me:secret@host/db")) == "postgresql+psycopg://me:***@host/db"
    assert display_name(database_url("some/path.db")) == "some/path.db"
