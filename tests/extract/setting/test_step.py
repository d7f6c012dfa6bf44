"""The time, place and quantities of a statement: those of its own event, by syntax."""

from __future__ import annotations

import pytest

from sayso.extract.draft import Draft
from sayso.extract.places.step import find_places
from sayso.extract.quantities.step import find_quantities
from sayso.extract.setting.step import give_setting
from sayso.extract.times.step import find_times
from sayso.model import Statement, words
from tests.extract.marked import cases, draft_of

CASES = cases("setting")


def setting_of(marked: str) -> tuple[Statement, Draft]:
    draft = draft_of(marked)
    for step in (find_times, find_places, find_quantities, give_setting):
        draft = step(draft)
    assert draft.drops == ()
    return draft.statements[0], draft


@pytest.mark.parametrize(("marked", "time", "place", "quantities", "reason"), CASES, ids=[row[-1] for row in CASES])
def test_setting(marked: str, time: str, place: str, quantities: str, reason: str) -> None:
    statement, draft = setting_of(marked)
    text = draft.parsed.report.text
    assert (statement.time.edtf if statement.time else "-") == time, reason
    assert (words(text, statement.place.spans) if statement.place else "-") == place, reason
    assert len(statement.quantities) == int(quantities), reason


def test_a_closed_interval_opens_both_its_ends() -> None:
    statement, draft = setting_of("{They} <said> [the road was shut from 3 May 2020 to 5 June 2020].")
    assert statement.time is not None
    assert words(draft.parsed.report.text, statement.time.spans) == "3 May 2020 … 5 June 2020"


def test_enough_cases() -> None:
    assert len({row[-1] for row in CASES}) == len(CASES) >= 30
