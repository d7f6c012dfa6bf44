"""The reports that are linked, in order of time, by numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sayso.ledger import View
from sayso.link.whole import Numbers

_REPORTS = 200  # whose keys are worked out at a time

Batch = tuple[tuple[str, ...], int, int]


@dataclass(frozen=True, slots=True)
class Known:
    """The current reports, in order of time, and the number that the first statement of each has; one more ends
    the last.
    """

    reports: tuple[str, ...]
    firsts: Numbers


def known_reports(view: View) -> Known:
    """The current reports of a ledger."""
    # those that meet are of the same weeks: near each other, each is read few times
    rows = sorted((row.published or "", row.id, row.statements) for row in view.listing() if row.superseded_by is None)
    counts = np.array([0, *(statements for _, _, statements in rows)], dtype=np.int64)
    return Known(tuple(name for _, name, _ in rows), np.cumsum(counts))


def batches(known: Known) -> Iterator[Batch]:
    """Reports, the number of the first of them and of its first statement."""
    for start in range(0, len(known.reports), _REPORTS):
        yield known.reports[start : start + _REPORTS], start, int(known.firsts[start])


def homes(statements: Numbers, known: Known) -> Numbers:
    """The number of the report of each statement."""
    return np.searchsorted(known.firsts, statements, "right") - 1
