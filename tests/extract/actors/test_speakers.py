"""Floors for the cases of whom mentions stand for; `python -m benchmarks speakers` prints the figures."""

from __future__ import annotations

import pytest

from benchmarks.cases.gold import HALVES
from benchmarks.speakers import Answer, Verdict, answers, counts, read_cases, table

# Of 84 cases a half and more. A wrong name is worse than none, so wrong ones have a ceiling of their own.
LEAST_RIGHT = {"open": 82, "held": 72}
MOST_WRONG = {"open": 1, "held": 3}


@pytest.fixture(scope="module")
def told() -> list[Answer]:
    return answers(read_cases())


@pytest.mark.parametrize("half", HALVES)
def test_the_share_of_right_names_does_not_fall(told: list[Answer], half: str) -> None:
    assert counts(told, half)[Verdict.RIGHT] >= LEAST_RIGHT[half]
    assert counts(told, half)[Verdict.WRONG] <= MOST_WRONG[half]


def test_every_kind_of_the_held_half_is_in_the_open_one(told: list[Answer]) -> None:
    kinds = {half: [each.case.kind for each in told if each.case.half == half] for half in HALVES}
    assert set(kinds["held"]) <= set(kinds["open"])
    assert min(len(of_half) for of_half in kinds.values()) >= 84


def test_the_table_has_a_line_for_each_kind_and_one_for_all(told: list[Answer]) -> None:
    lines = table(told)
    assert len(lines) == len({each.case.kind for each in told}) + 2
    assert lines[-1].startswith("all")
