"""Words a second of attribution and of all steps, on one process and on two, beside textacy on the same texts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.util import find_spec

from benchmarks.speed.side_by_side import run
from benchmarks.speed.stages import variants
from sayso.intake.page.read import read_page
from sayso.model import ARTICLE_KINDS

PAGES = 4  # the articles of the samples are short: so many make a text of the length of a news report

PROGRAMS = {
    "sayso, up to attribution": "benchmarks.speed.by_sayso.links",
    "sayso, all steps": "benchmarks.speed.by_sayso.statements",
    "sayso, all steps and vectors of contents": "benchmarks.speed.by_sayso.vectors",
} | ({"textacy, direct quotations": "benchmarks.speed.by_textacy.links"} if find_spec("textacy") else {})


def texts(count: int) -> list[str]:
    """`count` articles made from the samples, none a copy of another, a paragraph a line."""
    articles = [_article(page) for page in variants(count * PAGES)]
    return ["\n".join(articles[at : at + PAGES]) for at in range(0, len(articles), PAGES)]


def _article(page: str) -> str:
    report = read_page(page, id="speed", uri="speed")
    blocks = (block for block in report.blocks if block.kind in ARTICLE_KINDS)
    return "\n".join(" ".join(report.text[slice(*block.span)].split()) for block in blocks)


def attribution(count: int) -> Iterator[str]:
    """Lines of the table: each program on one process and on two."""
    made = texts(count)
    words = sum(len(text.split()) for text in made)
    yield f"{len(made)} texts of {words / len(made):.0f} words; load average at the start {os.getloadavg()[0]:.1f}\n"
    yield (
        "| program | processes | words a second | words a CPU-second | peak MiB, all | peak MiB, largest | found "
        "| failed |\n|---|---|---|---|---|---|---|---|"
    )
    for name, answer in PROGRAMS.items():
        for processes in (1, 2):
            yield f"| {name} | {run(answer, made, processes)} |"
