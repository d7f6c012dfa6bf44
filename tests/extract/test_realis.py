from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.realis import tell_realis
from sayso.model import Realis
from tests.extract.marked import cases, draft_of

CASES = cases("realis")


@pytest.mark.parametrize(("marked", "realis", "reason"), CASES, ids=[case[-1] for case in CASES])
def test_realis(marked: str, realis: str, reason: str) -> None:
    draft = tell_realis(draft_of(marked))
    assert draft.drops == ()
    assert draft.statements[0].realis is Realis(realis), reason


WORDS = st.sampled_from(
    [
        "the",
        "army",
        "would",
        "could",
        "to",
        "if",
        "unless",
        "leave",
        "leaves",
        "will",
        "be",
        "every",
        "day",
        "plans",
        ",",
        "“",
        ".",
        "always",
        "going",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=14).map(" ".join))
@settings(max_examples=25, deadline=None)
def test_any_words_have_a_realis(text: str) -> None:
    draft = tell_realis(draft_of(f"[{text}]"))
    assert len(draft.statements) == 1
    assert draft.drops == ()
