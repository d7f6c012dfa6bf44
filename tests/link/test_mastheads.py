from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.link.mastheads import folded, own_names, signs_as
from sayso.model import BlockKind, Report
from tests.factory import report


def page(first: str, outlet: str | None) -> Report:
    """A page whose first line is `first`, above an article."""
    whole = report(first, "The gates stay shut until May, the keeper said.", outlet=outlet)
    return replace(whole, blocks=(replace(whole.blocks[0], kind=BlockKind.CHROME), *whole.blocks[1:]))


NAMES = {
    "an address": ("Home | News", "www.lagoon-post.com", ("lagoon post",)),
    "what stands behind a comma": ("Home | News", "Radio Lagoon, a community station", ("Radio Lagoon",)),
    "a name and its long form": ("Home", "Flood Watch (FW)", ("Flood Watch (FW)", "FW")),
    "a legal form is no part": ("Home", "Lagoon Post Co", ("Lagoon Post",)),
    "a picture behind it": ("Home", "LAGOON ALERT ⚡ Telegram archive", ("LAGOON ALERT",)),
    "a masthead where nothing else tells": ("RADIO LAGOON 94.7 FM • DELTA", None, ("RADIO LAGOON",)),
    "a masthead before the menu": ("Lagoon Dredging NV | Tariffs | Safety", None, ("Lagoon Dredging",)),
    "a menu is no masthead": ("Home | News", None, ()),
    "a line of text is no masthead": ("Send us your pictures of the flood", None, ()),
    "the long form of a short name": ("LWS | LAGOON WIRE SERVICE", "LWS", ("LWS", "LAGOON WIRE SERVICE")),
    "another name above is of something else": ("KINGDOM OF DELTA", "Ministry of Floods", ("Ministry of Floods",)),
}


@pytest.mark.parametrize(("first", "outlet", "names"), NAMES.values(), ids=NAMES.keys())
def test_own_names(first: str, outlet: str | None, names: tuple[str, ...]) -> None:
    assert own_names(page(first, outlet)) == names


def test_the_headline_of_an_article_without_its_page_is_no_masthead() -> None:
    assert own_names(report("It rained.", headline="Gates Shut", outlet=None)) == ()


def test_a_mark_has_letters_of_the_name_in_their_order() -> None:
    assert signs_as("LW", ("Lagoon Wire",))
    assert signs_as("HDW", ("The Hundred Delta Wire",))
    assert not signs_as("WL", ("Lagoon Wire",))
    assert not signs_as("Lagoon", ("Lagoon Wire",))


def test_folding_keeps_every_place() -> None:
    text = "Rādio Čōrubal’s Ziņotājs"
    assert folded(text) == "Radio Corubal’s Zinotajs"
    assert len(folded(text)) == len(text)


@pytest.mark.parametrize(
    ("outlet", "names"),
    [
        ("LNA Lagoon News Agency", ("LNA Lagoon News Agency", "LNA", "Lagoon News Agency")),
        ("SOS Villages", ("SOS Villages",)),
        ("UN Mission in Mali", ("UN Mission in Mali",)),
    ],
)
def test_a_mark_before_the_name_that_it_is_short_for(outlet: str, names: tuple[str, ...]) -> None:
    assert own_names(report("The road is shut.", outlet=outlet)) == names


def body_page(*lines: str, text: str = "Nobody was hurt.", outlet: str | None = None) -> Report:
    page = report(*lines, text, outlet=outlet)
    kinds = [BlockKind.CHROME] * len(lines) + [BlockKind.PARAGRAPH]
    return replace(page, blocks=tuple(replace(b, kind=k) for b, k in zip(page.blocks, kinds, strict=True)))


@pytest.mark.parametrize(
    ("page", "names"),
    [
        pytest.param(
            body_page("Republic of Kenya | Ministry of Roads", "Tenders | Vacancies | Downloads", outlet="KENYA"),
            ("Ministry of Roads",),
            id="a ministry below its state",
        ),
        pytest.param(
            body_page(
                "Home | News",
                "Tenders | Visas",
                text="1. The Ministry of Roads knows it.",
                outlet="Press Statement",
            ),
            ("Ministry of Roads",),
            id="a page that begins with what any has, by its first words",
        ),
        pytest.param(
            body_page("Home | Sport | Horoscope", text="The Ministry of Roads has denied it.", outlet="Latest News"),
            (),
            id="not so on a newspaper's page",
        ),
        pytest.param(
            body_page("Donate | Our work", text="The Ministry of Roads has denied it.", outlet="Safe Wheels Kenya"),
            ("Safe Wheels Kenya",),
            id="nor where a name is told",
        ),
    ],
)
def test_a_body_goes_by_the_names_of_its_masthead(page: Report, names: tuple[str, ...]) -> None:
    assert own_names(page) == names
