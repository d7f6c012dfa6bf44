from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from sayso.extract.encoding.meanings import meanings
from sayso.ledger import View, open_ledger
from sayso.ledger.engine import database_url
from sayso.link.score import LINKER
from sayso.relinking import ensure_linked, relink
from sayso.workflow import keep
from tests.link.test_incremental import REPORTS
from tests.postgresql import Server


def found(view: View) -> tuple[object, ...]:
    """All that linking found, in order."""
    return (
        sorted(view.claims(), key=lambda claim: claim.id),
        list(view.links()),
        list(view.derivations()),
        list(view.drifts()),
    )


def sqlite(tmp_path: Path, request: pytest.FixtureRequest) -> str:
    return str(tmp_path / "l.db")


def postgresql(tmp_path: Path, request: pytest.FixtureRequest) -> str:
    server: Server = request.getfixturevalue("postgresql")
    return server.ledger()


def indexes(where: str) -> set[str]:
    """The names of all indexes of a ledger's tables."""
    told = inspect(create_engine(database_url(where)))
    return {str(index["name"]) for table in told.get_table_names() for index in told.get_indexes(table)}


@pytest.mark.parametrize(("place", "jobs"), [(sqlite, 1), (sqlite, 2), (postgresql, 2)])
def test_all_at_once_is_one_after_the_other(
    tmp_path: Path, request: pytest.FixtureRequest, place: Callable[[Path, pytest.FixtureRequest], str], jobs: int
) -> None:
    path = place(tmp_path, request)
    ledger = open_ledger(path, create=True)
    for report in REPORTS:
        keep(report, (), ledger)
    with ledger.view() as view:
        before = found(view)
    usual = indexes(path)
    relink(ledger, path, jobs=jobs)
    assert indexes(path) == usual
    with ledger.view() as view:
        assert found(view) == before
        assert view.linked_by() == LINKER
    assert ledger.check() == []
    late = REPORTS[0]
    with ledger.write() as writer:
        assert writer.view.keys_within(set()) == {}
        assert late.id in {report.id for report in writer.view.reports_of({late.id, "other"})}
    ledger.close()


def test_links_of_another_linker_are_made_anew(tmp_path: Path) -> None:
    ledger = open_ledger(str(tmp_path / "l.db"), create=True)
    with ledger.write() as writer:
        for report in REPORTS[:6]:
            writer.add(report)
        writer.linked("sayso-link@0")
    ensure_linked(ledger, meanings)
    with ledger.view() as view:
        assert view.linked_by() == LINKER
        assert view.counts().claims
    ledger.close()


def test_nobody_hears_that_a_new_ledger_is_linked(tmp_path: Path) -> None:
    ledger = open_ledger(str(tmp_path / "l.db"), create=True)
    told: list[str] = []
    ensure_linked(ledger, meanings, on_step=told.append)
    with ledger.view() as view:
        assert (view.linked_by(), told) == (LINKER, [])
    ledger.close()


def test_vectors_that_are_missing_are_made_before(tmp_path: Path) -> None:
    ledger = open_ledger(str(tmp_path / "l.db"), create=True)
    with ledger.write() as writer:
        for report in REPORTS[:6]:
            writer.add(report)
        writer.linked("sayso-link@0")
    told: list[str] = []
    ensure_linked(ledger)
    with ledger.view() as view:
        assert view.linked_by() != LINKER
    ensure_linked(ledger, meanings, on_step=told.append)
    assert any(step.startswith("vectors made of 6 of 6") for step in told)
    with ledger.view() as view:
        ids = {statement.id for report in REPORTS[:6] for statement in report.statements}
        assert view.meanings_of(ids).keys() == ids
        assert view.linked_by() == LINKER
    told.clear()
    ensure_linked(ledger, meanings, on_step=told.append)
    assert not told
    ledger.close()
