"""Several processes at one ledger; the same reports in any order: what is kept and linked is the same."""

from __future__ import annotations

import multiprocessing
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.ledger import Store, open_ledger
from sayso.model import Drop, DropReason, Report
from sayso.workflow import read_items
from tests.corpus import contents, items
from tests.standins import sentences
from tests.stores import DATABASES, STORES, fresh

COUNT = 9
WRITERS = 4
FORKING = multiprocessing.get_context("fork")  # everything is loaded already


def read(where: str, given: list[Report | Drop]) -> None:
    ledger = open_ledger(where)
    read_items(given, ledger, work=sentences)
    ledger.close()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A ledger that one process read in one go."""
    ledger = open_ledger(str(tmp_path_factory.mktemp("whole") / "a.db"), create=True)
    read_items(items(COUNT), ledger, work=sentences)
    return ledger


@pytest.mark.parametrize("kind", DATABASES)
def test_writers_at_once_lose_and_double_nothing(
    kind: str, whole: Store, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Each report is read by two processes, in other company; another one looks on."""
    where = STORES[kind](tmp_path, request)
    open_ledger(where, create=True).close()
    given = list(items(COUNT))
    shares = [given[first::WRITERS] + given[first - 1 :: -WRITERS] for first in range(WRITERS)]
    writers = [FORKING.Process(target=read, args=(where, share)) for share in shares]
    for writer in writers:
        writer.start()
    ledger = open_ledger(where)
    while any(writer.is_alive() for writer in writers):
        assert _sound(ledger)
    assert [writer.exitcode for writer in writers] == [0] * WRITERS
    assert ledger.check() == []
    assert contents(ledger) == contents(whole)


def _sound(ledger: Store) -> bool:
    """Whether a look at any moment shows whole reports only."""
    with ledger.view() as view:
        told = sum(row.statements for row in view.listing() if not row.superseded_by)
        return told == len(list(view.statements()))


@pytest.mark.parametrize("kind", DATABASES)
def test_several_may_make_the_same_ledger_at_once(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    where = STORES[kind](tmp_path, request)
    makers = [FORKING.Process(target=_make, args=(where,)) for _ in range(WRITERS)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    assert [maker.exitcode for maker in makers] == [0] * WRITERS
    assert open_ledger(where).check() == []


CROWD, PATIENCE, HELD = (
    5,
    1.0,
    0.3,
)  # the last of the crowd waits longer than its patience, nobody holds the lock so long


@pytest.mark.parametrize("kind", DATABASES)
def test_a_crowd_is_no_error(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Whoever waits goes on waiting while the others have their turns."""
    where = STORES[kind](tmp_path, request)
    open_ledger(where, create=True).close()
    with ThreadPoolExecutor(CROWD) as pool:
        list(pool.map(_write_slowly, [where] * CROWD, range(CROWD)))
    with open_ledger(where).view() as view:
        assert view.counts().drops == CROWD


def _write_slowly(where: str, number: int) -> None:
    ledger = open_ledger(where, patience=PATIENCE)
    with ledger.write() as writer:
        writer.drop([Drop(reason=DropReason.EMPTY, where=str(number), detail="nothing")])
        time.sleep(HELD)
    ledger.close()


def _make(where: str) -> None:
    open_ledger(where, create=True).close()


@pytest.mark.parametrize("kind", DATABASES)
@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given=st.permutations(list(items(COUNT))))
def test_the_order_of_reading_does_not_matter(
    kind: str,
    whole: Store,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
    given: list[Report | Drop],
) -> None:
    ledger = fresh(kind, tmp_path_factory.mktemp("order"), request)
    read_items(given, ledger, work=sentences)
    assert contents(ledger) == contents(whole)
    ledger.close()
