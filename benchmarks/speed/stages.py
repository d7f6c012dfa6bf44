"""Reports a second and peak memory, stage by stage and for the whole."""

from __future__ import annotations

import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from benchmarks.gate import SAMPLES
from sayso.extract.draft import Draft
from sayso.extract.parse import language_model, parse
from sayso.extract.pipeline import STEPS
from sayso.intake.html.read import read_html
from sayso.intake.page.read import read_page
from sayso.ledger import open_ledger
from sayso.model import Report
from sayso.workflow import keep

Item = TypeVar("Item")
Result = TypeVar("Result")

MIB = 1024  # ru_maxrss counts KiB on Linux
YEARS = 30
LONG_WORD = re.compile(r"\b[a-z]{7,}\b")
FAMILY_NAMES = ("Ilieva", "Bonev", "Velev", "Markova", "Daunoras", "Haddad", "Gedvila", "Solheim", "Malik", "Lazov")
NAMES = ("Adler", "Bondar", "Conti", "Dvorak", "Eriksen", "Fischer", "Greco", "Horvat", "Ivanov", "Jensen", "Kowal")


def variants(count: int, *, seed: int = 1) -> Iterator[str]:
    """`count` pages made from the text samples, of the same build, none a copy of another.

    Each round through the samples has another year, other numbers and family names, and its long words exchanged for
    one another: pages of two rounds must not share their wording, or linking would compare copies only.
    """
    draw = random.Random(seed)  # noqa: S311 - no secret
    pages = [path.read_text(encoding="utf8") for path in sorted(SAMPLES.rglob("*.txt"))]
    words = sorted({word for page in pages for word in LONG_WORD.findall(page)})
    for number in range(count):
        turn, place = divmod(number, len(pages))
        if place == 0:
            others = dict(zip(words, draw.sample(words, len(words)) if turn else words, strict=True))
            names = {name: draw.choice(NAMES) + "ov" * draw.randint(0, 2) for name in FAMILY_NAMES}
        page = LONG_WORD.sub(partial(_exchange, others), pages[place])
        for old, new in names.items():
            page = page.replace(old, new)
        page = page.replace("2024", str(2024 - turn % YEARS))
        yield re.sub(r"\b[2-9]\d\b", lambda _: str(draw.randint(20, 99)), page)


def _exchange(others: Mapping[str, str], match: re.Match[str]) -> str:
    return others[match[0]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """A stage's cost: seconds of processor time for so many reports and words, and the most memory the process had
    until its end, in MiB.
    """

    stage: str
    seconds: float
    reports: int
    words: int
    peak: float

    def __str__(self) -> str:
        """A line of the table in README.md."""
        return (
            f"| {self.stage} | {self.reports / self.seconds:,.1f} | {self.words / self.seconds:,.0f} "
            f"| {1000 * self.seconds / self.reports:.1f} | {self.peak:,.0f} |"
        )


def stages(count: int) -> Iterator[Timed]:
    """The cost of each stage on `count` pages, one process, models loaded before."""
    language_model()
    pages = list(variants(count))
    html = [path.read_text(encoding="utf8") for path in sorted(SAMPLES.rglob("*.html"))]
    read_page(pages[0], id="x", uri="x")
    read_html(html[0], id="x", uri="x")
    reports, seconds = _timed(lambda page: read_page(page, id="x", uri="x"), pages)
    # as many outlets as reports, or most would be versions of one another
    reports = [replace(r, id=f"r{i}", uri=f"r{i}", outlet=f"Outlet {i}", language="en") for i, r in enumerate(reports)]
    words = _words(reports)
    yield _stage("intake: pasted page", seconds, count, words)
    from_html, seconds = _timed(lambda page: read_html(page, id="x", uri="x"), html)
    yield _stage("intake: HTML", seconds, len(html), _words(from_html))
    parsed, seconds = _timed(parse, reports)
    yield _stage("parse (spaCy)", seconds, count, words)
    drafts = [Draft(parsed=one) for one in parsed]
    for step in STEPS:
        step(drafts[0])  # word lists and gazetteer are loaded once a process
        drafts, seconds = _timed(step, drafts)
        yield _stage(f"extract: {step.__name__}", seconds, count, words)
    done = [replace(d.parsed.report, attributions=d.attributions, statements=d.statements) for d in drafts]
    with tempfile.TemporaryDirectory() as folder, closing(open_ledger(f"{folder}/s.db", create=True)) as store:
        _, seconds = _timed(lambda report: keep(report, (), store), done)
    yield _stage("store and link", seconds, count, words)


def _words(reports: list[Report]) -> int:
    return sum(len(report.text[slice(*span)].split()) for report in reports for span in report.body)


def _stage(name: str, seconds: float, reports: int, words: int) -> Timed:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB
    return Timed(stage=name, seconds=seconds, reports=reports, words=words, peak=peak)


def _timed(work: Callable[[Item], Result], items: list[Item]) -> tuple[list[Result], float]:
    start = time.process_time()
    return [work(item) for item in items], time.process_time() - start


def whole(count: int, jobs: int) -> str:
    """`sayso read` on `count` pages in a process of its own: a line of the table."""
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages.jsonl"
        rows = ({"page_text": page, "outlet": f"Outlet {i}"} for i, page in enumerate(variants(count)))
        pages.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")
        command = [sys.executable, "-m", "sayso", "read", str(pages), "--jobs", str(jobs), "--ledger", f"{folder}/s.db"]
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own arguments
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MIB
    return f"| {count} | {jobs} | {count / seconds:.1f} | {peak:,.0f} |"
