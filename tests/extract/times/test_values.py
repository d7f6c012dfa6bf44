"""Values counted from an anchor: units, windows, weekdays, dates without a year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.times.edtf import bounds, is_edtf
from sayso.extract.times.values import Context, around, dated, duration, unit_value, weekday_value

UNITS = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")


@pytest.mark.parametrize(
    ("count", "letters", "value"),
    [
        (3, "D", "P3D"),
        (1.5, "Y", "P1.5Y"),
        (5, "TM", "PT5M"),
        (2, "2W", "P4W"),
        (None, "TH", "PTXH"),
        (None, "2W", "PXW"),
    ],
)
def test_duration(count: float | None, letters: str, value: str) -> None:
    assert duration(count, letters) == value


@pytest.mark.parametrize("unit", UNITS)
def test_beyond_the_calendar_digits_are_unknown(unit: str) -> None:
    assert unit_value(unit, date(1, 1, 1), -2) == unit_value(unit, date(9999, 12, 31), 2) == unit_value(unit, None, 0)


@given(st.dates(), st.sampled_from([u for u in UNITS if u != "weekend"]))
def test_a_day_lies_in_its_own_unit(day: date, unit: str) -> None:
    found = bounds(unit_value(unit, day, 0))
    assert found is None or found[0] <= day <= found[1]


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.integers(1, 7))
def test_a_weekday_is_near_and_on_the_side_of_the_tense(day: date, number: int) -> None:
    past = date.fromisoformat(weekday_value(number, Context(published=day)))
    future = date.fromisoformat(weekday_value(number, Context(published=day, ahead=True)))
    assert past.isoweekday() == future.isoweekday() == number
    assert day - timedelta(days=6) <= past <= day <= future <= day + timedelta(days=6)


@given(
    st.dates(date(12, 1, 1), date(9988, 1, 1)),
    st.integers(1, 12),
    st.integers(1, 31),
    st.sampled_from([True, False, None]),
)
def test_a_date_without_a_year_never_breaks(published: date, month: int, day: int, ahead: bool | None) -> None:
    value = dated(month, day, Context(published=published, ahead=ahead))
    assert value.endswith(f"-{month:02d}-{day:02d}")
    assert bounds(value) is not None or value.startswith("XXXX")


@given(
    st.dates(), st.integers(0, 10**6), st.sampled_from(["Y", "M", "W", "D", "DE"]), st.sampled_from(["past", "next"])
)
def test_a_window_has_publication_at_one_end(published: date, count: int, unit: str, side: str) -> None:
    window = around(published, f"P{count}{unit}", side)
    if window is not None:
        assert is_edtf(window)
        assert published.isoformat() == window.split("/")[1 if side == "past" else 0]


def test_the_last_day_of_a_shorter_month() -> None:
    assert around(date(2024, 3, 31), "P1M", "past") == "2024-02-29/2024-03-31"
