"""The log of what people decided, and grades and notes where they belong."""

from __future__ import annotations

from fastapi.testclient import TestClient

from sayso.ledger import SqlStore
from tests.web.pages.test_judging import judge, one


def test_a_judgement_is_in_the_log_and_is_taken_back_there(writer: TestClient, store: SqlStore) -> None:
    claim, statement, _ = one(store)
    judge(writer, f"/claims/{claim}", do="note", target=statement, why="asked the ministry")
    text = writer.get("/log").text
    assert "asked the ministry" in text
    assert "note on statements" in text
    with store.view() as view:
        made = next(view.judgements())
    assert judge(writer, "/log", do="undo", judgement=made.id).status_code == 303
    assert "undone by" in writer.get("/log").text


def test_the_log_of_one_person(writer: TestClient, store: SqlStore) -> None:
    claim, statement, _ = one(store)
    judge(writer, f"/claims/{claim}", do="note", target=statement, why="asked the ministry")
    assert "asked the ministry" in writer.get("/log?who=Ann").text
    assert "asked the ministry" not in writer.get("/log?who=Ben").text


def test_grades_stand_where_they_were_given(writer: TestClient, store: SqlStore) -> None:
    claim, statement, report = one(store)
    with store.view() as view:
        origin = view.claim(claim).origins[0].actor
    judge(writer, f"/claims/{claim}", do="grade", target=statement, grade="2")
    judge(writer, f"/reports/{report}", do="grade", target=report, grade="3")
    judge(writer, f"/actors/{origin.id}", do="grade", target=origin.name, grade="B")
    assert "2: probably true</span>" in writer.get(f"/claims/{claim}").text
    assert "3: possibly true</span>" in writer.get(f"/reports/{report}").text
    assert "B: usually reliable</span>" in writer.get(f"/actors/{origin.id}").text


def test_claims_are_merged_and_split_again(writer: TestClient, store: SqlStore) -> None:
    claim, statement, _ = one(store)
    with store.view() as view:
        other = next(found for found in view.claims() if found.id != claim)
    named = [claim, f"http://localhost/claims/{other.id}?x=1"]
    both = judge(writer, f"/claims/{claim}", do="merge", claims=named).headers["location"].partition("?")[0]
    with store.view() as view:
        assert set(view.claim(both.rpartition("/")[2]).statements) == {statement, *other.statements}
    answer = judge(writer, both, do="split", claim=both.rpartition("/")[2], statements=[statement])
    assert answer.status_code == 303
    with store.view() as view:
        assert view.claim(claim).statements == (statement,)


def test_what_cannot_be_split_is_told(writer: TestClient, store: SqlStore) -> None:
    claim, statement, _ = one(store)
    answer = judge(writer, f"/claims/{claim}", do="split", claim=claim, statements=[statement])
    assert (answer.status_code, "not all of them" in answer.text) == (422, True)
