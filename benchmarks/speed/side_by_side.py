"""The same texts answered by several programs, each in processes of its own: time, processor time, memory.

This module loads no program: what it measures must not carry the weight of another.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path
from pkgutil import resolve_name

Answer = Callable[[str], int]  # how many links there are in a text; raises where the program fails on it

MIB = 1024  # /proc counts KiB
WARM = 3  # texts answered before the clock starts, so that models and word lists are loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one process did: when it began and ended (seconds of the system's clock), processor time in seconds, links
    found, texts it failed on, and the most memory it ever held, in MiB.
    """

    began: float
    ended: float
    cpu: float
    links: int
    failed: int
    peak: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What all processes of a program did together."""

    words: int
    shares: tuple[Share, ...]

    def __str__(self) -> str:
        """Cells: processes, words a second and a CPU-second, peak MiB of all and of the largest, links, failed."""
        wall = max(share.ended for share in self.shares) - min(share.began for share in self.shares)
        cpu = sum(share.cpu for share in self.shares)
        peaks = [share.peak for share in self.shares]
        return (
            f"{len(self.shares)} | {self.words / wall:,.0f} | {self.words / cpu:,.0f} "
            f"| {sum(peaks):,.0f} | {max(peaks):,.0f} "
            f"| {sum(share.links for share in self.shares):,} | {sum(share.failed for share in self.shares)}"
        )


def run(answer: str, texts: Sequence[str], processes: int) -> Run:
    """`answer`, a function by its dotted name, asked about `texts` by so many processes, each a share of them."""
    context = get_context("spawn")
    ready = context.Barrier(processes, timeout=300)
    ends = [context.Pipe(duplex=False) for _ in range(processes)]
    workers = [
        context.Process(target=_work, args=(answer, texts[number::processes], ready, end[1]))
        for number, end in enumerate(ends)
    ]
    for worker, (_, sending) in zip(workers, ends, strict=True):
        worker.start()
        sending.close()  # the worker's copy is now the only one: where it dies, the other end is told
    shares: tuple[Share, ...] = tuple(receiving.recv() for receiving, _ in ends)
    for worker in workers:
        worker.join()
    return Run(words=sum(len(text.split()) for text in texts), shares=shares)


def _work(answer: str, texts: Sequence[str], ready: Barrier, told: Connection) -> None:
    links_in: Answer = resolve_name(answer)
    for text in texts[:WARM]:
        _links(links_in, text)
    ready.wait()
    began, cpu = time.monotonic(), time.process_time()
    counts = [_links(links_in, text) for text in texts]
    ended, cpu = time.monotonic(), time.process_time() - cpu
    found = [count for count in counts if count is not None]
    told.send(
        Share(began=began, ended=ended, cpu=cpu, links=sum(found), failed=len(counts) - len(found), peak=_peak_memory())
    )


def _links(answer: Answer, text: str) -> int | None:
    try:
        return answer(text)
    except ValueError:
        return None


def _peak_memory() -> float:
    """The most memory this process ever held (VmHWM; Linux), in MiB: `ru_maxrss` counts the parent's where it forks."""
    status = Path("/proc/self/status").read_text(encoding="utf8")
    return float(status.partition("VmHWM:")[2].split()[0]) / MIB
