"""Which reports are kept ready."""

from __future__ import annotations

import pytest

from sayso.relinking import team
from sayso.relinking.team import Shelf
from tests.factory import report
from tests.fakes import MemoryLedger

DAYS = ("2024-01-05", "2024-01-20", "2024-02-01", "2024-03-20")
REPORTS = [report(f"It rained on {day}.", published=day, uri=day) for day in DAYS]
LEDGER = MemoryLedger(reports={one.id: one for one in REPORTS})


def held(shelf: Shelf) -> list[str]:
    return [side.report.published or "" for side in shelf.held.values()]


def test_reports_of_long_ago_are_not_kept_ready() -> None:
    shelf = Shelf()
    for one in REPORTS[:3]:
        assert set(shelf.sides(LEDGER, {one.id})) == {one.id}
    assert held(shelf) == list(DAYS[:3])
    assert set(shelf.sides(LEDGER, {REPORTS[0].id, REPORTS[3].id})) == {REPORTS[0].id, REPORTS[3].id}
    assert DAYS[1] not in held(shelf)
    assert DAYS[3] in held(shelf)


def test_nor_are_more_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(team, "_OPEN", 2)
    shelf = Shelf()
    for one in REPORTS[:3]:
        shelf.sides(LEDGER, {one.id})
    assert held(shelf) == list(DAYS[1:3])
