"""Numbers in figures and words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.numbers import number_pattern, value


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("12", 12),
        ("1,200", 1200),
        ("1 200", 1200),
        ("1\u00a0200", 1200),
        ("2.5", 2.5),
        ("1.2 million", 1_200_000),
        ("5m", 5_000_000),
        ("40k", 40_000),
        ("3bn", 3_000_000_000),
        ("twenty-five", 25),
        ("two hundred and five", 205),
        ("three thousand two hundred", 3200),
        ("two dozen", 24),
        ("a hundred", 100),
        ("half", None),
        ("and", None),
        ("", None),
    ],
)
def test_value(words: str, number: float | None) -> None:
    assert value(words) == number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("about 1,200 men", ["1,200"]),
        ("1 200 men and 12 women", ["1 200", "12"]),
        ("twenty-five men", ["twenty-five"]),
        ("a T72 and an x2", []),
        ("often, someone, tension", []),
        ("1.2.3", []),
    ],
)
def test_pattern(text: str, found: list[str]) -> None:
    assert re.findall(number_pattern(), text, re.IGNORECASE) == found


@given(st.integers(min_value=0, max_value=10**12))
def test_figures_are_read_with_and_without_grouping(number: int) -> None:
    assert value(str(number)) == value(f"{number:,}") == number


@given(st.text("0123456789., kmbn-and onetwo", max_size=20))
def test_no_text_breaks_it(text: str) -> None:
    assert value(text) is None or value(text) is not None
