"""`check` finds what a damaged disk or another program may have done to a ledger."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sayso.ledger import open_ledger
from sayso.workflow import read_items
from tests.corpus import items
from tests.standins import sentences

DAMAGE = [
    pytest.param(
        "UPDATE reports SET payload = replace(payload, 'boats', 'ships')",
        "not what was stored",
        id="text",
    ),
    pytest.param("UPDATE reports SET payload = '{}' WHERE rowid = 1", "cannot be read back", id="payload"),
    pytest.param(
        "UPDATE statements SET payload = replace(payload, 'lorries', 'carts')", "words and spans differ", id="words"
    ),
    pytest.param(
        """UPDATE reports SET payload = replace(payload, '"text":"said"', '"text":"told"')""",
        "words and spans differ: 'told'",
        id="a cue",
    ),
    pytest.param("UPDATE statements SET current = 1 - current", "wrongly (not) current", id="current"),
    pytest.param("DELETE FROM claim_members", "its statements are not those", id="members"),
    pytest.param("DELETE FROM body_words_docsize WHERE id = 1", "index body_words", id="index of words"),
    pytest.param("DELETE FROM reports WHERE rowid = 1", "a row of reports is missing", id="a lost report"),
    pytest.param(
        "UPDATE reports SET superseded_by = 'gone' WHERE superseded_by IS NOT NULL", "newest version gone", id="version"
    ),
    pytest.param("UPDATE statements SET current = 0", "is of an outdated version", id="outdated ends"),
]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    where = tmp_path_factory.mktemp("sound") / "a.db"
    ledger = open_ledger(str(where), create=True)
    read_items(items(6), ledger, work=sentences)
    assert ledger.check() == []
    with sqlite3.connect(where) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return where.read_bytes()


@pytest.mark.parametrize(("damage", "fault"), DAMAGE)
def test_damage_is_found(sound: bytes, tmp_path: Path, damage: str, fault: str) -> None:
    where = tmp_path / "a.db"
    where.write_bytes(sound)
    with sqlite3.connect(where) as connection:
        assert connection.execute(damage).rowcount > 0
    found = open_ledger(str(where)).check()
    assert any(fault in one for one in found), found
