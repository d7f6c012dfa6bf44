"""Versions of a report's text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.query.versions import compare
from tests.factory import report

PARAGRAPH = st.lists(st.sampled_from(["the", "ferry", "sank", "at", "noon"]), min_size=1, max_size=6).map(" ".join)


@given(st.lists(PARAGRAPH, min_size=1, max_size=4), st.lists(PARAGRAPH, min_size=1, max_size=4))
def test_both_versions_are_whole(old: list[str], new: list[str]) -> None:
    changes = compare(report(*old), report(*new))
    assert "".join(change.old for change in changes) == "".join(f"{one}\n\n" for one in old)
    assert "".join(change.new for change in changes) == "".join(f"{one}\n\n" for one in new)


def test_only_the_words_that_changed_are_told() -> None:
    changes = compare(report("It rained.", "12 men died at noon."), report("It rained.", "14 men died at noon."))
    assert [(change.old, change.new) for change in changes if not change.is_same] == [("12 ", "14 ")]
