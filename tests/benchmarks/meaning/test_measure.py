from __future__ import annotations

import pytest

from benchmarks.floors import floors, too_low
from benchmarks.meaning.measure import Task, Verdict, figures, table, verdicts


def verdict(half: str, wanted: str, found: str, degrees: tuple[float, float] | None = None) -> Verdict:
    return Verdict(kind="plain", half=half, wanted=wanted, found=found, words="", degrees=degrees)


TOLD = [
    verdict("open", "CT+", "CT+", (3.0, 2.9)),
    verdict("open", "CT-", "UU", (-3.0, 0.0)),
    verdict("held", "CT+", "CT+", (3.0, 3.0)),
    verdict("held", "CT-", "CT-", (-3.0, -3.0)),
]


def test_figures_are_percent_right_and_correlation_by_half() -> None:
    assert figures(Task.FACTUALITY, TOLD) == {
        "factuality_open": 50.0,
        "factuality_open_r": 100.0,
        "factuality_held": 100.0,
        "factuality_held_r": 100.0,
    }


def test_the_table_counts_each_kind_and_all() -> None:
    assert list(table(TOLD))[2:] == ["| plain | 1 of 2 | 2 of 2 |", "| all | 1 of 2 | 2 of 2 |"]


@pytest.mark.parametrize("task", [Task.REALIS, Task.STANCE])
def test_the_product_is_above_its_floors(task: Task) -> None:
    told = verdicts(task)
    assert not too_low(figures(task, told), floors("meaning"))
