from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.block import asked_keys, statement_keys
from sayso.link.features import features
from sayso.model import Appearance
from tests.link.making import on, told

MOST = 36 + 6 + 10 + 10 + 8

MEETING = [
    pytest.param(
        told("Belarus may be seeking to build Iranian drones at a plant near Homel"),
        told("Minsk wants to produce drones of Iranian design in the Homel region", day="2024-03-20"),
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
    assert asked_keys(features(a)) & statement_keys(b)
    assert asked_keys(features(b)) & statement_keys(a)


def test_statements_with_one_common_word_do_not_meet() -> None:
    assert not asked_keys(features(told("the bridge at Varna was closed"))) & statement_keys(told("a bridge in Lyon"))


@given(st.text(alphabet="abc DEF 12", max_size=200).filter(str.strip), st.dates())
def test_keys_are_few(content: str, day: object) -> None:
    assert len(statement_keys(told(content.strip(), day=str(day)))) <= MOST


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(-14, 14))
def test_a_pair_of_words_meets_at_up_to_two_weeks(day: date, shift: int) -> None:
    a = told("the Vrana dam", day=str(day))
    b = told("the dam of Vrana", day=str(day + timedelta(days=shift)))
    assert asked_keys(features(a)) & statement_keys(b)
    assert asked_keys(features(b)) & statement_keys(a)
