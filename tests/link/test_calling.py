from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.link.calling import calls, guise
from sayso.model import BlockKind, Report, words
from tests.factory import report


def page(outlet: str, masthead: str = "", title: str = "The road is shut") -> Report:
    """A page of `outlet` with a line of its own below the article."""
    home = report("The road is shut.", masthead or outlet, headline=title, outlet=outlet)
    *article, line = home.blocks
    return replace(home, blocks=(*article, replace(line, kind=BlockKind.CHROME)))


def found(text: str, other: Report) -> list[str]:
    here = report(text, outlet="Fjord Post")
    return [words(here.text, (told.name,)) for told in calls(here, guise(other, (other.outlet or "",)))]


ROADS = page("Ministry of Roads and Bridges")
OFFICE = page("Ombudsman's Office of the Northern Region")
DAIRY = page("Fjellbo Dairy", "Fjellbo Dairy Co., Ltd. | Recipes | Investors")
RADIO = page("Sund", "SUND 98.4 FM - Listen live")
CHANNEL = page("Northern Road", "mirror of the Telegram channel | 12K subscribers")
HOSPITAL = page("Sund Infirmary", "Patients and relatives | Departments | Visiting hours")
MINE = page("Corvin Minerals plc")
WIRE = page("Coast Newswire")
PAPER = page("Sound Courier", "Newspaper for the coast")
NOTICE = page("Harbour Guard", title="Bulletin No. 7: a boat stopped")

CALLED = {
    "the head of a body's name": ("The ministry says the road is shut.", ROADS, "ministry"),
    "with more of its name": ("The roads ministry denied on Monday that a bridge fell.", ROADS, "ministry"),
    "with a word that tells nothing": (
        "The bridge fell on Monday, the competent ministry announced.",
        ROADS,
        "ministry",
    ),
    "in capitals": ("The Ministry maintains that no bridge fell.", ROADS, "Ministry"),
    "what it put out": ("The ministry's figure of nine bridges is too low.", ROADS, "ministry"),
    "whose office it is": ("According to the regional ombudsman, the road was shut for days.", OFFICE, "ombudsman"),
    "a company by its legal form": ("The company insists that its milk is sound.", DAIRY, "company"),
    "a company by its trade": ("The dairy said its milk was sound.", DAIRY, "dairy"),
    "a radio by its frequency": ("The road is shut, he told a radio in Larvik.", RADIO, "radio"),
    "a channel": ("Nine cars burnt, fewer than a local channel wrote.", CHANNEL, "channel"),
    "a paper": ("The road was shut in May, a coastal paper reported.", PAPER, None),
    "a paper of the place": ("The road was shut in May, a local paper reported.", PAPER, "paper"),
    "one of several channels": ("Nine cars burnt, local channels write.", CHANNEL, "channels"),
    "where somebody wrote": ("On Telegram, a driver wrote that nine cars burnt.", CHANNEL, "Telegram"),
    "a kind that begins the sentence": ("Wire reports speak of nine burnt cars.", WIRE, "Wire"),
    "with its branch": ("The mining company said that nobody was below.", MINE, "company"),
    "by what it does": ("The operator of the pit puts its loss at 40 tonnes.", MINE, "operator"),
    "by its menus": ("Nine people were treated, the hospital says.", HOSPITAL, "hospital"),
    "one that was asked": ("The hospital told reporters that nine people were treated.", HOSPITAL, None),
    "one that was asked by phone": ("Nine people were treated, the hospital said by phone.", HOSPITAL, None),
    "the page itself": ("According to the bulletin, the boat had no light.", NOTICE, "bulletin"),
    "a paper of some country": ("The road was shut in May, a Norwegian newspaper reported.", PAPER, "newspaper"),
    "a broadcast": ("In a broadcast a driver spoke of ice.", RADIO, "broadcast"),
    "a ministry of another country": ("The Danish ministry says the road is shut.", ROADS, None),
    "another ministry": ("The health ministry says the road is shut.", ROADS, None),
    "another paper": ("The newspaper Sund Tidende reported that the road was shut.", PAPER, None),
    "another paper, named before": ("The newspaper Sund Tidende went there. He told the paper nothing.", PAPER, None),
    "its own paper": ("The road is shut, he told this paper.", PAPER, None),
    "a radio beside its name": ("The road is shut, he told Radio Tinn, a local radio.", RADIO, None),
    "one that is spoken to": ("The union told the ministry in May that the road was bad.", ROADS, None),
    "one that is spoken to by many": ("Farmers have warned the regional ombudsman of it.", OFFICE, None),
    "one that says nothing": ("The ministry lies behind the church.", ROADS, None),
    "in somebody's mouth": ('"Ask what the ministry says about it," he told us.', ROADS, None),
    "a part of another name": ("Norfolk Dairy said its milk was sound.", DAIRY, None),
}


@pytest.mark.parametrize(("text", "other", "called"), CALLED.values(), ids=CALLED.keys())
def test_calls(text: str, other: Report, called: str | None) -> None:
    assert found(text, other) == ([called] if called else [])


def test_a_newspaper_is_no_company() -> None:
    told = guise(page("Fjord Courier", "Fjord Courier Ltd. | Investors"), ("Fjord Courier",))
    assert "company" not in told.kinds
    assert "newspaper" in told.press
