"""How long linking takes: a made-up ledger from nothing, with two processes, and one more report after that."""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.speed.news import meaning, news
from sayso.ledger import Store, open_ledger
from sayso.link.incremental import link_report
from sayso.model import Report
from sayso.relinking import relink

JOBS = 2
MORE = 30  # reports that are linked one by one afterwards
EVERY = 97  # of the reports one is kept back for that: they are of stories of all sizes and times
_BATCH = 500  # reports stored in one transaction
_MIB = 1024


def link_all(statements: int) -> Iterator[str]:
    """Lines that tell how long linking so many statements took, step by step, and how much memory."""
    with tempfile.TemporaryDirectory() as folder:
        where = str(Path(folder) / "news.db")
        ledger = open_ledger(where, create=True)
        later = _fill(ledger, statements)
        yield "| step | seconds | done |\n|---|---|---|"
        begin = time.perf_counter()
        relink(ledger, where, jobs=JOBS, on_step=lambda step: print(_step(begin, step), flush=True))
        yield f"| all linked | {time.perf_counter() - begin:.1f} | {_outcome(ledger)} |"
        yield f"\nPeak memory of all processes at most {_peak()} MiB; the file has {_size(where)} MiB."
        times = [_one_more(ledger, report) for report in later]
        yield f"One more report: median {median(times):.0f} ms, longest of {len(times)} {max(times):.0f} ms."
        ledger.close()


def _fill(ledger: Store, statements: int) -> list[Report]:
    """Store the reports with their vectors; those that are kept back."""
    later: list[Report] = []
    batch: list[Report] = []
    for number, report in enumerate(news(statements)):
        if number % EVERY == EVERY // 2 and len(later) < MORE:
            later.append(report)
        else:
            batch.append(report)
        if len(batch) == _BATCH:
            _store(ledger, batch)
            batch = []
    _store(ledger, batch)
    return later


def _store(ledger: Store, reports: list[Report]) -> None:
    with ledger.write() as writer:
        for report in reports:
            writer.add(report)
            writer.mean({s.id: meaning(s.content.text) for s in report.statements})


def _one_more(ledger: Store, report: Report) -> float:
    """Milliseconds from a report that is stored to one that is linked."""
    with ledger.write() as writer:
        writer.add(report)
        writer.mean({s.id: meaning(s.content.text) for s in report.statements})
        begin = time.perf_counter()
        writer.link(report.id, link_report(report, writer.view))
        return 1000 * (time.perf_counter() - begin)


def _step(begin: float, step: str) -> str:
    return f"| {step} | {time.perf_counter() - begin:.1f} | |"


def _outcome(ledger: Store) -> str:
    with ledger.view() as view:
        counts = view.counts()
    return f"{counts.reports:,} reports, {counts.statements:,} statements, {counts.claims:,} claims"


def _peak() -> int:
    """Of this process and, as the largest was told, of each of the others."""
    own, others = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return (own + JOBS * others) // _MIB


def _size(where: str) -> int:
    return sum(path.stat().st_size for path in Path(where).parent.glob("news.db*")) // _MIB // 1024
