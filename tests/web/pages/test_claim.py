"""A claim's page."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import Filter, SqlStore


@pytest.fixture
def text(reader: TestClient, kept: SqlStore) -> str:
    with kept.view() as view:
        claim = next(view.claims(Filter(outlet="post")))
    return reader.get(f"/claims/{claim.id}").text


def test_who_says_it_how_surely_and_where(text: str) -> None:
    assert "1 origin</b>, 1 report, 1 statement" in text
    assert "as probable (55%–80%)" in text
    assert "BY" in text


def test_its_numbers_keep_their_bounds(text: str) -> None:
    assert "at least 40</th>" in text
    assert '<svg class="range"' in text


def test_nobody_denies_it(text: str) -> None:
    assert "Nobody in this ledger." in text


def test_whoever_has_not_signed_in_cannot_judge(text: str) -> None:
    assert 'action="/judge"' not in text


def test_there_is_no_such_claim(reader: TestClient) -> None:
    assert reader.get("/claims/deadbeef").status_code == 404
