"""Processes killed at random moments of reading, judging and migrating; the ledger must be sound after each."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.stress.stories import story
from benchmarks.stress.writers import FORKING
from sayso.judging import judge
from sayso.ledger import open_ledger
from sayso.ledger.copying import Rows, rows_of
from sayso.ledger.sql_store import SqlStore
from sayso.model import Merge, ground
from sayso.workflow import read_items
from tests.old_ledger import write_old
from tests.standins import sentences

READ, OLD = 60, 120  # reports: of a ledger that is read, and of one that is migrated

Action = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where ledgers can lie in one kind of store: `new` makes an empty place, `copied` a copy of what lies in one."""

    new: Callable[[], str]
    copied: Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Killed:
    """How many processes were killed while `doing` something, `midway` of them before they had ended."""

    doing: str
    kills: int
    midway: int

    def __str__(self) -> str:
        return f"{self.kills} kills during {self.doing}, {self.midway} of them midway: nothing wrong"


def kill_reading(places: Places, kills: int, moments: random.Random) -> Killed:
    """Kill readers; the next one goes on where the last one was cut off, until all is read, then in a new ledger."""
    longest = _duration(read, places.new()) / 4
    where, midway = _made(places.new()), 0
    for _ in range(kills):
        cut = _killed(read, where, moments.uniform(0, longest))
        midway += cut
        _verify(where)
        where = where if cut else _made(places.new())
    return Killed(doing="read", kills=kills, midway=midway)


def kill_judging(places: Places, kills: int, moments: random.Random) -> Killed:
    """Kill whoever judges; a judgement is there with all that follows from it, or is not there."""
    where, midway = places.new(), 0
    read(where)
    longest = _duration(judge_all, places.copied(where))
    for _ in range(kills):
        copy = places.copied(where)
        midway += _killed(judge_all, copy, moments.uniform(0, longest))
        _verify(copy)
    return Killed(doing="judge", kills=kills, midway=midway)


def kill_migrating(places: Places, kills: int, moments: random.Random) -> Killed:
    """Kill migrations of copies of a ledger of the first version; whoever reads into it next finds all that was in it.

    What an older linker made is left out by a migration, and made again by the read.
    """
    newest, old, midway = places.new(), places.new(), 0
    _read(newest, OLD)
    before = _contents(newest)
    with _opened(newest) as ledger:
        write_old(ledger, old)
    longest = 1.2 * _duration(migrate, places.copied(old))
    for _ in range(kills):
        where = places.copied(old)
        midway += _killed(migrate, where, moments.uniform(0, longest))
        _verify(where)
        _read(where, OLD)
        if _contents(where) != before:
            raise RuntimeError(f"{where}: not what it was before the migration")
    return Killed(doing="migrate", kills=kills, midway=midway)


def read(where: str) -> None:
    """Read what is not read yet."""
    _read(where, READ)


def judge_all(where: str) -> None:
    """Put statements of every two stories that follow each other together."""
    with _opened(where) as ledger:
        with ledger.view() as view:
            reports = list(view.reports())
        for place, (one, other) in enumerate(pairwise(reports)):
            grounds = (ground(one, one.statements[0]), ground(other, other.statements[0]))
            judge(ledger, Merge(grounds=grounds), who="stress", when=f"2024-03-14T05:30:{place % 60:02}Z")


def migrate(where: str) -> None:
    """Open a ledger, which brings it to the newest version."""
    open_ledger(where).close()


def _read(where: str, count: int) -> None:
    with _opened(where) as ledger:
        read_items(map(story, range(count)), ledger, work=sentences)


def _made(where: str) -> str:
    open_ledger(where, create=True).close()
    return where


@contextmanager
def _opened(where: str) -> Iterator[SqlStore]:
    with closing(open_ledger(where, create=True)) as ledger:
        yield ledger


def _duration(action: Action, where: str) -> float:
    """How long it takes, in seconds, in a process of its own."""
    process = FORKING.Process(target=action, args=(where,))
    begin = time.perf_counter()
    process.start()
    process.join()
    if process.exitcode:
        raise RuntimeError(f"{where}: ended with {process.exitcode}")
    return time.perf_counter() - begin


def _killed(action: Action, where: str, after: float) -> bool:
    """Start it in a process and kill that after so many seconds; whether that cut it off."""
    process = FORKING.Process(target=action, args=(where,))
    process.start()
    time.sleep(after)
    process.kill()
    process.join()
    if process.exitcode not in (0, -9):
        raise RuntimeError(f"{where}: ended with {process.exitcode}")
    return process.exitcode != 0


def _verify(where: str) -> None:
    with _opened(where) as ledger:
        wrong = ledger.check()
    if wrong:
        raise RuntimeError("\n".join((where, *wrong)))


def _contents(where: str) -> Mapping[str, Rows]:
    with _opened(where) as ledger, ledger.view() as view:
        return rows_of(view.connection)
