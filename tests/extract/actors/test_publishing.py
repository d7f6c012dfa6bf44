"""What a body is called on its own page."""

from __future__ import annotations

import pytest

from sayso.extract.pipeline import extract
from tests import factory


@pytest.mark.parametrize(
    ("outlet", "paragraphs", "content", "origin"),
    [
        pytest.param(
            "Ministry of Transport",
            ("Crews of the Ministry cleared the pass.", "The Ministry denies that a driver was left behind."),
            "a driver was left behind",
            "",
            id="the Ministry on the ministry's page",
        ),
        pytest.param(
            "Brod Harbour Administration",
            ("Two tugs were lost on Friday.", "The administration stresses: reports that oil leaked are untrue."),
            "oil leaked",
            "",
            id="in small letters",
        ),
        pytest.param(
            "Delta Rights Monitor",
            ("The Monitor's director, Amina Sow, spoke in Dakar.", "The Monitor found that the cells had no light."),
            "the cells had no light",
            "",
            id="by any noun of its name with a capital",
        ),
        pytest.param(
            "Ministry of Transport",
            ("The Ministry of Health wrote to us.", "The ministry says the wards are full."),
            "the wards are full",
            "Ministry of Health",
            id="of two ministries the other one",
        ),
        pytest.param(
            "Council Gazette",
            ("The bridge at Brod is shut.", "The council says the bridge is safe."),
            "the bridge is safe",
            "council",
            id="a paper is not what its name begins with",
        ),
    ],
)
def test_a_body_is_the_outlet_of_its_own_page(
    outlet: str, paragraphs: tuple[str, ...], content: str, origin: str
) -> None:
    report = extract(factory.report(*paragraphs, outlet=outlet))
    told = [s.origin.name if s.origin else "" for s in report.statements if content in s.content.text]
    assert told == [origin]
