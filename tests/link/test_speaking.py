from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.link.speaking import body_names, is_press_name, own_page
from tests.link.making import told

SAID = "the mine has stood still since Monday"


@pytest.mark.parametrize(
    ("outlet", "around", "own"),
    [
        pytest.param("Kemi Harbour Board", SAID, True, id="a body, by a word of its name"),
        pytest.param(
            "Electoral Commission of the Republic", SAID, True, id="a word of newspapers beside one of a body"
        ),
        pytest.param("Republic of Norway", SAID, True, id="a state, though newspapers call themselves republics"),
        pytest.param("Mulberry Copper", f"Our crews know that {SAID}.", True, id="a company that says 'our crews'"),
        pytest.param("Mulberry Copper", f"{SAID}.", False, id="a name that tells nothing, on a page that says no 'we'"),
        pytest.param("Kemi Alert", f"A miner told us that {SAID}.", False, id="told us: a reporter"),
        pytest.param("Kemi Alert", f"{SAID}, by our photographer's count.", False, id="our photographer: a newspaper"),
        pytest.param("Kemi Alert", f'A miner says: "We know that {SAID}."', False, id="'we' in a quotation"),
        pytest.param("Kemi Alert", f"Shares fell by US$2 as {SAID}.", False, id="US is not us"),
        pytest.param("Kemi Alert", f"A miner assures us that {SAID}.", False, id="assures us: as any verb of saying"),
        pytest.param("Kemi Sera", f"Not far from our coast {SAID}.", False, id="our coast: where its readers live"),
        pytest.param(
            "Kemi Alert",
            f"We count six lorries. A miner writes to us that {SAID}. We publish it as we got it.",
            False,
            id="a channel that counts by itself, but speaks as reporters do more often",
        ),
        pytest.param(
            "Kemi Mothers",
            f"Forty of you have written to us. We ask all members to wait, for {SAID}. Our chairwoman knows.",
            True,
            id="a league that somebody has written to",
        ),
        pytest.param("Mulberry Mining", f"Mulberry Mining regrets that {SAID}.", True, id="of itself by its name"),
        pytest.param("Kemi Alert", f"Kemi Alert has learned that {SAID}.", False, id="what an outlet has learned"),
        pytest.param("Kemi Alert", f"A miner told Kemi Alert that {SAID}.", False, id="whom the outlet was told by"),
        pytest.param("Baltic News Agency", SAID, False, id="an agency of news"),
        pytest.param("Siam Broadcast Service", SAID, False, id="a service of broadcasts"),
    ],
)
def test_whose_page_it_is(outlet: str, around: str, own: bool) -> None:
    assert own_page(told(SAID, outlet=outlet, around=around)) is own


def test_a_page_without_a_name_may_speak_as_a_body() -> None:
    page = told(SAID, around=f"We found that {SAID}.")
    assert own_page(replace(page, outlet=None))


@pytest.mark.parametrize(
    ("headline", "own"),
    [
        pytest.param("Press statement 4/2024", True, id="a press statement"),
        pytest.param("Media release No. 7 on the mine", True, id="a media release"),
        pytest.param("Company statement on recent reports", True, id="the statement of a company"),
        pytest.param("Bulletin No. 12: events at the pier", True, id="a bulletin with a number"),
        pytest.param("Swine fever: notice to farmers", True, id="a notice"),
        pytest.param("Mine: company statement leaves questions open", False, id="a headline on a statement"),
        pytest.param("Press stands still at Kemi printers", False, id="a headline on a press"),
    ],
)
def test_what_a_page_calls_itself(headline: str, own: bool) -> None:
    assert own_page(told(SAID, outlet="Mulberry", headline=headline)) is own


@pytest.mark.parametrize(("name", "press"), [("The Independent", True), ("Independent Police Board", False)])
def test_a_word_of_newspapers_beside_one_of_a_body_tells_nothing(name: str, press: bool) -> None:
    assert is_press_name(name) is press


@pytest.mark.parametrize(
    ("masthead", "foot", "own"),
    [
        pytest.param("Home | Our mandate | Tenders | Vacancies", "", True, id="what a ministry has"),
        pytest.param("Who we are   Publications   Donate", "", True, id="what a charity has"),
        pytest.param("Fleet · Tariffs · Careers · Investors", "", True, id="what a company has"),
        pytest.param("About / Method / Data (CSV) / Donate", "", True, id="what a monitor has"),
        pytest.param("Quiénes somos | Transparencia | Libro de reclamaciones", "", True, id="in Spanish"),
        pytest.param("News Sport Showbiz Horoscope", "", False, id="what a tabloid has"),
        pytest.param("Politics | Society | E-paper | Obituaries", "", False, id="what a newspaper has"),
        pytest.param("Listen live · Podcasts · Frequencies", "", False, id="what a station has"),
        pytest.param("World | Markets | Client login", "", False, id="what an agency has"),
        pytest.param("41.2K subscribers | Mute", "", False, id="what a channel has"),
        pytest.param("", "Most read: ferries | Comments (14)", False, id="a foot with comments"),
        pytest.param("Kultura  Sport  Hronika", "", False, id="in Serbian"),
        pytest.param("Tenders | Vacancies | Weather | Sport", "", True, id="as many of both: how it speaks"),
    ],
)
def test_menus_tell_whose_page_it_is_however_it_speaks(masthead: str, foot: str, own: bool) -> None:
    page = told(SAID, outlet="Mulberry", around=f"We found that {SAID}.")
    assert own_page(replace(page, masthead=masthead, foot=foot)) is own


def test_a_monitor_by_its_menu_is_no_newspaper() -> None:
    page = told(SAID, outlet="Kemi Borders Monitor")
    assert not own_page(page)
    assert own_page(replace(page, masthead="Methodology | Who we are | Donate"))


def test_the_names_of_bodies_in_a_masthead() -> None:
    masthead = (
        "PERU | Ministry of Works | KHA\nKemi Harbour Administration\nThe Ministry | Press room\nKemi News Agency"
    )
    assert body_names(masthead) == ("Ministry of Works", "KHA", "Kemi Harbour Administration")
