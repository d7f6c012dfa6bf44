"""Time as a line."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.web.pages.timescale import MARGIN, THINNEST, Bar, Line, bar, line_of, spot, ticks

MARCH = Line(start=datetime(2024, 3, 1), end=datetime(2024, 3, 31))

DRAWN = [
    pytest.param("2024-03-16", {}, id="a day"),
    pytest.param("2024-03-05/2024-03-16", {}, id="a stretch"),
    pytest.param("2024-03-05/..", {"open_end": True}, id="without an end"),
    pytest.param("../2024-03-16", {"open_start": True}, id="without a beginning"),
    pytest.param("2024-03-05/", {"open_end": True}, id="with an end that is not known"),
    pytest.param("2024-03-16?", {"doubtful": True}, id="in doubt"),
    pytest.param("2024-03-1X", {"doubtful": True}, id="a digit not told"),
    pytest.param("1987", {"off_start": True}, id="long before: at the edge"),
    pytest.param("2031", {"off_end": True}, id="long after: at the edge"),
]


@pytest.mark.parametrize(("edtf", "known"), DRAWN)
def test_what_is_not_known_is_left_open(edtf: str, known: dict[str, bool]) -> None:
    found = bar(MARCH, edtf)
    assert found is not None
    flags = ("open_start", "open_end", "off_start", "off_end", "doubtful")
    assert {name: True for name in flags if getattr(found, name)} == known
    assert 0 <= found.x <= found.end <= 100
    assert found.width >= THINNEST


def test_a_bar_is_as_long_as_its_time() -> None:
    one, ten = bar(MARCH, "2024-03-05"), bar(MARCH, "2024-03-05/2024-03-14")
    assert isinstance(one, Bar)
    assert isinstance(ten, Bar)
    assert one.x == ten.x
    assert ten.width == pytest.approx(10 * one.width, abs=0.1)


def test_what_is_no_time_is_not_drawn() -> None:
    assert bar(MARCH, "someday") is None
    assert spot(MARCH, None) is None


def test_a_line_is_long_enough_for_most_and_one_of_long_ago_lies_at_its_edge() -> None:
    days = [f"2024-03-{day:02}" for day in range(1, 21)]
    line = line_of(["1987", *days], ["2024-03-21"])
    assert line is not None
    assert (line.start.year, line.end) == (2024, datetime(2024, 3, 21, 23, 59, 59))
    all_old = line_of(["1987", "2024"], [])
    assert all_old is not None
    assert all_old.start.year == 1987, "where there are only two, both are shown"


def test_a_day_alone_is_not_the_whole_screen() -> None:
    line = line_of(["2024-03-11"], [])
    assert line is not None
    found = bar(line, "2024-03-11")
    assert found is not None
    assert found.width < 10


def test_nothing_has_no_line() -> None:
    assert line_of([], []) is None
    assert line_of(["../.."], []) is None


YEARS = st.integers(1, 9998)


@given(st.lists(YEARS, min_size=1, max_size=6), st.integers(1, 12))
def test_ticks_stand_in_the_line_and_are_few(years: list[int], month: int) -> None:
    line = line_of([f"{year:04}-{month:02}" for year in years], [])
    assert line is not None
    places = [tick.x for tick in ticks(line)]
    assert len(places) <= 8
    assert places == sorted(places)
    assert all(MARGIN - 0.1 <= place <= 100 - MARGIN + 0.1 for place in places)


def test_ticks_tell_dates() -> None:
    assert [tick.label for tick in ticks(MARCH)] == ["2 Mar", "9 Mar", "16 Mar", "23 Mar", "30 Mar"]
    decade = Line(start=datetime(2014, 6, 1), end=datetime(2024, 6, 1))
    assert [tick.label for tick in ticks(decade)] == ["2016", "2018", "2020", "2022", "2024"]
