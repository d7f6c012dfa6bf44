"""From beliefs to the lines that are taken."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.intake.page.labels import announced, likeliest
from sayso.intake.page.lines import split_lines


def taken(lengths: list[int], beliefs: list[float]) -> list[bool]:
    marks: list[bool] = likeliest(np.array(lengths), np.array(beliefs)).tolist()
    return marks


def test_sure_lines_are_taken_and_unlikely_ones_are_not() -> None:
    assert taken([200, 200, 30], [0.99, 0.98, 0.05]) == [True, True, False]


def test_where_nothing_is_sure_the_best_there_is_is_taken() -> None:
    assert taken([300, 20, 20, 20], [0.4, 0.03, 0.02, 0.02]) == [True, False, False, False]


def test_a_page_without_any_likely_line_has_no_article() -> None:
    assert taken([20, 20], [0.02, 0.01]) == [False, False]


WINNERS = ("Best harbour", "Constanta", "Varna", "Best crane", "Ruse number two", "Burgas", "Odesa")
LISTS = {
    "an announced list is taken to its end": (("The winners in full:", *WINNERS, "Privacy policy"), 8),
    "credits of pictures between the items are left out": (
        ("The winners in full:", *WINNERS[:4], "(Example Images/Getty)", *WINNERS[4:]),
        8,
    ),
    "a colon alone announces nothing": (("She put it like this:", *WINNERS), 1),
    "a few lines are no list": (("The winners in full:", *WINNERS[:3], "Privacy policy"), 1),
    "menu entries end the list before it is one": (("The winners in full:", "Sign in", *WINNERS), 1),
}


@pytest.mark.parametrize(("printed", "count"), LISTS.values(), ids=LISTS.keys())
def test_announced(printed: tuple[str, ...], count: int) -> None:
    lines = split_lines("\n".join(printed))
    marks = announced(lines, np.array([True] + [False] * (len(lines) - 1)))
    assert int(marks.sum()) == count
    assert not any(marks[at] for at, line in enumerate(lines) if "Getty" in line.text or "Privacy" in line.text)
