"""All pages together are the list."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import SqlStore
from sayso.workflow import keep
from tests.factory import report
from tests.standins import sentences

LISTS = ("reports", "statements", "timeline", "claims", "actors", "search?q=bridge*", "timeline?origin=red%20cross")


def pages(client: TestClient, asked: str, sizes: list[int]) -> list[Any]:
    """The pages of a list; each is as large as `sizes` say in turn."""
    found: list[Any] = []
    cursor = None
    while True:
        size = sizes[len(found) % len(sizes)]
        answer = client.get(asked, params=params_of(asked) | {"limit": size} | ({"cursor": cursor} if cursor else {}))
        assert answer.status_code == 200, answer.text
        page = answer.json()
        assert len(page["items"]) <= size
        found.append(page["items"])
        cursor = page["next"]
        if cursor is None:
            return found
        assert len(page["items"]) == size


def params_of(asked: str) -> dict[str, str]:
    _, _, query = asked.partition("?")
    return dict(pair.split("=") for pair in query.replace("%20", " ").split("&")) if query else {}


@pytest.mark.parametrize("asked", LISTS)
def test_all_pages_together_are_the_list(client: TestClient, asked: str) -> None:
    whole = client.get(asked, params=params_of(asked) | {"limit": 100}).json()["items"]
    assert len(whole) > 2

    @settings(max_examples=10)
    @given(sizes=st.lists(st.integers(min_value=1, max_value=len(whole) + 1), min_size=1, max_size=3))
    def together(sizes: list[int]) -> None:
        found = pages(client, asked, sizes)
        assert [item for page in found for item in page] == whole
        assert all(found), "no page is empty"

    together()


def test_what_is_read_in_between_shows_nothing_twice(writer: TestClient, store: SqlStore) -> None:
    """A newer report comes before the page that is shown."""
    before = [row["id"] for row in writer.get("reports").json()["items"]]
    first = writer.get("reports?limit=3").json()
    keep(
        sentences(report("A ferry ran aground at noon.", published="2031-01-01", uri="https://x.example/1"))[0],
        (),
        store,
    )
    rest = writer.get("reports", params={"cursor": first["next"]}).json()
    assert [row["id"] for row in first["items"] + rest["items"]] == before


CURSORS = [
    pytest.param("!", id="not base64"),
    pytest.param("é", id="not ASCII"),
    pytest.param("a", id="base64 of nothing"),
    pytest.param(urlsafe_b64encode(b"\xff\xfe").decode(), id="not UTF-8"),
    pytest.param(urlsafe_b64encode(b"{}").decode(), id="another thing in JSON"),
    pytest.param(urlsafe_b64encode(b'["q", 3]').decode(), id="a number for a name"),
    pytest.param(urlsafe_b64encode(b'["q", "x"]').decode(), id="made up"),
]


@pytest.mark.parametrize("cursor", CURSORS)
@pytest.mark.parametrize("asked", ["claims", "search?q=bridge"])
def test_what_is_no_cursor_is_refused(client: TestClient, asked: str, cursor: str) -> None:
    answer = client.get(asked, params=params_of(asked) | {"cursor": cursor})
    assert (answer.status_code, answer.json()["detail"][:7]) == (404, "cursor:")


def test_a_cursor_belongs_to_its_question(client: TestClient) -> None:
    cursor = client.get("claims?limit=1").json()["next"]
    for asked in ("reports", "timeline", "claims?contested=true", "search?q=bridge"):
        answer = client.get(asked, params=params_of(asked) | {"cursor": cursor})
        assert (answer.status_code, answer.json()["detail"]) == (404, "cursor: it belongs to another question")
    assert client.get("claims", params={"cursor": cursor, "limit": 7}).status_code == 200


def test_the_end_of_a_page_that_is_gone_is_told(writer: TestClient) -> None:
    """Claims that are merged have another id: what the cursor stood at is no more."""
    first = writer.get("claims?limit=1").json()
    claims = [line["claim"]["id"] for line in writer.get("claims?limit=2").json()["items"]]
    assert writer.post("judgements", json={"do": "merge", "who": "Ann", "claims": claims}).status_code == 201
    answer = writer.get("claims", params={"cursor": first["next"]})
    assert (answer.status_code, "begin it again" in answer.json()["detail"]) == (404, True)
