from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.block import MOST, MOST_STORY, statement_keys, story_keys
from sayso.link.keys import around, ranges, tell_enough
from sayso.model import Appearance, Report
from tests.factory import report
from tests.link.making import on, told

MEETING = [
    pytest.param(
        told("Belarus may be seeking to build Iranian drones at a plant near Luninets"),
        told("Minsk wants to produce drones of Iranian design in the Luninets region", day="2024-03-20"),
        id="a paraphrase within the window",
    ),
    pytest.param(
        told("the bridge at Varna collapsed", time=on("2024-03-12"), day="2024-03-13"),
        told("a collapse of Varna's bridge killed five", time=on("2024-03-12"), day="2024-09-01"),
        id="a report months later, by the day of the event",
    ),
    pytest.param(
        told("General Hugo Paredes took over the Latacunga prison"),
        told("the Latacunga prison under Hugo Paredes", day="2025-06-01"),
        id="three rare names at any distance",
    ),
]


@pytest.mark.parametrize(("a", "b"), MEETING)
def test_statements_of_one_claim_meet(a: Appearance, b: Appearance) -> None:
    assert around(statement_keys(a)) & statement_keys(b)
    assert around(statement_keys(b)) & statement_keys(a)


def test_statements_with_one_common_word_do_not_meet() -> None:
    assert not around(statement_keys(told("the bridge at Varna was closed"))) & statement_keys(told("a bridge in Lyon"))


@given(st.text(alphabet="abc DEF 12", max_size=200).filter(str.strip), st.dates())
def test_keys_are_few(content: str, day: object) -> None:
    assert len(statement_keys(told(content.strip(), day=str(day)))) <= MOST


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(-14, 14))
def test_a_pair_of_words_meets_at_up_to_two_weeks(day: date, shift: int) -> None:
    a = told("the Vrana dam", day=str(day))
    b = told("the dam of Vrana", day=str(day + timedelta(days=shift)))
    assert around(statement_keys(a)) & statement_keys(b)
    assert around(statement_keys(b)) & statement_keys(a)


def meet(a: Report, b: Report) -> bool:
    """Whether the stories of two reports share enough, whichever asks."""
    x, y = story_keys(a), story_keys(b)
    forth, back = (
        tell_enough(k for k in kept if any(low <= k <= high for low, high in ranges(asked)))
        for asked, kept in ((x, y), (y, x))
    )
    assert forth == back
    return forth


def test_reports_on_one_story_meet_whatever_their_words() -> None:
    a = report("Ketta Lorn of the Vrana mine is missing.", "Nobody was hurt.", published="2024-03-14")
    b = report("Where is Ketta Lorn? Vrana asks.", "All miners are safe.", published="2024-03-17")
    assert meet(a, b)


def test_reports_on_one_country_do_not_meet() -> None:
    a = report("Poland and Norway opened a school.", published="2024-03-14")
    b = report("Norway beat Poland at chess.", published="2024-03-14")
    assert not meet(a, b)


@given(st.text(alphabet="abc DEF 12", max_size=400), st.dates())
def test_keys_of_a_story_are_few(text: str, day: object) -> None:
    assert len(story_keys(report(text, published=str(day)))) <= MOST_STORY
