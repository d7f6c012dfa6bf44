"""One sieve at a time: what it is sure of, and what it leaves to the next."""

from __future__ import annotations

import pytest

from sayso.extract.actors.step import find_mentions
from sayso.extract.draft import Draft, Mention
from sayso.extract.parse import parse
from sayso.extract.places.step import find_places
from sayso.model import ActorKind, Report
from tests import factory


def mentions_of(report: Report) -> dict[str, Mention]:
    """The last mention with each head word."""
    found = find_mentions(find_places(Draft(parsed=parse(report)))).mentions
    return {report.text[slice(*mention.head)]: mention for mention in found}


def actor_of(head: str, *paragraphs: str, headline: str | None = None, outlet: str = "Example Post") -> str | None:
    found = mentions_of(factory.report(*paragraphs, headline=headline, outlet=outlet)).get(head)
    if found is None or found.actor.kind is ActorKind.UNKNOWN:
        return None
    return found.actor.name


@pytest.mark.parametrize(
    ("head", "paragraphs", "expected"),
    [
        pytest.param("I", ('"I saw it," Ilze Berzina said.',), "Ilze Berzina", id="the speaker of the sentence"),
        pytest.param(
            "I", ('"It burnt," Ilze Berzina said. "I ran."',), None, id="a term of one or two words is nobody's speech"
        ),
        pytest.param(
            "We",
            ("Ilze Berzina spoke in Riga:", "We call on both sides to stop."),
            "Ilze Berzina",
            id="what a colon announces is the speaker's",
        ),
        pytest.param(
            "We",
            ("Ilze Berzina gave this statement in Riga:", "We call on both sides to stop."),
            "Ilze Berzina",
            id="whoever announces it, by any verb",
        ),
        pytest.param(
            "We",
            ("Ilze Berzina spoke in Riga.", "We call on both sides to stop."),
            None,
            id="without the colon it is the outlet that writes",
        ),
        pytest.param("you", ('"Do you see it?" Ilze Berzina said.',), None, id="you are nobody"),
    ],
)
def test_first_and_second_person(head: str, paragraphs: tuple[str, ...], expected: str | None) -> None:
    assert actor_of(head, *paragraphs) == expected


@pytest.mark.parametrize(
    ("head", "paragraphs", "expected"),
    [
        pytest.param(
            "He",
            ("Tomas Ozols and Pavel Ozolins left Riga.", "He said it was late."),
            None,
            id="two side by side are equally near",
        ),
        pytest.param(
            "He",
            ("Tomas Ozols said Pavel Ozolins had left Riga.", "He said it was late."),
            "Tomas Ozols",
            id="who spoke goes before who was spoken of",
        ),
        pytest.param(
            "They",
            ("Two pilots said the port was shut.", "Reuters reported it.", "They said no more."),
            "Two pilots",
            id="people go before a body",
        ),
        pytest.param(
            "They",
            ("Tomas Ozols met Ilze Berzina in Riga.", "They said it was late."),
            "Tomas Ozols and Ilze Berzina",
            id="who met are two where no group is near",
        ),
        pytest.param("it", ("The river froze.", "It said it was late."), None, id="a thing does not speak"),
    ],
)
def test_third_person(head: str, paragraphs: tuple[str, ...], expected: str | None) -> None:
    assert actor_of(head, *paragraphs) == expected


@pytest.mark.parametrize(
    ("head", "paragraphs", "expected"),
    [
        pytest.param(
            "spokesman",
            ("Polar Oil plc closed the well.", "Its spokesman said it was safe."),
            "Polar Oil plc",
            id="a body's unnamed spokesman speaks for it",
        ),
        pytest.param(
            "spokesman",
            ("Polar Oil plc closed the well, spokesman Tomas Ozols said.", "Its spokesman said no more."),
            "Tomas Ozols",
            id="a named one for himself",
        ),
        pytest.param(
            "lawyer",
            ("Ilze Berzina was held in Riga.", "Her lawyer said it was late."),
            "Ilze Berzina's lawyer",
            id="an unnamed person by whose it is",
        ),
        pytest.param(
            "minister",
            ("Minister Tomas Ozols and Minister Ilze Berzina met in Riga.", "The minister said it was late."),
            "minister",
            id="two in office, neither clearer",
        ),
        pytest.param(
            "company",
            ("Polar Oil plc and the Drivers' Union of Riga met.", "The company said it was late."),
            "Polar Oil plc",
            id="a union is no company",
        ),
        pytest.param(
            "latter",
            ("Tomas Ozols and Ilze Berzina met in Riga.", "The latter said it was late."),
            "Ilze Berzina",
            id="the second of two",
        ),
    ],
)
def test_descriptions(head: str, paragraphs: tuple[str, ...], expected: str | None) -> None:
    assert actor_of(head, *paragraphs) == expected


@pytest.mark.parametrize(
    ("head", "outlet", "text", "expected"),
    [
        ("BNB", "Baltic News Bureau", "Tomas Ozols told BNB that it was late.", "Baltic News Bureau"),
        ("Herald", "Northern Herald", "Tomas Ozols told the Herald that it was late.", "Northern Herald"),
        ("Herald", "Evening Star", "Tomas Ozols told the Herald that it was late.", "Herald"),
        ("newspaper", "Evening Star", "This newspaper reported in May that it was late.", "Evening Star"),
    ],
    ids=["initials", "end-of-the-name", "another-outlet", "this-newspaper"],
)
def test_the_publisher_by_its_short_forms(head: str, outlet: str, text: str, expected: str) -> None:
    assert actor_of(head, text, outlet=outlet) == expected


def test_a_country_is_no_pronoun() -> None:
    assert actor_of("US", "The US said it was late.") == "US"
