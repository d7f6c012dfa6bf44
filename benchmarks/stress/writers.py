"""Writers at one ledger at once: each report is given to two of them, and must be there once."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator
from itertools import chain

from benchmarks.stress.stories import story
from sayso.ledger import Store, open_ledger
from sayso.workflow import read_items
from tests.standins import sentences

FORKING = multiprocessing.get_context("fork")  # everything is loaded already


def write_at_once(where: str, reports: int, writers: int) -> Iterator[str]:
    """Let `writers` processes read `reports` reports into the ledger at `where`; what came of it, line by line.

    Raises RuntimeError where something was lost, doubled or damaged.
    """
    open_ledger(where, create=True).close()
    begin = time.perf_counter()
    processes = [FORKING.Process(target=_read, args=(where, reports, place, writers)) for place in range(writers)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    took = time.perf_counter() - begin
    ledger = open_ledger(where)
    wrong = [f"writer {n} ended with {p.exitcode}" for n, p in enumerate(processes) if p.exitcode]
    wrong += [*_lost_or_doubled(ledger, reports), *ledger.check()]
    if wrong:
        raise RuntimeError("\n".join(wrong))
    with ledger.view() as view:
        counts = view.counts()
    ledger.close()
    yield f"{writers} writers at once, {reports} reports, each given to two of them: {took:.0f} s"
    yield f"{counts.reports} reports, {counts.statements} statements, {counts.claims} claims; nothing lost or doubled"


def _read(where: str, reports: int, place: int, writers: int) -> None:
    """Read one share forwards, and backwards the share of the next writer."""
    mine, other = range(place, reports, writers), range((place + 1) % writers, reports, writers)
    ledger = open_ledger(where)
    read_items((story(number) for number in chain(mine, reversed(other))), ledger, work=sentences)
    ledger.close()


def _lost_or_doubled(ledger: Store, reports: int) -> Iterator[str]:
    expected = {story(number).id for number in range(reports)}
    with ledger.view() as view:
        kept = [row.id for row in view.listing()]
        current = [seen.statement.id for seen in view.statements()]
        claimed = [statement for claim in view.claims() for statement in claim.statements]
    if sorted(kept) != sorted(expected):
        yield f"{len(expected - set(kept))} reports lost, {len(kept) - len(set(kept))} doubled"
    if sorted(current) != sorted(claimed):
        yield f"{len(current)} statements, {len(claimed)} of them in claims, {len(set(claimed))} different ones"
