"""A ledger of an older version is brought to the newest when it is opened, wherever a kill cuts that off."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from sayso.ledger import open_ledger
from sayso.ledger.engine import connect, database_url, transaction
from sayso.ledger.migrate import bring_to_newest
from sayso.ledger.sql_store import SqlStore
from sayso.workflow import read_items
from tests.corpus import contents, items
from tests.old_ledger import write_old
from tests.standins import sentences
from tests.stores import DATABASES, STORES

FORKING = multiprocessing.get_context("fork")


@pytest.fixture(scope="module")
def newest(tmp_path_factory: pytest.TempPathFactory) -> SqlStore:
    ledger = open_ledger(str(tmp_path_factory.mktemp("newest") / "a.db"), create=True)
    read_items(items(9), ledger, work=sentences)
    return ledger


@pytest.fixture(params=DATABASES)
def old(request: pytest.FixtureRequest, newest: SqlStore, tmp_path: Path) -> str:
    """Where a ledger of the first version lies that holds what `newest` holds."""
    where = STORES[request.param](tmp_path, request)
    if request.param == "postgresql":
        where = request.getfixturevalue("postgresql").database()
    write_old(newest, where)
    return where


def test_an_older_ledger_keeps_all_and_is_searched_anew(old: str, newest: SqlStore) -> None:
    ledger = open_ledger(old)
    assert ledger.check() == []
    assert contents(ledger) == contents(newest)
    with ledger.view() as view, newest.view() as expected:
        for query in ("lorries", '"red cross" -crane', "actor:council"):
            assert {hit.report.id for hit in view.search(query)} == {hit.report.id for hit in expected.search(query)}
            assert view.search(query)


def test_a_migration_that_is_cut_off_did_not_happen(old: str, newest: SqlStore) -> None:
    """The process dies when all is done but the commit."""
    process = FORKING.Process(target=_die_at_the_end, args=(old,))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    engine = connect(database_url(old), create=False, patience=10)
    with transaction(engine, writing=False) as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == "0001"
    engine.dispose()
    assert contents(open_ledger(old)) == contents(newest)
    assert open_ledger(old).check() == []


def _die_at_the_end(where: str) -> None:
    engine = connect(database_url(where), create=False, patience=10)
    bring_to_newest(engine, create=False, finish=lambda _: os.kill(os.getpid(), signal.SIGKILL))
