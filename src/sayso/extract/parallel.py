"""Extraction of many reports, in order, in one process or in several; a report that fails costs that report."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from threading import Thread

from sayso.extract.guard import each
from sayso.extract.pipeline import extract_all
from sayso.model import Drop, DropReason, Report

_AHEAD = 4  # reports in flight for each process: enough that none waits, few enough to bound the memory

Work = Callable[[Report], tuple[Report, tuple[Drop, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """A report with its statements and what was left out of it; `report` is None where extraction failed."""

    report: Report | None
    drops: tuple[Drop, ...]


def extract_one(report: Report) -> tuple[Report, tuple[Drop, ...]]:
    """A report with its statements, and what was left out of it."""
    return next(iter(extract_all([report])))


def extract_in_order(reports: Iterable[Report], *, jobs: int = 1, work: Work = extract_one) -> Iterator[Extracted]:
    """`work` done on each report, in their order, by `jobs` processes; with one job, in this process.

    Reports are taken only as fast as they are done. `work` must be a function that another process can import.
    """
    if jobs <= 1:
        yield from (_guarded(work, report) for report in reports)
        return
    pool = _Pool(jobs, work)
    try:
        for report in reports:
            pool.submit(report)
            if pool.full():
                yield pool.next()
        while pool.waiting:
            yield pool.next()
    finally:
        pool.close()


def _guarded(work: Work, report: Report) -> Extracted:
    done, failures = each([report], work, lambda report: report.uri)
    if not done:
        return Extracted(report=None, drops=failures)
    extracted, drops = done[0]
    return Extracted(report=extracted, drops=drops)


class _Pool:
    """Processes, and the reports they are at.

    When a process dies (out of memory, a crash in native code), all reports in flight are under suspicion. Each of
    them is done again alone in a process of its own, so that only the guilty one is lost.
    """

    def __init__(self, jobs: int, work: Work) -> None:
        self._jobs = jobs
        self._work = work
        self._pool = _processes(jobs)
        self._cell: ProcessPoolExecutor | None = None
        self.waiting: deque[tuple[Report, Future[Extracted]]] = deque()

    def full(self) -> bool:
        return len(self.waiting) >= self._jobs * _AHEAD

    def submit(self, report: Report) -> None:
        try:
            future = self._pool.submit(_guarded, self._work, report)
        except BrokenProcessPool:
            self._pool = _processes(self._jobs)
            future = self._pool.submit(_guarded, self._work, report)
        self.waiting.append((report, future))

    def next(self) -> Extracted:
        report, future = self.waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            return self._alone(report)

    def close(self) -> None:
        for pool in (self._pool, self._cell):
            if pool is not None:
                pool.shutdown(wait=True, cancel_futures=True)

    def _alone(self, report: Report) -> Extracted:
        self._cell = self._cell or _processes(1)
        try:
            return self._cell.submit(_guarded, self._work, report).result()
        except BrokenProcessPool:
            self._cell = None
            detail = "the process that read this report died; it may need more memory than there is"
            return Extracted(report=None, drops=(Drop(reason=DropReason.STEP_FAILED, where=report.uri, detail=detail),))


def _processes(count: int) -> ProcessPoolExecutor:
    # spawn: the same on every system, and safe beside the threads of the libraries that are loaded
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_end_with_parent)


def _end_with_parent() -> None:
    """Make this process end when its parent does, even where that is killed and cannot say so."""
    Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
