"""Dates as parameters: those that the description of the API promises, no others."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from sayso.ledger.moments import bounds
from sayso.web.questions import DATE


@pytest.mark.parametrize("year", [1000, 1600, 1900, 1999, 2000, 2023, 2024, 2100, 9996])
def test_every_day_of_a_year_is_one(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(n) for n in range(366)]
    for day in (day for day in days if day.year == year):
        assert re.search(DATE, day.isoformat()), day


@pytest.mark.parametrize("year", [1900, 2000, 2023, 2024, 9999])
def test_what_is_taken_is_understood(year: int) -> None:
    told = [f"{year}"] + [f"{year}-{month:02}" for month in range(100)]
    told += [f"{year}-{month:02}-{day:02}" for month in range(15) for day in range(35)]
    taken = [one for one in told if re.search(DATE, one)]
    assert len(taken) in (1 + 12 + 365, 1 + 12 + 366)
    assert all(map(bounds, taken))


@pytest.mark.parametrize(
    "told", ["", "0000", "someday", "2024-3", "2024-02-30", "2023-02-29", "2024-03-14T10:00", "2024\n"]
)
def test_what_is_no_date(told: str) -> None:
    assert not re.search(DATE.replace("$", r"\Z"), told)
