from __future__ import annotations

import pytest

from sayso.extract.attributions.headings import heading_links
from sayso.extract.attributions.labels import lead_in
from sayso.extract.parse import parse
from tests import factory


@pytest.mark.parametrize(
    ("lead", "text"),
    [
        ("KARACHI: ", "The port was shut, officials said."),
        ("LAHORE / QUETTA: ", "Two men were held, police said."),
        ("", "ISW: Russian forces advanced."),
        ("", "UNION: The plant was warned."),
    ],
)
def test_towns_in_capitals_before_a_colon_are_a_dateline(lead: str, text: str) -> None:
    assert lead_in(lead + text) == len(lead)


@pytest.mark.parametrize(
    ("headline", "speaks"),
    [
        ("Nairobi: bridge closed after crash", False),
        ("NAIROBI: THE BRIDGE HAS FALLEN", False),
        ("Union: plant was warned three times", True),
        ("Harbour Board: bridge closed after crash", True),
    ],
)
def test_a_town_before_a_colon_says_nothing(headline: str, *, speaks: bool) -> None:
    passage = parse(factory.report("It rained.", headline=headline)).passages[0]
    assert bool(heading_links(passage)) is speaks
