from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger.codec import dumps, loads, storable
from sayso.model import Report
from tests.ledger.strategies import reports


@settings(max_examples=40, deadline=None)
@given(reports())
def test_what_goes_in_comes_out(one: Report) -> None:
    payload = dumps(one)
    assert loads(payload, Report) == one
    assert dumps(loads(payload, Report)) == payload
    payload.encode("utf8")  # no half characters are left in it


@given(st.text(st.characters()))
def test_storable_text_keeps_its_length(text: str) -> None:
    assert len(storable(text)) == len(text)
    assert "\x00" not in storable(text)
    storable(text).encode("utf8")
