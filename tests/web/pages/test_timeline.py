"""The timeline."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import TOKEN
from tests.web.pages.conftest import browser_of
from tests.web.pages.harbour import COUNTRY, CRANE, FERRY, HEBREW, QUAY, ledger_in


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    store = ledger_in(tmp_path_factory.mktemp("harbour"))
    yield browser_of(store, token=TOKEN)
    store.close()


def lane(text: str, words: str) -> str:
    """The part of the page about one claim."""
    (found,) = [part for part in re.split(r'<li class="lane"', text)[1:] if words in part]
    return found


def test_what_is_not_known_of_a_time_is_drawn_open(harbour: TestClient) -> None:
    text = harbour.get("/timeline").text
    assert 'class="bar doubtful"' in lane(text, CRANE)
    assert "about March 2024" in lane(text, CRANE)
    assert 'class="open"' in lane(text, FERRY)
    assert "from 12 March 2024, end unknown" in lane(text, FERRY)
    assert 'class="open"' not in lane(text, CRANE)


def test_claims_stand_by_the_time_of_what_they_tell(harbour: TestClient) -> None:
    text = harbour.get("/timeline").text
    places = [text.index(words) for words in (QUAY, CRANE, FERRY)]
    assert places == sorted(places), "1987 or 11 March, March, 12 March"


def test_what_tells_no_time_is_listed_apart(harbour: TestClient) -> None:
    before, _, after = harbour.get("/timeline").text.partition('class="untimed"')
    assert COUNTRY in after
    assert COUNTRY not in before


def test_when_it_was_said_is_told_from_when_it_happened(harbour: TestClient) -> None:
    found = lane(harbour.get("/timeline").text, FERRY)
    assert found.count('class="said"') == 1
    assert '<span class="hidden">, said <time datetime="2024-03-12T08:00Z">' in found


FILTERS = [
    pytest.param("outlet=coast", {QUAY, COUNTRY}, id="by outlet"),
    pytest.param("place=Norway", {COUNTRY}, id="by place"),
    pytest.param("since=2024-03-12", {CRANE, FERRY, COUNTRY}, id="by time, which what is open or in doubt meets"),
    pytest.param(f"origin={HEBREW}", {FERRY}, id="by a name from right to left"),
    pytest.param("about=nobody", set(), id="nothing"),
]


@pytest.mark.parametrize("path", ["/timeline", "/map", "/graph"])
def test_a_form_with_empty_fields_leads_to_an_address_without(harbour: TestClient, path: str) -> None:
    answer = harbour.get(f"{path}?about=&outlet=coast")
    assert (answer.status_code, answer.headers["location"]) == (303, f"{path}?outlet=coast")
    part = harbour.get(f"{path}?about=&outlet=coast", headers={"HX-Request": "true"})
    assert (part.status_code, part.headers["hx-push-url"]) == (200, f"{path}?outlet=coast")


@pytest.mark.parametrize(("asked", "shown"), FILTERS)
def test_the_filters_are_those_of_the_list(harbour: TestClient, asked: str, shown: set[str]) -> None:
    text = harbour.get(f"/timeline?{asked}").text
    assert {words for words in (QUAY, CRANE, FERRY, COUNTRY) if words in text} == shown
    assert ("No claim meets all of this" in text) == (not shown)


@pytest.mark.parametrize("path", ["/timeline", "/map", "/graph", "/queue"])
def test_a_mistake_is_told_beside_its_field(harbour: TestClient, path: str) -> None:
    answer = harbour.get(f"{path}?since=someday")
    assert answer.status_code == 422
    assert 'id="e-since">a year, a month or a day' in answer.text


@pytest.mark.parametrize("path", ["/claims", "/timeline", "/map", "/graph"])
def test_the_same_can_be_looked_at_otherwise(harbour: TestClient, path: str) -> None:
    text = harbour.get(f"{path}?outlet=coast").text
    for other in ("/claims", "/timeline", "/map", "/graph"):
        assert f'href="{other}?outlet=coast"' in text


@pytest.mark.parametrize(("module", "path"), [("timeline", "/timeline"), ("worldmap", "/map"), ("graph", "/graph")])
def test_older_claims_are_on_the_next_page(
    harbour: TestClient, monkeypatch: pytest.MonkeyPatch, module: str, path: str
) -> None:
    monkeypatch.setattr(f"sayso.web.pages.{module}.SHOWN", 3)
    text = harbour.get(path).text
    assert "The newest 3 claims" in text
    more = re.search(r'href="([^"]+)" rel="next"', text)
    assert more
    assert "older claim" in harbour.get(more[1].replace("&amp;", "&")).text
