from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import content_id


@given(st.lists(st.text(), min_size=1), st.lists(st.text(), min_size=1))
def test_only_the_same_parts_have_the_same_id(a: list[str], b: list[str]) -> None:
    assert (content_id(*a) == content_id(*b)) is (a == b)


def test_an_id_never_changes() -> None:
    """Ledgers on other machines hold these: a new way of making ids would orphan them."""
    assert content_id("report", b"The bridge is closed.") == "abe46547d07298318921445f"


def test_a_lone_surrogate_has_an_id() -> None:
    assert len(content_id("\ud800")) == 24
