from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.folding import LONGEST_WORD, fold, key, words_in


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("Ministère des Transports", "ministere des transports", id="accents"),
        pytest.param("  A.B. — “Č”\n", "a b c", id="marks and blanks"),
        pytest.param("STRASSE Straße", "strasse strasse", id="case folding"),
        pytest.param("…", "", id="no words"),
        pytest.param("a_b", "a b", id="an underscore is no letter"),
        pytest.param("bri\u0301dge", "bridge", id="an accent of its own"),
        pytest.param("大桥 1½", "大 桥 11 2", id="signs that are words by themselves, and one that is two"),
        pytest.param("𝐁𝐫𝐢𝐝𝐠𝐞", "bridge", id="letters for mathematics"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert key(text) == f" {folded} "


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_every_word_leads_back_to_where_it_stands(text: str) -> None:
    for word, (start, end) in words_in(text):
        assert word in fold(text[start:end])
        assert len(word) <= LONGEST_WORD
