"""Clock times as pages write them."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.page.clocks import clock

WRITTEN = {
    "24 hours": ("17:20", "17:20"),
    "points": ("17.20 Uhr", "17:20"),
    "noon": ("12:05 p.m.", "12:05"),
    "hour alone": ("3 AM PT", "03:00"),
    "four digits, by ships": ("2205 hrs", "22:05"),
    "four digits in Greenwich": ("0600 GMT", "06:00+00:00"),
    "East Africa": ("22:05 EAT", "22:05+03:00"),
    "a zone of several meanings": ("22:05 IST", "22:05"),
    "an offset": ("19:20 (GMT+7)", "19:20+07:00"),
}


@pytest.mark.parametrize(("text", "value"), WRITTEN.values(), ids=WRITTEN.keys())
def test_a_clock_time_is_read_as_it_is_given(text: str, value: str) -> None:
    found = clock(text)
    assert found is not None
    assert found.value == value


NONE = {"hour": "25:00", "minute": "12:61", "afternoon": "13 pm", "bare number": "7", "four digits alone": "2205"}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_no_such_time(text: str) -> None:
    assert clock(text) is None


@given(st.times())
def test_every_minute_is_read_back(moment: time) -> None:
    found = clock(f"{moment:%H:%M}")
    assert found is not None
    assert found.value == f"{moment:%H:%M}"
