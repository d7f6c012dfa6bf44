"""Judging from a page."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from sayso.ledger import Filter, SqlStore
from sayso.model import Certainty
from tests.web.pages.conftest import form_token


def one(store: SqlStore) -> tuple[str, str, str]:
    """The ids of a claim, of its one statement, and of the report that it is in."""
    with store.view() as view:
        claim = next(view.claims(Filter(outlet="post")))
        return claim.id, claim.statements[0], view.statement(claim.statements[0]).report


def judge(browser: TestClient, page: str, **fields: str | list[str]) -> Response:
    return browser.post("/judge", data={"form_token": form_token(browser, page), "to": page} | fields)


def test_a_statement_is_rejected_and_comes_back(writer: TestClient, store: SqlStore) -> None:
    claim, statement, report = one(store)
    answer = judge(writer, f"/claims/{claim}", do="reject", statement=statement, why="misread")
    assert answer.status_code == 303
    path, _, done = answer.headers["location"].partition("?done=")
    assert path == "/claims", "its claim is gone"
    assert writer.get(f"/claims/{claim}").status_code == 404
    text = writer.get(answer.headers["location"]).text
    assert "Kept, by <b>Ann</b>: misread." in text
    assert "Rejected by people" in writer.get(f"/reports/{report}").text
    judge(writer, answer.headers["location"], do="undo", judgement=done)
    assert writer.get(f"/claims/{claim}").status_code == 200


def test_a_field_is_corrected(writer: TestClient, store: SqlStore) -> None:
    claim, statement, _ = one(store)
    answer = judge(writer, f"/claims/{claim}", do="correct", statement=statement, field="certainty", value="possible")
    path = answer.headers["location"]
    assert path.startswith("/claims/")
    assert "certainty by Ann" in writer.get(path).text
    with store.view() as view:
        assert view.statement(statement).statement.factuality.certainty is Certainty.POSSIBLE


WRONG = [
    pytest.param({"do": "correct", "field": "certainty", "value": "quite"}, 422, id="no value of the field"),
    pytest.param({"do": "correct", "field": "", "value": "possible"}, 422, id="no field"),
    pytest.param({"do": "explode"}, 422, id="nothing that can be done"),
    pytest.param({"do": "reject", "statement": "deadbeef"}, 404, id="no statement"),
]


@pytest.mark.parametrize(("fields", "status"), WRONG)
def test_what_makes_no_sense_changes_nothing(
    writer: TestClient, store: SqlStore, fields: dict[str, str], status: int
) -> None:
    claim, statement, _ = one(store)
    answer = judge(writer, f"/claims/{claim}", **{"statement": statement} | fields)
    assert answer.status_code == status
    with store.view() as view:
        assert not list(view.judgements())


def test_the_name_is_that_of_the_session(writer: TestClient, store: SqlStore) -> None:
    claim, statement, _ = one(store)
    judge(writer, f"/claims/{claim}", do="accept", statement=statement, who="Bob")
    with store.view() as view:
        assert [judgement.who for judgement in view.judgements()] == ["Ann"]


WRITES = ["/judge", "/add", "/add/file?name=x"]


@pytest.mark.parametrize("path", WRITES)
def test_nobody_writes_without_signing_in(reader: TestClient, path: str) -> None:
    told = {"form_token": form_token(reader), "do": "accept", "statement": "x", "page": "x"}
    answer = reader.post(path, data=told)
    assert (answer.status_code, "Sign in first" in answer.text) == (403, True)


FORGED = [
    pytest.param({"form_token": ""}, {}, id="no word of the form"),
    pytest.param({}, {"Origin": "https://evil.example"}, id="from another site"),
    pytest.param({}, {"Sec-Fetch-Site": "cross-site"}, id="a browser that says so"),
]


@pytest.mark.parametrize(("fields", "headers"), FORGED)
@pytest.mark.parametrize("path", WRITES)
def test_a_form_of_another_site_writes_nothing(
    writer: TestClient, store: SqlStore, path: str, fields: dict[str, str], headers: dict[str, str]
) -> None:
    _, statement, _ = one(store)
    told = {"form_token": form_token(writer), "do": "reject", "statement": statement, "page": "x"} | fields
    assert writer.post(path, data=told, headers=headers).status_code == 403
    with store.view() as view:
        assert (len(list(view.listing())), list(view.judgements())) == (9, [])


def test_forms_are_where_they_can_be_sent(writer: TestClient, store: SqlStore) -> None:
    claim, statement, report = one(store)
    for page in (f"/claims/{claim}", f"/reports/{report}"):
        text = writer.get(page).text
        assert f'name="statement" value="{statement}"' in text
        assert re.search(r'<button name="do" value="reject" data-key="x">', text)
