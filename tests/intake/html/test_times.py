"""Time elements: which are the report's own, and what each is the time of."""

from __future__ import annotations

import pytest

from sayso.intake.html.read import read_html
from tests.intake.pages import page

ONE = '<time datetime="2024-03-05T08:15:00+01:00">Tuesday</time>'
TWO = '<time datetime="2024-03-06T09:00:00+01:00">Wednesday</time>'
FIRST, LATER = "2024-03-05T08:15:00+01:00", "2024-03-06T09:00:00+01:00"

TOLD = {
    "alone under the headline": (f"<p>{ONE}</p>", FIRST, None),
    "labels before both": (f"<p>Published {ONE}, updated {TWO}</p>", FIRST, LATER),
    "names of the elements": (f"<p>{ONE} {TWO.replace('<time', '<time itemprop=dateModified')}</p>", FIRST, LATER),
    "of two without a label the first": (f"<p>{ONE} {TWO}</p>", FIRST, None),
    "an element that holds no date for machines": ("<p><time datetime='soon'>Tuesday</time></p>", None, None),
    "another day than the one on show": (f"<p>20 February 2024</p><p>{ONE}</p>", "2024-02-20", None),
    "less exact than what is shown": (
        "<p><time datetime='2024-03-05'>5 March 2024, 08:15</time></p>",
        "2024-03-05T08:15",
        None,
    ),
}


@pytest.mark.parametrize(("before", "published", "updated"), TOLD.values(), ids=TOLD.keys())
def test_time_elements(before: str, published: str | None, updated: str | None) -> None:
    found = read_html(page(before=before), id="1", uri="page.html")
    assert (found.published, found.updated) == (published, updated)


def test_those_below_the_article_are_of_other_reports() -> None:
    aside = f"<aside><a href='/a'>Other</a> {ONE} {TWO}</aside>"
    found = read_html(page(before="<p>5 March 2024</p>", after=aside), id="1", uri="page.html")
    assert (found.published, found.updated) == ("2024-03-05", None)


def test_a_day_that_is_made_of_a_month_is_none() -> None:
    found = read_html(page(before="<p>Release 12 of 2019</p>"), id="1", uri="page.html")
    assert found.published is None
