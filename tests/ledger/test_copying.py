"""A ledger goes from one database to another and back without loss, on every pair of stores."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.ledger import Store, copy_ledger, open_ledger
from sayso.ledger.copying import rows_of
from sayso.ledger.sql_store import SqlStore
from sayso.workflow import read_items
from tests.corpus import contents, items
from tests.factory import report
from tests.standins import sentences
from tests.stores import DATABASES, STORES

ODD = report("Bridge \x00 closed \ud800 – ½.", uri="odd\x00.txt", outlet="Łódź\ud800", title="", published=None)


def opened(kind: str, folder: Path, request: pytest.FixtureRequest) -> SqlStore:
    folder.mkdir()
    return open_ledger(STORES[kind](folder, request), create=True)


def filled(kind: str, folder: Path, request: pytest.FixtureRequest) -> SqlStore:
    ledger = opened(kind, folder, request)
    read_items([*items(11), ODD], ledger, work=sentences)
    return ledger


def found(ledger: Store) -> list[tuple[str, ...]]:
    with ledger.view() as view:
        return [
            tuple(sorted(hit.report.id for hit in view.search(query))) for query in ("bridge", "lorr*", "since:2024")
        ]


@pytest.mark.parametrize("target", DATABASES)
@pytest.mark.parametrize("source", DATABASES)
def test_a_copy_is_equal_row_by_row(source: str, target: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    old, new = filled(source, tmp_path / "old", request), opened(target, tmp_path / "new", request)
    counts = copy_ledger(old, new)
    with old.view() as before, new.view() as after:
        assert rows_of(before.connection) == rows_of(after.connection)
        assert counts["reports"] == after.counts().reports > 0
        assert counts["drops"] == after.counts().drops > 0
    assert contents(new) == contents(old)
    assert found(new) == found(old)
    assert new.check() == []
    assert copy_ledger(old, new) == counts, "the same again changes nothing"
    read_items([report("One more report.", uri="more.txt")], new, work=sentences)
    assert new.check() == []


def test_a_ledger_that_holds_anything_else_is_refused(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    old, new = filled("sqlite", tmp_path / "old", request), opened("sqlite", tmp_path / "new", request)
    read_items([report("Something else.", uri="else.txt")], new, work=sentences)
    before = contents(new)
    with pytest.raises(LedgerError, match="holds other reports"):
        copy_ledger(old, new)
    assert contents(new) == before


def test_the_same_reports_read_in_another_order_are_the_same_ledger(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    old, new = filled("sqlite", tmp_path / "old", request), opened("sqlite", tmp_path / "new", request)
    read_items([ODD, *reversed(list(items(11)))], new, work=sentences)
    assert copy_ledger(old, new)["reports"] == 11
