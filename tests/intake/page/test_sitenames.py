from __future__ import annotations

import pytest

from sayso.intake.page.lines import split_lines
from sayso.intake.page.sitenames import in_mixed_case, site_names
from sayso.model import BlockKind

TOLD = {
    "two phrases": ("About Harbour Lines\nGet the Harbour Lines app", {"Harbour Lines": 2}),
    "one phrase twice": ("About Harbour Lines\nAbout Harbour Lines", {"Harbour Lines": 1}),
    "the article of a name is left aside": ("More from The Lagoon\nLagoon newsletter", {"The Lagoon": 2}),
    "no name in small letters": ("About the harbour\nGet the app", {}),
}


@pytest.mark.parametrize(("text", "names"), TOLD.values(), ids=TOLD.keys())
def test_site_names(text: str, names: dict[str, int]) -> None:
    lines = split_lines(text)
    assert site_names(lines, [BlockKind.CHROME] * len(lines)) == names


def test_agency_of_a_dateline_is_told_by_no_phrase() -> None:
    lines = split_lines("CONSTANTA, Romania (Example Wire) - Two cranes stand still, the harbour office said.")
    assert site_names(lines, [BlockKind.PARAGRAPH]) == {"Example Wire": 0}


SPELLED = {
    "capitals, spelled with small letters elsewhere": ("LAGOON POST", ("Join the Lagoon Post today",), "Lagoon Post"),
    "capitals everywhere": ("LAGOON POST", ("© LAGOON POST",), "LAGOON POST"),
    "mixed already": ("Lagoon Post", ("LAGOON POST",), "Lagoon Post"),
    "other words in small letters are no name": ("TODAY", ("Read it today",), "TODAY"),
}


@pytest.mark.parametrize(("name", "texts", "spelled"), SPELLED.values(), ids=SPELLED.keys())
def test_in_mixed_case(name: str, texts: tuple[str, ...], spelled: str) -> None:
    assert in_mixed_case(name, texts) == spelled
