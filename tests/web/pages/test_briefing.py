"""Briefs on pages."""

from __future__ import annotations

from fastapi.testclient import TestClient

from sayso.ledger import Filter, SqlStore
from tests.web.pages.test_app import risky


def test_a_claim_has_a_brief_to_copy(reader: TestClient, kept: SqlStore) -> None:
    with kept.view() as view:
        claim = next(view.claims(Filter(outlet="post")))
    text = reader.get(f"/claims/{claim.id}/brief").text
    assert "## Sources" in text
    assert "[1]</a>" in text
    assert risky(text) == []


def test_what_is_seen_has_one(reader: TestClient) -> None:
    text = reader.get("/brief?outlet=coast").text
    assert "the opera house opens again in June" in text
    assert "lorries" not in text


def test_a_filter_that_makes_no_sense_is_no_brief_of_all(reader: TestClient) -> None:
    answer = reader.get("/brief?since=someday")
    assert (answer.status_code, "since: a year, a month or a day" in answer.text) == (422, True)


def test_of_nothing_there_is_none(reader: TestClient) -> None:
    assert reader.get("/brief?outlet=nobody").status_code == 404
