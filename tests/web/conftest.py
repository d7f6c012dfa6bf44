"""A ledger that is served, and clients of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import SqlStore, open_ledger
from sayso.model import EventTime, Report
from sayso.web.app import API, create_app
from sayso.web.settings import Settings
from sayso.workflow import keep
from tests.corpus import items
from tests.standins import sentences

TOKEN = "correct-horse-battery"  # noqa: S105 - of no server
HERE = f"http://localhost{API}/"
SHOWN = {"Authorization": f"Bearer {TOKEN}"}
COUNT = 13


def ledger_in(folder: Path) -> SqlStore:
    """A ledger with reports of several outlets; every statement happened on the day of its report."""
    opened = open_ledger(str(folder / "sayso.db"), create=True)
    for one in items(COUNT):
        if isinstance(one, Report):
            keep(_dated(sentences(one)[0]), (), opened)
    return opened


def _dated(report: Report) -> Report:
    day = report.published or ""
    time = EventTime(edtf=day, timex=day, spans=())
    return replace(report, statements=tuple(replace(one, time=time) for one in report.statements))


def client_of(store: SqlStore, **settings: object) -> TestClient:
    """A client that is told of failures as a browser is: by the answer."""
    app = create_app(store, Settings(**settings))  # type: ignore[arg-type] # given by name
    return TestClient(app, base_url=HERE, raise_server_exceptions=False)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    """A ledger that no test changes."""
    store = ledger_in(tmp_path_factory.mktemp("kept"))
    yield store
    store.close()


@pytest.fixture(scope="session")
def client(kept: SqlStore) -> TestClient:
    return client_of(kept)


@pytest.fixture
def store(tmp_path: Path, kept: SqlStore) -> Iterator[SqlStore]:
    """A ledger to be changed."""
    with closing(sqlite3.connect(kept.name)) as old, closing(sqlite3.connect(tmp_path / "sayso.db")) as new:
        old.backup(new)
    opened = open_ledger(str(tmp_path / "sayso.db"))
    yield opened
    assert opened.check() == []
    opened.close()


@pytest.fixture
def writer(store: SqlStore) -> TestClient:
    """A client of `store` that may write."""
    made = client_of(store, token=TOKEN)
    made.headers.update(SHOWN)
    return made
