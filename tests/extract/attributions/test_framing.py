"""Phrases at a sentence's edge that tell whose word it is."""

from __future__ import annotations

import pytest

from sayso.extract.pipeline import extract
from tests import factory


def told(sentence: str) -> dict[str, str | None]:
    """What the sentence claims, each with the name of its origin."""
    report = extract(factory.report("The council met on Monday.", sentence))
    return {s.content.text: s.origin.name if s.origin else None for s in report.statements}


@pytest.mark.parametrize(
    ("sentence", "content", "origin"),
    [
        pytest.param(
            "Some 40 houses burnt, by the mayor's count.", "Some 40 houses burnt", "mayor", id="by whose count"
        ),
        pytest.param(
            "By the ministry's figures, 12 schools are shut.", "12 schools are shut", "ministry", id="at first"
        ),
        pytest.param(
            "At least 2,000 tonnes were lost, by the reckoning of two engineers.",
            "At least 2,000 tonnes were lost",
            "two engineers",
            id="the reckoning of",
        ),
        pytest.param(
            "In the army's version, the soldiers fired into the air.",
            "the soldiers fired into the air",
            "army",
            id="in whose version",
        ),
        pytest.param(
            "Forty wagons burnt, to judge by satellite pictures.",
            "Forty wagons burnt",
            "satellite pictures",
            id="to judge by what shows it",
        ),
        pytest.param(
            "If the neighbours are to be believed, the shots came from the mill.",
            "the shots came from the mill",
            "neighbours",
            id="if they are to be believed",
        ),
        pytest.param("The dam was shut, if you ask the farmers.", "The dam was shut", "farmers", id="if you ask"),
        pytest.param(
            "As the shepherd remembers it, the bomb fell at noon.", "the bomb fell at noon", "shepherd", id="as"
        ),
        pytest.param(
            "To hear the shopkeepers tell it, nobody has been paid since May.",
            "nobody has been paid since May",
            "shopkeepers",
            id="to hear them tell it",
        ),
        pytest.param("From what the nurse saw, two men died.", "two men died", "nurse", id="from what somebody saw"),
        pytest.param("The bridge is safe, so the engineer.", "The bridge is safe", "engineer", id="so, without a verb"),
        pytest.param(
            "Two men died, came the answer from the hospital.", "Two men died", "hospital", id="came the answer"
        ),
        pytest.param("Nobody was hurt, runs the official line.", "Nobody was hurt", None, id="a line of nobody's"),
        pytest.param("Two men died, we learnt from the hospital.", "Two men died", "hospital", id="we learnt from"),
        pytest.param(
            "The mine is flooded, the foreman let us know.", "The mine is flooded", "foreman", id="let us know"
        ),
        pytest.param(
            "The palace let it be known that the king will travel.",
            "the king will travel",
            "palace",
            id="let it be known that",
        ),
        pytest.param(
            "Two men died – that is what the hospital says.", "Two men died", "hospital", id="that is what they say"
        ),
        pytest.param("Rumour has it that the captain has fled.", "the captain has fled", None, id="a rumour"),
        pytest.param(
            "In the mayor's office, two computers were stolen.",
            "In the mayor's office, two computers were stolen",
            None,
            id="a place is no word",
        ),
        pytest.param(
            "If the strike goes on, the harbour will close.",
            "If the strike goes on, the harbour will close",
            None,
            id="a condition is no voucher",
        ),
        pytest.param(
            "By our count, 17 boats have left the port.",
            "By our count, 17 boats have left the port",
            None,
            id="the outlet's own count",
        ),
    ],
)
def test_a_phrase_tells_whose_word_a_sentence_is(sentence: str, content: str, origin: str | None) -> None:
    found = told(sentence)
    assert content in found
    assert found[content] == origin
