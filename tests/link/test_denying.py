from __future__ import annotations

import pytest

from sayso.link.denying import asks, denies, negated
from sayso.model import Certainty, Factuality, Polarity, Span
from tests.link.making import told

NO = Polarity.NEGATIVE


@pytest.mark.parametrize(
    ("content", "around", "cue", "denied"),
    [
        pytest.param("no gate was open", "", "say", True, id="by a word of its content"),
        pytest.param("the gate was open", "", "deny", True, id="by the cue"),
        pytest.param("the gate was open", "The guards called it untrue that {}.", "say", True, id="untrue"),
        pytest.param("the gate was open", "Not far from the wall {}.", "say", False, id="a no of something else"),
        pytest.param("engineers, not troops, opened the gate", "", "say", False, id="what is not meant, by the way"),
    ],
)
def test_what_is_denied(content: str, around: str, cue: str, denied: bool) -> None:
    text = around.format(content) if around else content
    at = next((text.find(word) for word in ("untrue", "Not ") if word in text), -1)
    cues = (Span(at, at + len("untrue")),) if at >= 0 else ()
    told_ = told(content, by="Kemi Guards", cue=cue, around=text, factuality=Factuality(polarity=NO, cues=cues))
    assert denies(told_) is denied


def test_who_asks_neither_denies_nor_affirms() -> None:
    asked = told("whether the gate was open", factuality=Factuality(polarity=NO, certainty=Certainty.CERTAIN))
    assert asks(asked)
    assert not denies(asked)


def test_a_negated_content_is_told_by_its_words() -> None:
    assert negated(told("there was no danger"))
    assert negated(told("in the hold, which was searched, nothing was found"))
    assert negated(told("the guards failed to stop"))
    assert not negated(told("the guards refused to say no more of the danger"))
