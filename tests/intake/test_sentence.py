from __future__ import annotations

import pytest

from sayso.intake.sentence import has_sentence

CASES = [
    ("The bridge is closed.", True, "a full stop"),
    ("Officials say that the bridge stays closed today", True, "seven words"),
    ("“Is it closed”?", True, "a mark after a quotation"),
    ("桥已关闭。", True, "Chinese"),
    ("Home\nNews\nSport\nContact us\nAbout\nTerms\nJobs\nShop", False, "a menu, line by line"),
    ("Home News Sport Contact", False, "a menu on one line"),
    ("", False, "nothing"),
    ("...", False, "a stop after no word"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[why for *_, why in CASES])
def test_has_sentence(text: str, expected: bool, why: str) -> None:
    assert has_sentence(text) is expected, why
