"""The map, and where things stand on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from sayso.model import Place
from sayso.web.pages.placing import Extent, Spot, extent, window
from sayso.web.pages.projection import HEIGHT, WIDTH, project
from tests.web.conftest import TOKEN
from tests.web.pages.conftest import browser_of
from tests.web.pages.harbour import ledger_in


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    store = ledger_in(tmp_path_factory.mktemp("harbour"))
    yield browser_of(store, token=TOKEN)
    store.close()


def test_a_town_is_a_circle_and_a_country_is_its_shape(harbour: TestClient) -> None:
    text = harbour.get("/map").text
    x, y = project(10.03, 59.05)
    assert f'cx="{x:.1f}" cy="{y:.1f}"' in text
    assert text.count('<circle class="spot') == 1 + 2, "and two in the legend"
    assert re.search(r'<use class="area" href="/static/world\.svg\?v=\w+#NO"', text)


def test_what_has_no_position_is_listed_and_what_names_no_place_counted(harbour: TestClient) -> None:
    text = harbour.get("/map").text
    _, _, apart = text.partition("Position not known")
    assert "Old Slip" in apart
    assert "1 claim whose words name no place is not drawn" in apart


def test_places_lead_to_their_claims_under_the_same_filters(harbour: TestClient) -> None:
    assert 'href="/claims?outlet=coast&amp;place=3147474"' in harbour.get("/map?outlet=coast").text


EXTENTS = [
    pytest.param(Place(name="Norway", geonames_id=3144096), Extent.COUNTRY, id="a country"),
    pytest.param(Place(name="Larvik", geonames_id=3147474), Extent.TOWN, id="a town"),
    pytest.param(Place(name="Larvik"), Extent.UNKNOWN, id="a name alone"),
    pytest.param(Place(name="Larvik", geonames_id=1), Extent.UNKNOWN, id="an id that nothing has"),
]


@pytest.mark.parametrize(("place", "found"), EXTENTS)
def test_how_large_a_place_is(place: Place, found: Extent) -> None:
    assert extent(place) is found


def spot(lon: float, lat: float) -> Spot:
    return Spot(place=Place(name="x"), extent=Extent.TOWN, claims=(), members=(), at=project(lon, lat), radius=5)


def test_a_window_holds_all_places_with_room_around() -> None:
    spots = [spot(24, 56), spot(28, 44), spot(35, 39)]
    found = window(spots)
    for one in spots:
        assert one.at is not None
        assert found.x < one.at[0] < found.x + found.width
        assert found.y < one.at[1] < found.y + found.height


def test_one_place_is_shown_in_its_region_and_none_in_the_world() -> None:
    assert window([spot(24, 56)]).width == 900
    assert (window([]).width, window([]).height) == (WIDTH, HEIGHT)
    assert window([spot(-179, 0), spot(179, 0)]).width == WIDTH
