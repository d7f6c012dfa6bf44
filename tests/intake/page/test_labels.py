"""From beliefs to the lines that are taken."""

from __future__ import annotations

import numpy as np

from sayso.intake.page.labels import likeliest


def taken(lengths: list[int], beliefs: list[float]) -> list[bool]:
    marks: list[bool] = likeliest(np.array(lengths), np.array(beliefs)).tolist()
    return marks


def test_sure_lines_are_taken_and_unlikely_ones_are_not() -> None:
    assert taken([200, 200, 30], [0.99, 0.98, 0.05]) == [True, True, False]


def test_where_nothing_is_sure_the_best_there_is_is_taken() -> None:
    assert taken([300, 20, 20, 20], [0.4, 0.03, 0.02, 0.02]) == [True, False, False, False]


def test_a_page_without_any_likely_line_has_no_article() -> None:
    assert taken([20, 20], [0.02, 0.01]) == [False, False]
