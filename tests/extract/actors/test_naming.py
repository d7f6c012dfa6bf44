"""Whom a name is of where the parser mistakes it, and where a description of a source ends."""

from __future__ import annotations

import pytest

from sayso.extract.pipeline import extract
from tests import factory


@pytest.mark.parametrize(
    ("paragraph", "content", "origin"),
    [
        pytest.param(
            "Butcher Tito Masi tells our reporter that he has meat for two weeks.",
            "he has meat for two weeks",
            "Tito Masi",
            id="a trade before a name",
        ),
        pytest.param(
            "“It was a trap,” the head of the council, Taras Rudko, said. “They wanted us outside.”",
            "They wanted us outside",
            "Taras Rudko",
            id="a given name that is a village too",
        ),
        pytest.param(
            "The owner of the boat, Wilmer Pardo, told the station so. “I have counted four holes,” he says.",
            "I have counted four holes",
            "Wilmer Pardo",
            id="an owner who is a he",
        ),
        pytest.param(
            "Mrs. K. from the old town says that she rang the hotline in May.",
            "she rang the hotline in May",
            "Mrs. K.",
            id="a letter keeps its title",
        ),
        pytest.param(
            "The Bay Ship Registry met in Moroni. The tanker is filed under another name, the registry explained.",
            "The tanker is filed under another name",
            "Bay Ship Registry",
            id="a body by the last word of its name",
        ),
        pytest.param(
            "The Delta Rights Monitor, a group with members in Ghana, met. The second boat had sunk, it said.",
            "The second boat had sunk",
            "Delta Rights Monitor",
            id="a body whose name ends in an office",
        ),
        pytest.param(
            "All three men deny that a lamp was shown to them.", "a lamp was shown", "three men", id="all of them"
        ),
        pytest.param(
            "No wheat left the port in May, according to a laboratory report seen by the Post.",
            "No wheat left the port",
            "laboratory report",
            id="who saw a paper is no part of it",
        ),
        pytest.param(
            "The ship fell silent on Monday, according to the records of a tracking service to which we subscribe.",
            "The ship fell silent",
            "records of a tracking service",
            id="a clause behind a preposition is none either",
        ),
        pytest.param(
            "A doctor to whom the families spoke said that the wards were full.",
            "the wards were full",
            "doctor",
            id="a clause that a preposition begins, right behind the noun",
        ),
    ],
)
def test_the_name_of_a_source(paragraph: str, content: str, origin: str) -> None:
    report = extract(factory.report(paragraph, outlet="Example Post"))
    told = [s.origin.name if s.origin else "" for s in report.statements if content in s.content.text]
    assert told == [origin]
