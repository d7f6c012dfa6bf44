"""Quantities: bounds, approximations, sums, and what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.draft import Draft
from sayso.extract.parse import parse, parse_all
from sayso.extract.quantities.step import find_quantities
from sayso.extract.times.step import find_times
from sayso.ledger.codec import dumps, loads
from sayso.model import Quantity, words
from tests import factory

CASES = Path(__file__).parent.parent.parent / "cases" / "quantities.tsv"


class Case(NamedTuple):
    text: str
    quantities: list[str]
    reason: str


def read_cases() -> Iterator[Case]:
    lines = [line for line in CASES.read_text("utf8").splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        marked, expected, reason = line.split("\t")
        told = re.findall(r"\[([^]]*)\]", marked)
        values = expected.split(" ; ") if told else []
        quantities = [f"{spoken}: {value}" for spoken, value in zip(told, values, strict=True)]
        yield Case(re.sub(r"[][]", "", marked), quantities, reason)


def _told(number: float | None) -> str:
    return "-" if number is None else f"{number:.10g}"


def _shown(quantity: Quantity, text: str) -> str:
    of, word = ((value or "-").replace(" ", "_") for value in (quantity.of, quantity.word))
    return f"{words(text, quantity.spans)}: {_told(quantity.min)} {_told(quantity.max)} {of} {word}"


@cache
def _quantities() -> dict[str, tuple[Quantity, ...]]:
    """The quantities of every case by its reason, parsed in one go."""
    cases = list(read_cases())
    parsed = parse_all([factory.report(case.text) for case in cases])
    drafts = [find_quantities(find_times(Draft(parsed=one))) for one in parsed]
    return {case.reason: draft.quantities for case, draft in zip(cases, drafts, strict=True)}


@pytest.mark.parametrize("case", list(read_cases()), ids=lambda case: case.reason)
def test_quantities_are_found_with_their_bounds(case: Case) -> None:
    assert [_shown(q, case.text) for q in _quantities()[case.reason]] == case.quantities


def test_numbers_come_back_as_they_were_stored() -> None:
    """A whole number among them would be stored as 24 and come back as 24.0: no longer the report that was stored."""
    for quantity in (q for found in _quantities().values() for q in found):
        assert loads(dumps(quantity), Quantity) == quantity
        assert dumps(loads(dumps(quantity), Quantity)) == dumps(quantity)


def test_reasons_name_their_cases() -> None:
    reasons = [case.reason for case in read_cases()]
    assert len(set(reasons)) == len(reasons) >= 60


_PIECES = (
    "at least up to more than between and some about nearly from 10 15 1,200 1 200 2.5 900 million bn dozen"
    " dozens of hundreds thousands half a two twenty-five one or - – $ US$ € % percent people drones killed"
    " dead 12 0 007 1.2.3 99999999999999999999 ² ١٢ 3-1 T-72 +380 50k ½ . , ( ) tens couple pair score point"
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_PIECES.split()), max_size=14))
def test_no_text_of_numbers_breaks_it(pieces: list[str]) -> None:
    text = " ".join(pieces) or "."
    draft = find_quantities(find_times(Draft(parsed=parse(factory.report(text)))))
    assert draft.drops == ()
    for quantity in draft.quantities:
        assert words(text, quantity.spans).strip() == words(text, quantity.spans) != ""
        assert quantity.min is not None or quantity.max is not None
        assert quantity.min is None or quantity.max is None or quantity.min <= quantity.max
