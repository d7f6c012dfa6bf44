"""EDTF: from TIMEX3 values, and whether a text is of that form."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.times.edtf import bounds, from_timex, is_edtf


@pytest.mark.parametrize(
    ("timex", "edtf"),
    [
        ("2022-10-26", "2022-10-26"),
        ("2022-10", "2022-10"),
        ("2022", "2022"),
        ("202", "202X"),
        ("20", "20XX"),
        ("2022-SP", "2022-21"),
        ("2022-Q4", "2022-10/2022-12"),
        ("2022-H1", "2022-01/2022-06"),
        ("2022-W01", "2022-01-03/2022-01-09"),
        ("2022-W01-WE", "2022-01-08/2022-01-09"),
        ("2022-10-26TMO", "2022-10-26"),
        ("2022-10-26T05:34", "2022-10-26T05:34:00"),
        ("2022-10-26T05:34+08", "2022-10-26T05:34:00+08"),
        ("2022-XX-XX", "2022-XX-XX"),
        ("BC0300", "-0299"),
        ("FY2022", "2022~"),
        ("2022-02-31", None),
        ("2022-W60", None),
        ("XXXX-10-26", None),
        ("XXXX-WXX-2", None),
        ("P3D", None),
        ("FUTURE_REF", None),
    ],
)
def test_from_timex(timex: str, edtf: str | None) -> None:
    assert from_timex(timex) == edtf


@pytest.mark.parametrize(
    "text",
    ["2022-10-26/..", "../2022-05", "2022/2023", "2022-21", "199X", "19XX", "2022-10-26T05:34:00Z", "-0299", "2022~"],
)
def test_forms_that_are_edtf(text: str) -> None:
    assert is_edtf(text)


@pytest.mark.parametrize(
    "text", ["", "../..", "2022-13", "2022-10-32", "22-10-26", "2022-W10", "P3D", "2022/", "yesterday"]
)
def test_forms_that_are_not(text: str) -> None:
    assert not is_edtf(text)


@given(st.dates())
def test_a_day_bounds_itself(day: date) -> None:
    assert bounds(day.isoformat()) == (day, day)
    assert from_timex(day.isoformat()) == day.isoformat()


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)))
def test_a_day_lies_within_its_week_month_and_year(day: date) -> None:
    year, week, _ = day.isocalendar()
    quarter = (day.month + 2) // 3
    for timex in (f"{year:04d}-W{week:02d}", day.isoformat()[:7], day.isoformat()[:4], f"{day.year:04d}-Q{quarter}"):
        found = bounds(timex)
        assert found is not None
        assert found[0] <= day <= found[1]


@given(st.text("0123456789-XWQHSPTFAEYBCR:+Z_~/.", max_size=16))
def test_whatever_comes_out_is_edtf(text: str) -> None:
    edtf = from_timex(text)
    assert edtf is None or is_edtf(edtf)
