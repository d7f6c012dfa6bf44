"""Bars of when reports carried a claim."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.web.pages.sparkline import BINS, HEIGHT, SHORTEST, WIDTH, sparkline

DAYS = st.dates().map(lambda day: day.isoformat())


@given(st.lists(DAYS, min_size=1, max_size=30))
def test_bars_stay_inside(times: list[str]) -> None:
    drawn = sparkline(times)
    assert drawn
    assert 1 <= len(drawn.bars) <= BINS
    for bar in drawn.bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= WIDTH
        assert bar.y >= 0
        assert bar.y + bar.height == HEIGHT


def test_the_first_report_is_at_the_left_and_the_last_at_the_right() -> None:
    drawn = sparkline(["2024-03-01", "2024-03-30T10:00Z", "2024-03"])
    assert drawn
    assert (drawn.bars[0].x, drawn.bars[-1].x + drawn.bars[-1].width) == (0, WIDTH - 1)
    assert drawn.days == 30


def test_a_day_is_not_the_whole_width() -> None:
    drawn = sparkline(["2024-03-01", "2024-03-01"])
    assert drawn
    assert (len(drawn.bars), drawn.days) == (1, SHORTEST)


def test_no_day_no_drawing() -> None:
    assert sparkline([]) is None
    assert sparkline(["someday", "2024-02-30"]) is None
