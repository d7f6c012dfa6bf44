"""Actors."""

from __future__ import annotations

from fastapi.testclient import TestClient

from tests.factory import actor
from tests.web.pages.conftest import HOSTILE

WHO = actor(f"{HOSTILE} ministry")


def test_the_list_is_restricted_by_name(reader: TestClient) -> None:
    assert f"/actors/{WHO.id}" in reader.get("/actors").text
    assert f"/actors/{WHO.id}" in reader.get("/actors?name=ministry").text
    assert "Nobody of this name" in reader.get("/actors?name=zebra").text


def test_what_one_said_and_who_cites_them(reader: TestClient) -> None:
    text = reader.get(f"/actors/{WHO.id}").text
    assert "at least 40 lorries" in text
    assert "Who cites them" in text
    assert "Post &lt;script&gt;" in text[text.index("Who cites them") :]


def test_there_is_no_such_actor(reader: TestClient) -> None:
    assert reader.get("/actors/deadbeef").status_code == 404
