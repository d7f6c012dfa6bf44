"""How long linking takes: a made-up ledger from nothing, with two processes, and one more report after that.

Run as a program of its own, so that each of the processes loads little: `python -m benchmarks.speed.link STATEMENTS`.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
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


def link_all(statements: int) -> None:
    """Print how long linking so many statements took, step by step, and how much memory."""
    subprocess.run([sys.executable, "-m", __name__, str(statements)], check=True)  # noqa: S603 - this very program


def main(statements: int) -> None:
    """As `link_all`, in this process and those that it starts."""
    with tempfile.TemporaryDirectory() as folder:
        where = str(Path(folder) / "news.db")
        ledger = open_ledger(where, create=True)
        _tell("| step | seconds | of the processor, all processes |\n|---|---|---|")
        begin = _Clock()
        later = _fill(ledger, statements)
        _tell(begin.row("reports made up and stored: not linking"))
        begin = _Clock()
        relink(ledger, where, jobs=JOBS, on_step=lambda step: _tell(begin.row(step)))
        _tell(begin.row("all linked: " + _outcome(ledger)))
        _tell(f"\nPeak memory of all processes at most {_peak()} MiB; the file has {_size(where)} MiB.")
        times = [_one_more(ledger, report) for report in later]
        for what, told in zip(("by the clock", "of the processor"), zip(*times, strict=True), strict=True):
            _tell(f"One more report, {what}: median {median(told):.0f} ms, longest of {len(told)} {max(told):.0f} ms.")
        ledger.close()


class _Clock:
    """Time since it was made: by the clock, and of the processor in this process and those of its that have ended."""

    def __init__(self) -> None:
        self.wall, self.processor = time.perf_counter(), _processor()

    def row(self, what: str) -> str:
        """A row of the table."""
        return f"| {what} | {time.perf_counter() - self.wall:.1f} | {_processor() - self.processor:.1f} |"


def _processor() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


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


def _one_more(ledger: Store, report: Report) -> tuple[float, float]:
    """Milliseconds from a report that is stored to one that is linked: by the clock, and of the processor."""
    with ledger.write() as writer:
        writer.add(report)
        writer.mean({s.id: meaning(s.content.text) for s in report.statements})
        begin = _Clock()
        writer.link(report.id, link_report(report, writer.view))
        return 1000 * (time.perf_counter() - begin.wall), 1000 * (_processor() - begin.processor)


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


if __name__ == "__main__":
    main(int(sys.argv[1]))
