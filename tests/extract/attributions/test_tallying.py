"""What somebody tells as a number of things or a happening, without a clause."""

from __future__ import annotations

import pytest

from sayso.extract.pipeline import extract
from tests import factory


@pytest.mark.parametrize(
    ("sentence", "content", "origin"),
    [
        pytest.param("The municipal hospital counts nine wounded.", "nine wounded", "municipal hospital", id="counts"),
        pytest.param("The ministry has admitted to three deaths.", "three deaths", "ministry", id="admitted to"),
        pytest.param(
            "Officials owned up to a loss of 20 million euros.", "a loss of 20 million euros", "Officials", id="own up"
        ),
        pytest.param("The Red Crescent lists 60 missing.", "60 missing", "Red Crescent", id="lists"),
        pytest.param(
            "A nurse informs us of 21 children with rashes.", "21 children with rashes", "nurse", id="informs us of"
        ),
        pytest.param(
            "By June, the health office has registered 9 deaths and 412 admissions.",
            "9 deaths and 412 admissions",
            "health office",
            id="two numbers",
        ),
        pytest.param(
            "The people we met spoke of soldiers among the attackers.",
            "soldiers among the attackers",
            "people",
            id="no number, with what is told of it",
        ),
        pytest.param("The navy admitted to having fired twice.", "having fired twice", "navy", id="a deed"),
        pytest.param(
            "We counted nine holes in the hull.", "We counted nine holes in the hull", None, id="the outlet's own count"
        ),
        pytest.param(
            "The village counts 300 inhabitants.", "The village counts 300 inhabitants", None, id="what one has"
        ),
        pytest.param("The team recorded three wins in May.", "The team recorded three wins in May", None, id="no harm"),
        pytest.param("He was told of two deaths.", "He was told of two deaths", None, id="who is told tells nothing"),
    ],
)
def test_a_number_of_things_is_somebodys_word(sentence: str, content: str, origin: str | None) -> None:
    report = extract(factory.report(sentence))
    told = {s.content.text: s.origin.name if s.origin else None for s in report.statements}
    assert content in told
    assert told[content] == origin
