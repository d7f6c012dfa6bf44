"""The list of claims."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import Filter, SqlStore
from sayso.query.claims import list_claims
from sayso.web.pages import claims

ROW = re.compile(r'<li class="claim" data-row>')


def rows(text: str) -> int:
    return len(ROW.findall(text))


def test_all_claims_are_listed(reader: TestClient, kept: SqlStore) -> None:
    with kept.view() as view:
        known = list(list_claims(view, Filter()))
    text = reader.get("/claims").text
    assert rows(text) == len(known) == 9
    places = [text.index(f"/claims/{line.claim.id[:8]}") for line in known]
    assert places == sorted(places)
    assert "<b>1 origin</b>, 1 report" in text


FILTERS = [
    pytest.param("origin=Coast+Courier", 8, id="what an outlet says itself is of the outlet"),
    pytest.param("outlet=coast", 8, id="by outlet"),
    pytest.param("outlet=post", 1, id="another outlet"),
    pytest.param("certainty=probable", 1, id="by certainty"),
    pytest.param("certainty=unknown", 0, id="none is of unknown certainty"),
    pytest.param("place=BY", 1, id="by country"),
    pytest.param("since=2024-03-07&until=2024-03-08", 2, id="by time"),
    pytest.param("contested=true", 0, id="none is contested"),
    pytest.param("min_origins=1", 1, id="by origins"),
    pytest.param("outlet=coast&since=2024-03-08", 1, id="both"),
]


@pytest.mark.parametrize(("asked", "count"), FILTERS)
def test_filters(reader: TestClient, asked: str, count: int) -> None:
    answer = reader.get(f"/claims?{asked}")
    assert (answer.status_code, rows(answer.text)) == (200, count)


def test_pages_together_are_the_list(reader: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "SHOWN", 4)
    found, path = [], "/claims?outlet=coast"
    while path:
        text = reader.get(path).text
        found += re.findall(r'href="/claims/(\w+)" dir="auto"', text)
        more = re.search(r'<li class="more"><a href="([^"]+)"', text)
        path = more[1].replace("&amp;", "&") if more else ""
    assert len(found) == len(set(found)) == 8


def test_a_form_with_empty_fields_leads_to_an_address_without(reader: TestClient) -> None:
    answer = reader.get("/claims?about=&outlet=coast&certainty=")
    assert (answer.status_code, answer.headers["location"]) == (303, "/claims?outlet=coast")


def test_a_script_is_told_the_address_to_show(reader: TestClient) -> None:
    answer = reader.get("/claims?about=&outlet=coast", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["hx-push-url"]) == (200, "/claims?outlet=coast")


def test_a_mistake_is_told_beside_its_field(reader: TestClient) -> None:
    answer = reader.get("/claims?since=someday")
    assert answer.status_code == 422
    assert 'value="someday"' in answer.text
    assert 'id="e-since">a year, a month or a day' in answer.text


def test_the_first_page_is_the_list(reader: TestClient) -> None:
    assert reader.get("/").headers["location"] == "/claims"


def test_a_cursor_that_is_none(reader: TestClient) -> None:
    assert reader.get("/claims?cursor=!").status_code == 404
