"""How far the annotators of a corpus read: what a program finds below that is neither right nor wrong."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.rows import Row

# By the first part of a row's id, its corpus. MEANTIME (Minard et al., LREC 2016) marks the headline, the date line and
# four sentences of each report; the rows hold whole texts.
LINES: Mapping[str, int] = {"meantime": 6}


def within(row: Row, answer: Row) -> Row:
    """`answer` without the times that begin below the lines of the row's text that were annotated."""
    lines = LINES.get(str(row["id"]).split("/")[0])
    if lines is None or "times" not in answer:
        return answer
    end = sum(len(line) for line in row["text"].splitlines(keepends=True)[:lines])
    return answer | {"times": [time for time in answer["times"] if time["start"] < end]}
