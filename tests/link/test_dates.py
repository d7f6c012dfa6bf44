from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.dates import days, published_before


@pytest.mark.parametrize(
    ("edtf", "width"),
    [
        pytest.param("2024-02-29", 1, id="a day"),
        pytest.param("2024-02", 29, id="a month of a leap year"),
        pytest.param("2023", 365, id="a year"),
        pytest.param("2023-10-02/2023-10-08", 7, id="a week as an interval"),
        pytest.param("2023-05-01T17:20", 1, id="an hour of a day"),
        pytest.param("2023-05-01~", 1, id="about a day"),
        pytest.param("2023-22", 92, id="summer"),
    ],
)
def test_width(edtf: str, width: int) -> None:
    found = days(edtf)
    assert found is not None
    assert found.width == width


@pytest.mark.parametrize("edtf", [None, "", "XXXX-05-01", "2023-13-01", "2023-02-30", "soon", "2024-02-01/2024-01-01"])
def test_what_is_not_understood_is_no_date(edtf: str | None) -> None:
    assert days(edtf) is None


def test_an_open_interval_reaches_as_far_as_dates_go() -> None:
    since = days("2022-03-01/..")
    assert since is not None
    assert since.first == date(2022, 3, 1).toordinal()
    assert since.last == date.max.toordinal()


@given(st.dates(), st.dates())
def test_the_gap_is_the_number_of_days_between(a: date, b: date) -> None:
    x, y = days(a.isoformat()), days(b.isoformat())
    assert x is not None
    assert y is not None
    assert x.gap(y) == y.gap(x) == abs((a - b).days)


@pytest.mark.parametrize(
    ("a", "b", "before"),
    [
        pytest.param("2024-05-14", "2024-05-15", True, id="days"),
        pytest.param("2024-05-14", "2024-05-14T10:00", None, id="a day does not tell the hour"),
        pytest.param("2024-05-14T09:00+00:00", "2024-05-14T10:00+03:00", False, id="zones count"),
        pytest.param("2024-05-14T09:32", "2024-05-14T08:05+00:00", None, id="only one zone: up to 14 hours are open"),
        pytest.param("2024-05-14T09:32", "2024-05-16T08:05+00:00", True, id="only one zone, days apart"),
        pytest.param(None, "2024-05-14", None, id="no time at all"),
    ],
)
def test_which_was_published_before(a: str | None, b: str | None, before: bool | None) -> None:
    assert published_before(a, b) is before
    assert published_before(b, a) is (None if before is None else not before)
