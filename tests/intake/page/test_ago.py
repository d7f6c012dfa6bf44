"""Times told from the moment at which a page was looked at."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sayso.intake.page.ago import day_before, find_ago

AGO = {
    "hours": ("Posted 2 hours ago", timedelta(hours=2)),
    "short": ("35 mins ago", timedelta(minutes=35)),
    "an hour": ("an hour ago", timedelta(hours=1)),
    "letters": ("3d ago", timedelta(days=3)),
    "a word that ends alike": ("the 2 towers ago", None),
    "weeks are too vague": ("2 weeks ago", None),
}


@pytest.mark.parametrize(("text", "ago"), AGO.values(), ids=AGO.keys())
def test_how_long_ago(text: str, ago: timedelta | None) -> None:
    found = find_ago(text)
    assert (found[1] if found else None) == ago


def test_hours_need_a_clock_and_days_do_not() -> None:
    assert day_before("2023-11-15T01:10", timedelta(hours=3)) == "2023-11-14"
    assert day_before("2023-11-15", timedelta(hours=3)) is None
    assert day_before("2023-11-15", timedelta(days=3)) == "2023-11-12"
