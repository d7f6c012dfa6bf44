"""`sayso copy` and `sayso check`, as a person runs them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sayso.ledger import open_ledger
from sayso.workflow import read_items
from tests.conftest import Run
from tests.corpus import contents, items
from tests.postgresql import Server
from tests.standins import sentences


def _ledger(where: Path) -> None:
    ledger = open_ledger(str(where), create=True)
    read_items(items(4), ledger, work=sentences)
    ledger.close()


def test_a_ledger_goes_to_a_server_and_back(run: Run, tmp_path: Path, postgresql: Server) -> None:
    _ledger(tmp_path / "a.db")
    url = postgresql.database()
    there = run("copy", "a.db", url)
    assert (there.status, there.out) == (0, b"")
    assert "4 reports" in there.err
    assert run("copy", url, "b.db").status == 0
    assert contents(open_ledger("b.db")) == contents(open_ledger("a.db"))
    assert run("check", "--ledger", url).status == run("check", "--ledger", "b.db").status == 0
    found = run("search", '"medical supplies" OR crane', "--since", "2024", "--json", "--ledger", url)
    assert (found.status, len(found.json)) == (0, 4)


def test_a_target_that_holds_anything_else_is_refused(run: Run, tmp_path: Path) -> None:
    _ledger(tmp_path / "a.db")
    ledger = open_ledger("b.db", create=True)
    read_items(items(1), ledger, work=sentences)
    ledger.close()
    done = run("copy", "a.db", "b.db")
    assert done.status == 1
    assert "copy into an empty ledger" in done.err


def test_what_is_wrong_is_printed_and_exits_with_1(run: Run, tmp_path: Path) -> None:
    _ledger(tmp_path / "a.db")
    sound = run("check", "--ledger", "a.db")
    assert (sound.status, sound.out) == (0, b"")
    assert "nothing wrong" in sound.err
    with sqlite3.connect(tmp_path / "a.db") as connection:
        connection.execute("UPDATE reports SET payload = replace(payload, 'boats', 'ships')")
    hurt = run("check", "--ledger", "a.db")
    assert hurt.status == 1
    assert b"is not what was stored" in hurt.out


def test_a_malformed_date_is_a_usage_error(run: Run, tmp_path: Path) -> None:
    _ledger(tmp_path / "a.db")
    assert run("search", "bridge", "--since", "soon", "--ledger", "a.db").status == 2
    assert run("search", "bridge since:soon", "--ledger", "a.db").status == 1
