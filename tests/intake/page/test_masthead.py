from __future__ import annotations

import pytest

from sayso.intake.page.lines import split_lines
from sayso.intake.page.masthead import body_at_top, from_top, in_full, set_apart
from sayso.intake.page.outlet import find_outlet, home_of, site_in_title, title_tail, titled_outlet
from sayso.model import BlockKind

ARTICLE = (
    "\nLock gates stay shut\nThe gates of the upper lock stay shut until May, the keeper told Lagoon Brief on Friday."
)

TOP = {
    "a word of the trade, in capitals": ("RIVER GAZETTE\nNews | Sport", ["RIVER GAZETTE"]),
    "a name that the article has again": ("Lagoon Brief\nBefore breakfast\nSign in | Jobs", ["Lagoon Brief"]),
    "a radio station's frequency is not its name": ("RADIO LAGOON 94.3 FM\nOn air now", ["RADIO LAGOON"]),
    "a station's town behind its frequency": ("RADIO LAGOON  94.3 FM  Kisumu\nOn air now", ["RADIO LAGOON"]),
    "two slashes before the towns": ("LAGOON WIRE // Tirana . Skopje\nClient login", ["LAGOON WIRE"]),
    "letters set apart": ("L A G O O N   D I G E S T\nno comment\n[RSS]", ["LAGOON DIGEST"]),
    "a stroke parts the name from a motto": ("Lagoon Wire | Notícias · News\nES | EN", ["Lagoon Wire"]),
    "a button that nothing bears out": ("Skip To Content\nMain Menu", []),
    "a date": ("Monday Post, 4 March 2024\nMenu", []),
    "a sentence": ("News from the lagoon and its shores\nMenu", []),
}


def _kinds(top: str) -> list[BlockKind]:
    return [BlockKind.CHROME] * len(top.splitlines()) + [BlockKind.HEADLINE, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(("top", "names"), TOP.values(), ids=TOP.keys())
def test_from_top(top: str, names: list[str]) -> None:
    assert list(from_top(split_lines(top + ARTICLE), _kinds(top))) == names


BODIES = {
    "a ministry": ("REPUBLIC OF KENYA\nMinistry of Fisheries\nHome | Tenders", ["Ministry of Fisheries"]),
    "an office": ("Baltic Customs Office\nEN  Search", ["Baltic Customs Office"]),
    "with its seat": ("Institute of Hydrology, Basra\nHome   About", ["Institute of Hydrology"]),
    "an edition of a paper": ("Lagoon Alo – English edition\nHome :: Letters", ["Lagoon Alo"]),
    "a menu entry that only begins with such a word": ("Service Hotline\nMenu", []),
}


@pytest.mark.parametrize(("top", "names"), BODIES.values(), ids=BODIES.keys())
def test_body_at_top(top: str, names: list[str]) -> None:
    assert list(body_at_top(split_lines(top + ARTICLE), _kinds(top))) == names


APART = {
    "in capitals above a motto": ("TIDES AND MUD\na blog about the coast, by Jo Lind\nAbout", ["TIDES AND MUD"]),
    "one word, with a picture": ("MUDALARM 📡 channel archive\n12 907 subscribers", ["MUDALARM"]),
    "in small letters, beside what it is": (
        "Friends of Kisumu in Ghent – newsletter and blog\nHome / Meetings",
        ["Friends of Kisumu in Ghent"],
    ),
    "how many follow it": ("reader ▸ digests\nEL FARO 17.9K\n", []),
    "a headline in capitals, and nothing of a site": ("GATES STAY SHUT", []),
}


@pytest.mark.parametrize(("top", "names"), APART.values(), ids=APART.keys())
def test_set_apart(top: str, names: list[str]) -> None:
    assert list(set_apart(split_lines(top + ARTICLE), _kinds(top))) == names


FULL = {
    "initials alone": ("LNA", "LNA\nLagoon News Agency\nTop news", "Lagoon News Agency"),
    "other initials": ("LNA", "LNA\nRiver News Agency\nTop news", "LNA"),
    "a name": ("Lagoon Post", "LP\nLagoon Post", "Lagoon Post"),
}


@pytest.mark.parametrize(("name", "top", "full"), FULL.values(), ids=FULL.keys())
def test_in_full(name: str, top: str, full: str) -> None:
    assert in_full(name, split_lines(top)) == full


SITES = {
    "a ministry, with its country": ("Notices - Ministry of Mud, Republic of Kenya", "Ministry of Mud"),
    "a firm, without its form": ("Press room - Lagoon Shipping S.A.", "Lagoon Shipping"),
    "a section, which the page does not have so": ("Gates stay shut - Harbour News", None),
    "no part of it a name": ("Gates | how we work", None),
}


@pytest.mark.parametrize(("title", "site"), SITES.values(), ids=SITES.keys())
def test_site_in_title(title: str, site: str | None) -> None:
    text = "The Ministry of Mud asks skippers for patience. Lagoon Shipping rejects the charge."
    assert site_in_title([title], "Skippers wait at the gates", text) == site


TAILS = {
    "behind most of the headline": ("Statement by the Harbour Master - HBA", "HBA"),
    "behind the first words of the headline": ("GATES OF WRATH | Daily Ferry", "Daily Ferry"),
    "a body, behind other words": (
        "Announcement | Ministry of Mud of the Republic of Kenya",
        "Ministry of Mud of the Republic of Kenya",
    ),
    "a body, before its state": ("Notices | Ministry of Mud | Republic of Kenya", "Ministry of Mud"),
    "a section": ("Opinion | Letters", None),
    "a state alone": ("Republic of Kenya", None),
    "a body that the headline ends in": ("Gates of wrath: Office of the Harbour Master", None),
    "the headline alone": ("Statement by the Harbour Master on the gates", None),
}


@pytest.mark.parametrize(("title", "site"), TAILS.values(), ids=TAILS.keys())
def test_title_tail(title: str, site: str | None) -> None:
    assert title_tail([title], "Gates of wrath: statement by the Office of the Harbour Master on recent events") == site


PARTED = {
    "initials and what they stand for": ("LBR | Lagoon Bureau of Roads", "Lagoon Bureau of Roads"),
    "a name and its own language": ("KTV | Kituo Taifa", "KTV"),
    "a name in capitals and a motto": ("LAGOON VOICE – people and boats", "LAGOON VOICE"),
    "two scripts": ("ЛИМАН / LIMAN POST", "LIMAN POST"),
    "a state above its ministry": ("REPUBLIC OF KENYA\nMINISTRY OF MUD", "MINISTRY OF MUD OF THE REPUBLIC OF KENYA"),
    "a name above what it tells of": ("LAGOON VOICE\nNews of Kisumu, Homa Bay", "LAGOON VOICE"),
}


@pytest.mark.parametrize(("top", "outlet"), PARTED.values(), ids=PARTED.keys())
def test_an_outlet_in_the_first_line(top: str, outlet: str) -> None:
    above = f"{top}\nHome  Politics  Sports"
    assert find_outlet(split_lines(above + ARTICLE), _kinds(above)) == outlet


def test_a_link_to_the_front_page_has_the_name_of_the_site() -> None:
    assert home_of(["Home", "Delta Shipping NV"]) == "Delta Shipping"


TITLES = {
    "behind a stroke": ("Lock gates stay shut | Lagoon Post", "Lagoon Post"),
    "before a dash": ("Lagoon Monitors — Lock gates stay shut", "Lagoon Monitors"),
    "a section between": ("Lock gates stay shut | News | Lagoon Post", None),
    "the headline alone": ("Lock gates stay shut", None),
}


@pytest.mark.parametrize(("title", "outlet"), TITLES.values(), ids=TITLES.keys())
def test_titled_outlet(title: str, outlet: str | None) -> None:
    assert titled_outlet((title,), "Lock gates stay shut") == outlet
