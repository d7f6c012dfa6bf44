"""Whose it is that stands behind a colon within a paragraph."""

from __future__ import annotations

import pytest

from sayso.extract.pipeline import extract
from tests import factory


def told(paragraph: str, outlet: str = "Example Post") -> dict[str, str]:
    """What the report claims, each with the name of its origin, empty where it is the outlet's."""
    report = extract(factory.report(paragraph, outlet=outlet))
    return {s.content.text: s.origin.name if s.origin else "" for s in report.statements}


@pytest.mark.parametrize(
    ("paragraph", "content", "origin"),
    [
        pytest.param(
            "A tanker ran aground off Vlora. Petrit Leka, the harbour master: the whole crew is safe.",
            "the whole crew is safe",
            "Petrit Leka",
            id="a name with its office",
        ),
        pytest.param(
            "Petrit Leka, the harbour master: the crew is safe. The oil was pumped off in the night.",
            "The oil was pumped off in the night",
            "Petrit Leka",
            id="the next sentence is theirs too",
        ),
        pytest.param(
            "The mill burned for three hours. Its director, Ana Kos: “Nobody worked there at night.”",
            "Nobody worked there at night",
            "Ana Kos",
            id="an office with its name, before a quotation",
        ),
        pytest.param(
            "Mayor of Split: the ferries run again from Monday.",
            "the ferries run again from Monday",
            "Mayor of Split",
            id="an office and its place",
        ),
        pytest.param(
            "Against this, a nurse of the Kisumu clinic in a voice note: two of the patients died.",
            "two of the patients died",
            "nurse of the Kisumu clinic",
            id="behind an adverbial, with the medium",
        ),
        pytest.param(
            "Free Coast Brigade, statement on its channel (French): “We did not set the depot on fire.”",
            "We did not set the depot on fire",
            "Free Coast Brigade",
            id="a group and its statement",
        ),
        pytest.param(
            "Shots were heard at the gate. The army's version: the sentries fired into the air.",
            "the sentries fired into the air",
            "army",
            id="somebody's version",
        ),
        pytest.param(
            "A spokesman of the club denies it. A player of the second team goes further: the coach was never asked.",
            "the coach was never asked",
            "player of the second team",
            id="a verb that says only how it is put",
        ),
        pytest.param("The result is plain: the school has closed.", "the school has closed", "", id="nobody's result"),
        pytest.param(
            "Still missing: the driver was last seen on Friday.", "the driver was last seen on Friday", "", id="a topic"
        ),
        pytest.param("Peru: three miners were found alive.", "three miners were found alive", "", id="a country"),
        pytest.param(
            "Our note: the picture was taken in another town.",
            "the picture was taken in another town",
            "",
            id="the outlet's note",
        ),
    ],
)
def test_a_colon_tells_whose_it_is(paragraph: str, content: str, origin: str) -> None:
    found = {text: name for text, name in told(paragraph).items() if content in text}
    assert list(found.values()) == [origin]
