from __future__ import annotations

import pytest

from sayso.link.denying import asks, contrasts, denies, negated
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
        pytest.param("the same men opened it, I have no doubt", "", "say", False, id="no doubt"),
        pytest.param("No fewer than nine gates were open", "", "say", False, id="no fewer than"),
        pytest.param("no doubt the gate was not open", "", "say", True, id="no doubt, and yet no"),
        pytest.param(
            "the guards did not answer our questions", "", "say", False, id="who does not answer denies nothing"
        ),
        pytest.param("Kemi Guards could not immediately be reached", "", "say", False, id="nor who is not reached"),
        pytest.param("no immediate reply came from the guards", "", "say", False, id="nor whose reply is awaited"),
    ],
)
def test_what_is_denied(content: str, around: str, cue: str, denied: bool) -> None:
    text = around.format(content) if around else content
    at = next((text.find(word) for word in ("untrue", "Not ") if word in text), -1)
    cues = (Span(at, at + len("untrue")),) if at >= 0 else ()
    told_ = told(content, by="Kemi Guards", cue=cue, around=text, factuality=Factuality(polarity=NO, cues=cues))
    assert denies(told_) is denied


@pytest.mark.parametrize(
    ("content", "denied"),
    [
        pytest.param("reports of an open gate are false", True, id="a report"),
        pytest.param("The guards' email is probably a forgery", True, id="a message"),
        pytest.param("the figure of nine gates was simply invented", True, id="a figure"),
        pytest.param("the video that shows the gate has been doctored", True, id="a video"),
        pytest.param("the claims were without any foundation", True, id="without foundation"),
        pytest.param("the reports of an open gate are not false", False, id="a double negation"),
        pytest.param("the seals on the gate are forged", False, id="a thing that is not said"),
        pytest.param(
            "the report says that the wrong gate was open", False, id="a report that calls another thing wrong"
        ),
    ],
)
def test_what_is_called_false_without_a_word_of_negation(content: str, denied: bool) -> None:
    assert denies(told(content)) is denied


@pytest.mark.parametrize(
    ("content", "other", "apart"),
    [
        pytest.param("the sacks hold flour and not powder", "powder was found in the sacks", True, id="and not"),
        pytest.param("it was a gas leak, not a bomb", "A bomb tore the bakery apart", True, id="comma, not"),
        pytest.param("a short circuit rather than arson destroyed it", "It was arson", True, id="rather than"),
        pytest.param("they came as guests instead of as spies", "the two are spies", True, id="instead of"),
        pytest.param(
            "the river rose on Friday, not on Monday", "the river has been high since Monday", True, id="a day"
        ),
        pytest.param("it was a gas leak, not a bomb", "the bakery has burnt down", False, id="of another thing"),
        pytest.param("it was a gas leak, not a bomb", "there was no bomb", False, id="the other says no too"),
        pytest.param(
            "two gates were open, not three", "three gates were open", False, id="numbers are not compared by words"
        ),
        pytest.param("it was a leak, and not only there", "only there", False, id="not only"),
    ],
)
def test_a_content_that_sets_itself_against_another(content: str, other: str, apart: bool) -> None:
    assert contrasts(told(content), told(other)) is apart


def test_who_asks_neither_denies_nor_affirms() -> None:
    asked = told("whether the gate was open", factuality=Factuality(polarity=NO, certainty=Certainty.CERTAIN))
    assert asks(asked)
    assert not denies(asked)


def test_a_negated_content_is_told_by_its_words() -> None:
    assert negated(told("there was no danger"))
    assert negated(told("in the hold, which was searched, nothing was found"))
    assert negated(told("the guards failed to stop"))
    assert not negated(told("the guards refused to say no more of the danger"))
