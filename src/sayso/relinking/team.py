"""Who does the work: this process, or several others that open the ledger by themselves."""

from __future__ import annotations

import gc
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from multiprocessing import get_context
from typing import TypeVar

from sayso.ledger import Store, View, open_ledger
from sayso.link.dates import published_day
from sayso.link.incremental import sides
from sayso.link.neighbours import Neighbours
from sayso.link.pairs import Side

_OPEN = 2400  # reports that are kept ready in each process: of a month, where a million statements are of three years
_MONTH = 31  # days that are between two reports which meet, and seldom more
_AHEAD = 3  # tasks in flight for each process
_COLLECT = (100_000, 50, 50)  # new objects between looks for circles, of which reports have none: a fifth of the time

Task = TypeVar("Task")
Done = TypeVar("Done")


@dataclass(slots=True)
class Shelf:
    """The reports that were looked at last: pairs come in order of time, so most are asked for again soon."""

    held: OrderedDict[str, Side] = field(default_factory=OrderedDict)

    def sides(self, view: Neighbours, names: AbstractSet[str]) -> dict[str, Side]:
        """These reports ready for comparison."""
        for side in sides(view.reports_of(frozenset(names - self.held.keys())), view):
            self.held[side.report.id] = side
        for name in sorted(names):
            self.held.move_to_end(name)
        found = {name: self.held[name] for name in names}
        latest = max((day for side in found.values() if (day := published_day(side.report.dated))), default=0)
        while len(self.held) > _OPEN or (self.held and self._oldest() < latest - _MONTH):
            self.held.popitem(last=False)
        return found

    def _oldest(self) -> int:
        """The day of the report that was looked at longest ago; as of now, where it has none."""
        return published_day(next(iter(self.held.values())).report.dated) or date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Desk:
    """Where one process works."""

    view: View
    shelf: Shelf


@dataclass(slots=True)
class Team:
    """Whoever does the work: this process, or `jobs` others that open the ledger at `where`."""

    ledger: Store
    where: str | None
    jobs: int
    pools: list[ProcessPoolExecutor] = field(default_factory=list)

    def do(self, work: Callable[[Desk, Task], Done], tasks: Iterable[Task]) -> Iterator[Done]:
        """`work` done on each of `tasks`, in their order and by each process in turn; few are taken ahead."""
        if self.jobs <= 1 or self.where is None:
            with self.ledger.view() as view:
                desk = Desk(view, Shelf())
                yield from (work(desk, task) for task in tasks)
            return
        self.pools = self.pools or [_process() for _ in range(self.jobs)]
        waiting: deque[Future[Done]] = deque()
        for place, task in enumerate(tasks):
            waiting.append(self.pools[place % self.jobs].submit(_elsewhere, self.where, work, task))
            if len(waiting) >= self.jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def close(self) -> None:
        """Let the other processes go."""
        for pool in self.pools:
            pool.shutdown(wait=True, cancel_futures=True)


def _process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, get_context("spawn"), initializer=gc.set_threshold, initargs=_COLLECT)


def _elsewhere(where: str, work: Callable[[Desk, Task], Done], task: Task) -> Done:
    with _opened(where).view() as view:
        return work(Desk(view, _shelf()), task)


@cache
def _opened(where: str) -> Store:
    return open_ledger(where)


@cache
def _shelf() -> Shelf:
    """That of this process, which ends with the work."""
    return Shelf()
