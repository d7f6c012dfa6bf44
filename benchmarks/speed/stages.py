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
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from benchmarks.gate import SAMPLES
from sayso.extract.draft import Draft
from sayso.extract.parse import language_model, parse
from sayso.extract.pipeline import STEPS
from sayso.intake.html.read import read_html
from sayso.intake.page.read import read_page

Item = TypeVar("Item")
Result = TypeVar("Result")

MIB = 1024  # ru_maxrss counts KiB on Linux
NAMES = ("Adler", "Bondar", "Conti", "Dvorak", "Eriksen", "Fischer", "Greco", "Horvat", "Ivanov", "Jensen", "Kowal")


def variants(count: int, *, seed: int = 1) -> Iterator[str]:
    """`count` pages made from the text samples: of the same build, with other numbers and other family names."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    pages = [path.read_text(encoding="utf8") for path in sorted(SAMPLES.rglob("*.txt"))]
    names = re.compile(r"\b(?:Ilieva|Bonev|Velev|Markova|Daunoras|Haddad|Gedvila|Solheim|Malik|Lazov)\b")
    for number in range(count):
        page = pages[number % len(pages)]
        for old in dict.fromkeys(names.findall(page)):
            page = page.replace(old, draw.choice(NAMES) + "ov" * draw.randint(0, 2))
        yield re.sub(r"\b[2-9]\d\b", lambda _: str(draw.randint(20, 99)), page)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """A stage's cost: seconds of processor time for so many reports and words."""

    stage: str
    seconds: float
    reports: int
    words: int

    def __str__(self) -> str:
        """A line of the table in README.md."""
        return (
            f"| {self.stage} | {self.reports / self.seconds:,.1f} | {self.words / self.seconds:,.0f} "
            f"| {1000 * self.seconds / self.reports:.1f} |"
        )


def stages(count: int) -> Iterator[Timed]:
    """The cost of each stage on `count` pages, one process, models loaded before."""
    language_model()
    pages = list(variants(count))
    html = next(iter(sorted(SAMPLES.rglob("*.html")))).read_text(encoding="utf8")
    reports, seconds = _timed(lambda page: read_page(page, id="x", uri="x"), pages)
    words = sum(len(report.text[slice(*span)].split()) for report in reports for span in report.body)
    yield Timed(stage="intake: pasted page", seconds=seconds, reports=count, words=words)
    _, seconds = _timed(lambda _: read_html(html, id="x", uri="x"), pages[:20])
    yield Timed(stage="intake: HTML", seconds=seconds, reports=20, words=20 * len(html.split()))
    parsed, seconds = _timed(parse, reports)
    yield Timed(stage="parse (spaCy)", seconds=seconds, reports=count, words=words)
    drafts = [Draft(parsed=one) for one in parsed]
    for step in STEPS:
        drafts, seconds = _timed(step, drafts)
        yield Timed(stage=f"extract: {step.__name__}", seconds=seconds, reports=count, words=words)


def _timed(work: Callable[[Item], Result], items: list[Item]) -> tuple[list[Result], float]:
    start = time.process_time()
    return [work(item) for item in items], time.process_time() - start


def whole(count: int, jobs: int) -> str:
    """`sayso read` on `count` pages in a process of its own: a line of the table."""
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages.jsonl"
        pages.write_text("".join(json.dumps({"page_text": page}) + "\n" for page in variants(count)), encoding="utf8")
        command = [sys.executable, "-m", "sayso", "read", str(pages), "--jobs", str(jobs), "--ledger", f"{folder}/s.db"]
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own arguments
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MIB
    return f"| {count} | {jobs} | {count / seconds:.1f} | {peak:,.0f} |"
