"""Lines of a site's head."""

from __future__ import annotations

import pytest

from sayso.intake.page.headline import find_headline
from sayso.intake.page.labels import article_lines
from sayso.intake.page.menus import is_menu, is_of_site
from sayso.intake.page.pieces import whole_lines

ARTICLE = (
    "Two ferries collided in the harbour of Burgas on Monday evening, and eleven passengers were taken to hospital.\n"
    "The harbour master, Ivan Petrov, said that the fog had come up within minutes and that both ships had sounded.\n"
    "The ferries carry commuters to the other side of the bay and are to sail again on Wednesday, the company said.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("World | Europe | Business", id="strokes"),
        pytest.param("News   Weather   Songs by request   English", id="wide gaps"),
        pytest.param("Home :: Sofia :: Letters", id="colons"),
        pytest.param("Nordic / Baltic / Archive", id="slashes"),
        pytest.param("[ Burgas ] [ Varna ] [ Ruse ]", id="brackets"),
    ],
)
def test_menus(text: str) -> None:
    assert is_menu(text)


def test_buttons_to_share_by_are_no_menu() -> None:
    assert not is_menu("Facebook   WhatsApp   Print")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("14 300 subscribers | unofficial copy", id="audience"),
        pytest.param("Pinned: no pictures of faces please", id="pinned"),
        pytest.param("« Previous: Mill sold    Next: Bus on time »", id="turning pages"),
        pytest.param("[Translated by machine, checked by an editor]", id="note in brackets"),
        pytest.param("Log in · From 2 leva a month", id="button"),
    ],
)
def test_lines_of_the_site(text: str) -> None:
    assert is_of_site(text)


@pytest.mark.parametrize("text", ["Eleven hurt as ferries collide in Burgas", "Ferry crash: 11 hurt, company says"])
def test_headlines_are_not_of_the_site(text: str) -> None:
    assert not is_of_site(text)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("RADIO PRISTAN 94.7 FM • BURGAS\nLive ▶   Songs   Call-in   English", id="name above a menu"),
        pytest.param("Pristan\nMy feed   Alerts   Client login", id="menu above"),
    ],
)
def test_the_headline_is_not_the_name_of_the_site(head: str) -> None:
    lines = whole_lines(f"{head}\n10 October 2018, 17:45\nEleven hurt as boats crash in fog\n{ARTICLE}")
    found = find_headline(lines, article_lines(lines))
    assert found is not None
    assert lines[found].text == "Eleven hurt as boats crash in fog"
