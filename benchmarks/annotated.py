"""How far the annotators of a set read: what a program finds below that is neither right nor wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from benchmarks.rows import Row

# MEANTIME's annotators marked a headline, a date line and four sentences of each report; the rows hold whole texts
LINES: Mapping[str, int] = {"time.jsonl": 6}


def cut(rows: Iterable[Row], answers: Iterable[Row], *, lines: int) -> Iterator[Row]:
    """`answers` without the times that begin below the first `lines` lines of their row's text."""
    for row, answer in zip(rows, answers, strict=True):
        end = sum(len(line) for line in row["text"].splitlines(keepends=True)[:lines])
        yield answer | {"times": [time for time in answer["times"] if time["start"] < end]}
