"""Briefs over HTTP are those of the command."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from sayso.export.brief import html, markdown
from sayso.ledger import Filter, SqlStore
from sayso.query.brief_sections import brief
from tests.web.test_reading import plain

ASKED = {
    "brief?about=Transport%20Ministry": Filter(about="Transport Ministry"),
    "brief?since=2024-03-03&until=2024-03-05": Filter(since="2024-03-03", until="2024-03-05"),
    "brief?min_origins=1": Filter(min_origins=1),
    "brief?limit=20": Filter(),
}


@pytest.mark.parametrize("asked", ASKED)
def test_a_brief_is_what_the_command_writes(client: TestClient, kept: SqlStore, asked: str) -> None:
    with kept.view() as view:
        made = brief(view, None, ASKED[asked])
    answer = client.get(asked)
    assert (answer.status_code, answer.text) == (200, markdown(made))
    assert answer.headers["content-type"].startswith("text/markdown")
    assert client.get(f"{asked}&form=html").text == html(made)
    assert client.get(f"{asked}&form=json").json() == plain(made)


def test_a_claim_has_one(client: TestClient, kept: SqlStore) -> None:
    with kept.view() as view:
        claim = next(view.claims())
        made = brief(view, claim.id, Filter())
    assert client.get(f"claims/{claim.id[:12]}/brief").text == markdown(made)
    assert made.title == claim.gist


def test_a_page_may_have_its_own_style_and_nothing_else(client: TestClient) -> None:
    answer = client.get("brief?form=html")
    assert answer.headers["content-type"].startswith("text/html")
    policy = answer.headers["content-security-policy"]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        pytest.param("claims/deadbeef/brief", 404, id="no such claim"),
        pytest.param("brief?about=Nobody%20At%20All", 404, id="nobody known"),
        pytest.param("brief?form=pdf", 422, id="no such form"),
        pytest.param("brief?limit=0", 422, id="of no claim"),
        pytest.param("brief?since=soon", 422, id="no date"),
    ],
)
def test_what_there_is_no_brief_on(client: TestClient, asked: str, status: int) -> None:
    answer = client.get(asked)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
