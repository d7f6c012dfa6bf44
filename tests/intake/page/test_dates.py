"""Dates as pages write them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.page.dates import month_number, numbers, stamps, weekday_beside

WRITTEN = {
    "day first, clock after a comma": ("1 August 2023, 05:34", "2023-08-01T05:34"),
    "glued to the outlet and its weekday": ("Example PostTuesday, 1 August 2023, 05:34", "2023-08-01T05:34"),
    "month glued to the outlet": ("Example PostAugust 1, 2023", "2023-08-01"),
    "month first": ("October 28, 2022", "2022-10-28"),
    "short month": ("Aug. 1, 2023", "2023-08-01"),
    "Sept. has four letters": ("Sept. 9, 2021", "2021-09-09"),
    "year runs into the clock": ("MAR 6 20247:03 AM EST", "2024-03-06T07:03-05:00"),
    "zone runs into a label": ("March 6, 202412:44 PM UTCUpdated", "2024-03-06T12:44+00:00"),
    "ISO with Z": ("2024-03-05T14:30:00Z", "2024-03-05T14:30+00:00"),
    "ISO day": ("2024-03-05", "2024-03-05"),
    "points are day-first": ("05.03.2024 17:20", "2024-03-05T17:20"),
    "two-digit year": ("05.03.24, 17:20", "2024-03-05T17:20"),
    "noon": ("5 March 2024 12:05 p.m.", "2024-03-05T12:05"),
    "midnight": ("5 March 2024 12:05 am", "2024-03-05T00:05"),
    "zone with one offset": ("March 5, 2024 at 5:34 a.m. EDT", "2024-03-05T05:34-04:00"),
    "zone with several meanings is left out": ("5 March 2024 17:20 IST", "2024-03-05T17:20"),
    "offset from Greenwich": ("5 March 2024, 05:34 GMT+3", "2024-03-05T05:34+03:00"),
    "offset in digits": ("Mar 5, 2024 10.03 +0230", "2024-03-05T10:03+02:30"),
    "clock before the date": ("05:34 GMT+3, 5 March 2024", "2024-03-05T05:34+03:00"),
    "hour alone with am": ("MARCH 5, 2024 3 AM PT", "2024-03-05T03:00"),
    "point in the clock": ("Tue 5 Mar 2024 17.00 CET", "2024-03-05T17:00+01:00"),
    "French": ("Publié le 5 mars 2024 à 21h34", "2024-03-05T21:34"),
    "German": ("5. März 2024, 12:01 Uhr", "2024-03-05T12:01"),
    "Spanish": ("5 de marzo de 2024", "2024-03-05"),
    "Polish": ("5 marca 2024 r. 12:00", "2024-03-05T12:00"),
    "Russian": ("5 марта 2024 г. в 10:05", "2024-03-05T10:05"),
    "Ukrainian": ("5 березня 2024, 10:05", "2024-03-05T10:05"),
    "slashes that only one order allows": ("25/04/2023 10:15", "2023-04-25T10:15"),
    "American slashes that only one order allows": ("04/25/2023", "2023-04-25"),
    "slashes and a weekday that one order alone has": ("Thursday 04/05/2023", "2023-05-04"),
    "slashes and a zone of Europe": ("04/05/2023 18:40 CET", "2023-05-04T18:40+01:00"),
    "slashes and a zone of America": ("04/05/2023 6:40 PM ET", "2023-04-05T18:40"),
    "year first, month in words": ("2023 May 4", "2023-05-04"),
    "century left out": ("4 May '23", "2023-05-04"),
    "the day of the month": ("3rd day of May, 2019", "2019-05-03"),
    "points and blanks": ("4. 5. 2023", "2023-05-04"),
    "Swahili": ("4 Mei 2023", "2023-05-04"),
    "Filipino": ("Mayo 4, 2023", "2023-05-04"),
    "Vietnamese": ("ngày 4 tháng 5 năm 2023", "2023-05-04"),
    "Korean": ("2023년 5월 4일 18:20", "2023-05-04T18:20"),
    "four digits and hours": ("4 May 2023 2205 hrs", "2023-05-04T22:05"),
}


@pytest.mark.parametrize(("text", "value"), WRITTEN.values(), ids=WRITTEN.keys())
def test_a_written_date_is_read_as_exactly_as_it_is_given(text: str, value: str) -> None:
    assert [stamp.value for stamp in stamps(text)] == [value]


NO_DATE = {
    "order cannot be told": "03/04/2023",
    "no such day": "31 February 2023",
    "older than the web": "14 October 1066",
    "a span of time": "4 hours ago",
    "no year": "Tuesday, 5 March",
    "a word that is no month": "12 soldiers 2023",
    "a telephone number": "tel. 555-01-2023-44",
}


@pytest.mark.parametrize("text", NO_DATE.values(), ids=NO_DATE.keys())
def test_what_is_no_full_date_gives_none(text: str) -> None:
    assert stamps(text) == ()


ORDERS = {
    "nothing tells": ("04/05/2023", None),
    "both numbers are one": ("05/05/2023", True),
    "GMT is everybody's": ("04/05/2023 10:00 GMT", None),
    "a weekday that neither order has": ("Monday 04/05/2023", None),
    "a weekday that another date has": ("04/05/2023 and 4 May, Thursday", None),
}


@pytest.mark.parametrize(("text", "order"), ORDERS.values(), ids=ORDERS.keys())
def test_what_a_line_tells_of_the_order(text: str, order: bool | None) -> None:
    assert [found.day_first for found in numbers(text)] == [order]


def test_a_weekday_beside_a_date() -> None:
    (stamp,) = stamps("Miércoles, 7 de octubre de 2020")
    assert weekday_beside("Miércoles, 7 de octubre de 2020", stamp.span) == 3


def test_listopad_is_november() -> None:
    assert month_number("listopada") == 11


@given(st.dates(min_value=date(1995, 1, 1), max_value=date(2060, 1, 1)))
def test_every_day_written_out_is_read_back(day: date) -> None:
    assert [stamp.value for stamp in stamps(f"Published {day:%d %B %Y}")] == [day.isoformat()]


@given(st.text(max_size=300))
def test_spans_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    found = stamps(text)
    assert all(0 <= s.span.start < s.span.end <= len(text) for s in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
