"""Where a description ends: with who it is, before what they say."""

from __future__ import annotations

import pytest

from sayso.extract.actors.step import find_mentions
from sayso.extract.draft import Draft
from sayso.extract.parse import parse
from tests import factory


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("US officials alleging a plot gave no proof.", "US officials", id="a cue that goes on"),
        pytest.param("Two officers denying any part in the raid spoke.", "Two officers", id="a denial"),
        pytest.param("Guards warning of a riot said so.", "Guards", id="a warning"),
        pytest.param(
            "Residents living on the dam road said so.", "Residents living on the dam road", id="where they live"
        ),
        pytest.param(
            "Two officials planning the exchange said so.",
            "Two officials planning the exchange",
            id="what they do, which is no saying",
        ),
        pytest.param("An officer who said he was afraid fled.", "officer", id="a clause of saying"),
        pytest.param("A man who was accused of theft fled.", "man who was accused of theft", id="what is said of him"),
    ],
)
def test_what_a_source_says_is_not_who_it_is(text: str, expected: str) -> None:
    mentions = find_mentions(Draft(parsed=parse(factory.report(text)))).mentions
    assert expected in {mention.actor.name for mention in mentions}
