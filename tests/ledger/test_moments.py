from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.moments import EARLIEST, LATEST, bounds

DAY = ("2024-03-14T00:00:00", "2024-03-14T23:59:59")
CASES = [
    pytest.param("2024-03-14", DAY, id="a day"),
    pytest.param("2024-02", ("2024-02-01T00:00:00", "2024-02-29T23:59:59"), id="a month, in a leap year"),
    pytest.param("2024", ("2024-01-01T00:00:00", "2024-12-31T23:59:59"), id="a year"),
    pytest.param("2024-03-14T05:30", ("2024-03-14T05:30:00", "2024-03-14T05:30:59"), id="a minute"),
    pytest.param("2024-03-14 05:30", ("2024-03-14T05:30:00", "2024-03-14T05:30:59"), id="a blank for the T"),
    pytest.param("2024-03-14T05", ("2024-03-14T05:00:00", "2024-03-14T05:59:59"), id="an hour"),
    pytest.param("2024-03-14T00:30+02:00", ("2024-03-13T22:30:00", "2024-03-13T22:30:59"), id="an offset: in UTC"),
    pytest.param("2024-03-14T00:30:15.25Z", ("2024-03-14T00:30:15", "2024-03-14T00:30:15"), id="parts of a second"),
    pytest.param("2024-03-14~", DAY, id="doubt does not move the bounds"),
    pytest.param("202X", ("2020-01-01T00:00:00", "2029-12-31T23:59:59"), id="a decade"),
    pytest.param("2024-XX-14", ("2024-01-14T00:00:00", "2024-12-14T23:59:59"), id="some month"),
    pytest.param("2024-02-3X", None, id="a day that February does not have"),
    pytest.param("2024-22", ("2024-06-01T00:00:00", "2024-08-31T23:59:59"), id="summer"),
    pytest.param("2024-03-01/2024-03-14", ("2024-03-01T00:00:00", DAY[1]), id="an interval"),
    pytest.param("2024-03-14/..", (DAY[0], LATEST), id="since"),
    pytest.param("../2024-03-14", (EARLIEST, DAY[1]), id="until"),
    pytest.param("2024-03-14/", (DAY[0], LATEST), id="an unknown end"),
    pytest.param("2024-03-14/2024-03-01", None, id="an end before its beginning"),
    pytest.param("2024-02-30", None, id="no day of the calendar"),
    pytest.param("2024-13", None, id="no month"),
    pytest.param("2024-03-14T25:00", None, id="no hour"),
    pytest.param("Tuesday", None, id="no date"),
    pytest.param("", None, id="nothing"),
    pytest.param(None, None, id="none"),
]


@pytest.mark.parametrize(("edtf", "expected"), CASES)
def test_bounds(edtf: str | None, expected: tuple[str, str] | None) -> None:
    assert bounds(edtf) == expected


@given(st.dates(), st.dates())
def test_days_sort_as_they_follow(a: date, b: date) -> None:
    first, second = bounds(a.isoformat()), bounds(b.isoformat())
    assert first is not None
    assert second is not None
    assert (first[0] < second[0]) == (a < b)
    assert (first[1] < second[0]) == (a < b)


@given(st.text(st.sampled_from("0123456789X-/.T:Z+? "), max_size=24))
def test_no_text_is_an_error(text: str) -> None:
    found = bounds(text)
    assert found is None or (len(found[0]), len(found[1])) == (19, 19)
