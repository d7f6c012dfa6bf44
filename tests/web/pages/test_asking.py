"""Filters of an address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger import Filter
from sayso.model import Certainty
from sayso.web.pages.asking import LONGEST, question

TOLD = [
    pytest.param({}, Filter(), id="nothing"),
    pytest.param({"about": "  Nordic Wire "}, Filter(about="Nordic Wire"), id="blanks around a name"),
    pytest.param({"about": "", "place": " "}, Filter(), id="fields of a form that were left empty"),
    pytest.param({"since": "2024-03", "until": "2024"}, Filter(since="2024-03", until="2024"), id="dates"),
    pytest.param({"certainty": "Possible"}, Filter(certainty=Certainty.POSSIBLE), id="a word in any case"),
    pytest.param({"contested": "true"}, Filter(contested=True), id="a box that is ticked"),
    pytest.param({"min_origins": "3"}, Filter(min_origins=3), id="a number"),
    pytest.param({"q": "x", "cursor": "y"}, Filter(), id="what is no filter"),
]


@pytest.mark.parametrize(("params", "only"), TOLD)
def test_what_is_asked(params: dict[str, str], only: Filter) -> None:
    asked = question(params)
    assert (asked.only, asked.faults) == (only, {})


WRONG = [
    pytest.param({"since": "someday"}, "since", id="no date"),
    pytest.param({"until": "2024-13"}, "until", id="no month"),
    pytest.param({"min_origins": "-1"}, "min_origins", id="less than none"),
    pytest.param({"min_origins": "²"}, "min_origins", id="a digit that is no number"),
    pytest.param({"min_origins": "9" * 40}, "min_origins", id="more than there can be"),
    pytest.param({"certainty": "sure"}, "certainty", id="no certainty"),
    pytest.param({"origin": "x" * (LONGEST + 1)}, "origin", id="too long for a name"),
]


@pytest.mark.parametrize(("params", "field"), WRONG)
def test_what_cannot_be_asked_is_told_by_field(params: dict[str, str], field: str) -> None:
    asked = question(params)
    assert list(asked.faults) == [field]
    assert asked.told == params, "it stays in the form, to be put right"


@given(st.dictionaries(st.sampled_from(["about", "since", "certainty", "x"]), st.text(max_size=20)))
def test_anything_may_be_typed(params: dict[str, str]) -> None:
    asked = question(params)
    assert question(dict(asked.told)).only == asked.only


def test_addresses() -> None:
    asked = question({"about": "a & b", "contested": "true"})
    assert asked.address("/claims") == "/claims?about=a+%26+b&contested=true"
    assert asked.without("/claims", "about") == "/claims?contested=true"
    assert asked.address("/timeline", cursor="c") == "/timeline?about=a+%26+b&contested=true&cursor=c"
    assert question({}).address("/claims") == "/claims"
