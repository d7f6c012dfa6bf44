from __future__ import annotations

import pytest

from sayso.intake.page.lines import split_lines
from sayso.intake.page.masthead import body_at_top, from_top
from sayso.intake.page.outlet import titled_outlet
from sayso.model import BlockKind

ARTICLE = (
    "\nLock gates stay shut\nThe gates of the upper lock stay shut until May, the keeper told Lagoon Brief on Friday."
)

TOP = {
    "a word of the trade, in capitals": ("RIVER GAZETTE\nNews | Sport", ["RIVER GAZETTE"]),
    "a name that the article has again": ("Lagoon Brief\nBefore breakfast\nSign in | Jobs", ["Lagoon Brief"]),
    "a radio station's frequency is not its name": ("RADIO LAGOON 94.3 FM\nOn air now", ["RADIO LAGOON"]),
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


TITLES = {
    "behind a stroke": ("Lock gates stay shut | Lagoon Post", "Lagoon Post"),
    "before a dash": ("Lagoon Monitors — Lock gates stay shut", "Lagoon Monitors"),
    "a section between": ("Lock gates stay shut | News | Lagoon Post", None),
    "the headline alone": ("Lock gates stay shut", None),
}


@pytest.mark.parametrize(("title", "outlet"), TITLES.values(), ids=TITLES.keys())
def test_titled_outlet(title: str, outlet: str | None) -> None:
    assert titled_outlet((title,), "Lock gates stay shut") == outlet
