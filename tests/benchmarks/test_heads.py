"""The head's figures beside the rules'."""

from __future__ import annotations

from benchmarks.heads import factuality_figures

ROWS = [
    {"text": "The mayor closed the bridge.", "span": [10, 16], "score": 3.0},
    {"text": "The mayor did not close the bridge.", "span": [18, 23], "score": -3.0},
    {"text": "Workers repaired the dam in May.", "span": [8, 16], "score": 2.5},
]


def test_answers_in_line_with_the_gold_rise_with_it() -> None:
    figures = factuality_figures(ROWS)
    assert all(r > 0.9 for r, _ in figures.values())
    turned = factuality_figures([row | {"score": -float(str(row["score"]))} for row in ROWS])
    assert all(r < -0.9 for r, _ in turned.values())
