from __future__ import annotations

import pytest

from sayso.extract.factuality.commitment import predicate_degree
from sayso.extract.factuality.innermost import innermost
from sayso.extract.parse import language_model


@pytest.mark.parametrize(
    ("sentence", "word", "low", "high"),
    [
        pytest.param(
            "The ministry said its army shelled the port.", "shelled", 2.7, 3, id="what is said is the sayer's"
        ),
        pytest.param("The ministry denied that its army shelled the port.", "shelled", -3, -2.7, id="denied"),
        pytest.param("The aide denied taking bribes.", "taking", -3, -2.7, id="a denied gerund"),
        pytest.param(
            "The firm rejected claims that it closed the mine.", "closed", -3, -2.7, id="a noun that is denied"
        ),
        pytest.param("The widow believes that he was murdered.", "murdered", 1.5, 2.2, id="a belief is probable"),
        pytest.param("The pilot claimed to have seen a flare.", "seen", 2.7, 3, id="claimed to have"),
        pytest.param("The envoy regretted that the talks failed.", "failed", 2.7, 3, id="a judgement takes it for so"),
        pytest.param("The union demanded that the mine close.", "close", -0.5, 0.5, id="a demand leaves it open"),
        pytest.param("Had the guard seen the smoke, he would have called.", "seen", -3, -2.7, id="contrary to fact"),
        pytest.param(
            "Without the loan, the bank would have failed.", "failed", -3, -2.7, id="nor did what hangs on it"
        ),
        pytest.param("The talks ended without an agreement.", "agreement", -3, -2.7, id="without a deed"),
        pytest.param("The festival was cancelled after the flood.", "flood", 2.5, 3, id="after is no object"),
        pytest.param("The lack of rain ruined the harvest.", "rain", -3, -2.7, id="a lack"),
        pytest.param("The attack was allegedly planned abroad.", "planned", 0.5, 1.5, id="a mark of hearsay"),
    ],
)
def test_what_the_innermost_source_commits_to(sentence: str, word: str, low: float, high: float) -> None:
    token = next(t for t in language_model()(sentence) if t.text == word)
    assert low <= predicate_degree(token, innermost()) <= high
