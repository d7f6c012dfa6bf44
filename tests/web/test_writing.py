"""Judgements and uploads over HTTP do what the commands do, for whoever shows the token."""

from __future__ import annotations

from functools import reduce
from operator import getitem
from typing import Any

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import SqlStore
from tests.web.conftest import SHOWN, TOKEN, client_of

PAGE = (
    "Ferry service suspended at Brest\n\n"
    "The ferry across the river was suspended on Monday, the Harbour Office said.\n\n"
    "Two boats were damaged when the landing stage gave way, according to the Harbour Office.\n"
)


def ids(writer: TestClient, asked: str, *path: str) -> list[str]:
    """What stands at `path` in each thing of a list."""
    return [str(reduce(getitem, path, item)) for item in writer.get(asked).json()["items"]]


def wishes(writer: TestClient) -> dict[str, dict[str, Any]]:
    """One wish of each kind that this ledger can fulfil."""
    statement, other = ids(writer, "statements?limit=2", "statement", "id")
    newest = [row for row in writer.get("reports").json()["items"] if row["superseded_by"] is None]
    report, source = newest[0]["id"], newest[1]["id"]
    many = next(c["claim"] for c in writer.get("claims").json()["items"] if len(c["claim"]["statements"]) > 1)
    claims = ids(writer, "claims?limit=2", "claim", "id")
    return {
        "accept": {"do": "accept", "statement": statement},
        "accept a field": {"do": "accept", "statement": statement, "field": "time"},
        "reject": {"do": "reject", "statement": other},
        "reject a field": {"do": "reject", "statement": statement, "field": "place"},
        "correct": {"do": "correct", "statement": statement, "field": "certainty", "value": "possible"},
        "merge": {"do": "merge", "claims": claims},
        "split": {"do": "split", "claim": many["id"], "statements": many["statements"][:1]},
        "confirm": {"do": "confirm", "report": report, "source": source, "kind": "cites"},
        "deny": {"do": "deny", "report": report, "source": source},
        "grade a source": {"do": "grade", "target": "Example Post", "grade": "B"},
        "grade a report": {"do": "grade", "target": report, "grade": "3"},
        "note": {"do": "note", "target": report, "why": "ask the port"},
    }


KINDS = (
    "accept", "accept a field", "reject", "reject a field", "correct", "merge", "split", "confirm", "deny",
    "grade a source", "grade a report", "note",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_judgement_is_kept_and_can_be_undone(writer: TestClient, kind: str) -> None:
    made = writer.post("judgements", json=wishes(writer)[kind] | {"who": "Ann", "why": "seen on site"})
    assert made.status_code == 201, made.text
    assert (made.json()["who"], made.json()["why"]) == ("Ann", "seen on site")
    assert writer.get(made.headers["location"]).json() == made.json()
    undo = {"do": "undo", "who": "Ben", "judgement": made.json()["id"]}
    assert writer.post("judgements", json=undo).status_code == 201
    states = {entry["judgement"]["id"]: entry["state"] for entry in writer.get("judgements").json()["items"]}
    assert states[made.json()["id"]] == "undone"


def test_what_is_corrected_shows(writer: TestClient) -> None:
    wish = wishes(writer)["correct"] | {"who": "Ann"}
    assert writer.post("judgements", json=wish).status_code == 201
    assert writer.get(f"statements/{wish['statement']}").json()["statement"]["factuality"]["certainty"] == "possible"


REFUSED: list[Any] = [
    pytest.param({"do": "accept", "statement": "deadbeef"}, 404, id="no such statement"),
    pytest.param({"do": "undo", "judgement": "deadbeef"}, 404, id="no such judgement"),
    pytest.param({"do": "merge", "claims": ["deadbeef", "feed"]}, 404, id="no such claims"),
    pytest.param({"do": "grade", "target": "deadbeef", "grade": "3"}, 404, id="nothing to grade"),
    pytest.param({"do": "grade", "target": "Example Post", "grade": "G"}, 422, id="no such grade"),
    pytest.param({"do": "accept"}, 422, id="of what"),
    pytest.param({"do": "paint", "statement": "deadbeef"}, 422, id="no such wish"),
    pytest.param({"do": "accept", "statement": "deadbeef", "colour": "red"}, 422, id="a word that nobody knows"),
    pytest.param({"do": "accept", "statement": "deadbeef", "who": "  "}, 422, id="nobody judges"),
    pytest.param({"do": "note", "target": "Example Post", "why": "x" * 10_001}, 422, id="too long a reason"),
    pytest.param([], 422, id="a list"),
]


@pytest.mark.parametrize(("wish", "status"), REFUSED)
def test_a_wish_that_makes_no_sense_is_a_problem(writer: TestClient, wish: Any, status: int) -> None:
    body = {"who": "Ann"} | wish if isinstance(wish, dict) else wish
    answer = writer.post("judgements", json=body)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert writer.get("judgements").json()["items"] == []


def test_one_claim_cannot_be_merged(writer: TestClient) -> None:
    (claim,) = ids(writer, "claims?limit=1", "claim", "id")
    answer = writer.post("judgements", json={"do": "merge", "who": "Ann", "claims": [claim, claim]})
    assert (answer.status_code, answer.json()["detail"]) == (409, "name at least two claims to merge")


def test_a_value_that_the_field_cannot_have_is_a_conflict(writer: TestClient) -> None:
    (statement,) = ids(writer, "statements?limit=1", "statement", "id")
    wish = {"do": "correct", "who": "Ann", "statement": statement, "field": "certainty", "value": "blue"}
    answer = writer.post("judgements", json=wish)
    assert (answer.status_code, answer.headers["content-type"]) == (409, "application/problem+json")


def test_an_outdated_report_cannot_be_judged(writer: TestClient) -> None:
    old = next(row["id"] for row in writer.get("reports").json()["items"] if row["superseded_by"])
    answer = writer.post("judgements", json={"do": "note", "who": "Ann", "target": old})
    # a note on what is no report any more is one on a source of that name
    assert answer.json()["decision"] == {"on": "note", "grounds": [], "report": None, "source": old}
    refused = writer.post("judgements", json={"do": "grade", "who": "Ann", "target": old, "grade": "3"})
    assert (refused.status_code, "has a newer version" in refused.json()["detail"]) == (409, True)


def test_no_json_is_a_problem(writer: TestClient) -> None:
    answer = writer.post("judgements", content=b"{who", headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


class TestUploads:
    """A page that is sent is read, kept and linked."""

    def test_a_page_is_read_and_kept(self, writer: TestClient) -> None:
        answer = writer.post("uploads", params={"name": "https://news.example/ferry"}, content=PAGE.encode())
        assert answer.status_code == 200, answer.text
        (received,) = answer.json()["reports"]
        assert received["outcome"] == "new"
        report = writer.get(f"reports/{received['report']}").json()
        assert (report["text"], report["uri"]) == (PAGE, "https://news.example/ferry")
        assert len(report["statements"]) == received["statements"] > 0
        assert {s["origin"]["name"] for s in report["statements"] if s["origin"]} == {"Harbour Office"}
        assert writer.get("search?q=landing").json()["items"]

    def test_html_is_read_as_html(self, writer: TestClient) -> None:
        lines = PAGE.split("\n\n")
        article = f"<h1>{lines[0]}</h1>{''.join(f'<p>{paragraph}</p>' for paragraph in lines[1:])}"
        markup = f"<html><body><article>{article}</article></body></html>"
        (received,) = writer.post("uploads", content=markup, headers={"Content-Type": "text/html"}).json()["reports"]
        assert "<p>" not in writer.get(f"reports/{received['report']}").json()["text"]

    def test_the_same_page_again_is_known(self, writer: TestClient) -> None:
        first, again = (writer.post("uploads", content=PAGE.encode()).json()["reports"] for _ in range(2))
        assert (first[0]["report"], again[0]["outcome"]) == (again[0]["report"], "known")

    @pytest.mark.parametrize(
        ("name", "uri"),
        [
            pytest.param("../../etc/passwd", "passwd", id="a way up"),
            pytest.param("/home/ann/ferry.txt", "ferry.txt", id="a path"),
            pytest.param("C:\\Users\\ann\\ferry.txt", "ferry.txt", id="a path of Windows"),
            pytest.param("..", "-", id="the folder above"),
            pytest.param("", "-", id="no name"),
            pytest.param("file:///etc/passwd", "passwd", id="an address of a file"),
        ],
    )
    def test_a_name_is_only_a_name(self, writer: TestClient, name: str, uri: str) -> None:
        (received,) = writer.post("uploads", params={"name": name}, content=PAGE.encode()).json()["reports"]
        report = writer.get(f"reports/{received['report']}").json()
        assert (report["uri"], report["text"]) == (uri, PAGE)

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            pytest.param(b"", "empty", id="nothing"),
            pytest.param(b" \n", "empty", id="white space"),
            pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(64), "binary", id="a picture"),
            pytest.param(b"Menu\nHome\nSport\n", "no_body", id="no article"),
        ],
    )
    def test_what_cannot_be_read_is_listed_with_the_reason(
        self, writer: TestClient, content: bytes, reason: str
    ) -> None:
        answer = writer.post("uploads", content=content)
        told = answer.json()
        assert (answer.status_code, told["reports"]) == (200, [])
        assert [drop["reason"] for drop in told["left_out"]] == [reason]


WRITES = [("judgements", {"do": "note", "who": "Ann", "target": "Example Post", "why": "x"}), ("uploads", {})]


@pytest.mark.parametrize(("path", "body"), WRITES, ids=[path for path, _ in WRITES])
class TestToken:
    """Only the token opens what writes."""

    def test_without_a_token_of_its_own_a_server_only_reads(self, store: SqlStore, path: str, body: Any) -> None:
        answer = client_of(store).post(path, json=body, headers=SHOWN)
        assert (answer.status_code, "only reads" in answer.json()["detail"]) == (403, True)

    @pytest.mark.parametrize(
        "shown",
        [
            pytest.param({}, id="none"),
            pytest.param({"Authorization": "Bearer "}, id="an empty one"),
            pytest.param({"Authorization": f"Bearer {TOKEN[:-1]}"}, id="a shorter one"),
            pytest.param({"Authorization": f"Bearer {TOKEN}x"}, id="a longer one"),
            pytest.param({"Authorization": f"Basic {TOKEN}"}, id="in another way"),
            pytest.param({"Authorization": TOKEN}, id="alone"),
            pytest.param({"Authorization": "Bearer é".encode()}, id="not ASCII"),
        ],
    )
    def test_another_token_is_refused(self, store: SqlStore, path: str, body: Any, shown: dict[str, Any]) -> None:
        answer = client_of(store, token=TOKEN).post(path, json=body, headers=shown)
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
        assert answer.headers["content-type"] == "application/problem+json"
        with store.view() as view:
            assert list(view.judgements()) == []
