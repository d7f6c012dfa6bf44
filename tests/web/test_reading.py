"""Each question over HTTP has the answer that the ledger gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from fastapi.testclient import TestClient

from sayso.export import FORMATS
from sayso.export.document import encode
from sayso.ledger import Filter, SqlStore, View
from sayso.model import Certainty
from sayso.query.claims import list_claims
from sayso.query.trace import trace

LISTS: dict[str, Callable[[View], Any]] = {
    "reports": lambda view: view.listing(),
    "statements": lambda view: view.statements(),
    "timeline": lambda view: view.timeline(),
    "claims": lambda view: list_claims(view, Filter()),
    "actors": lambda view: view.actors(),
    "search?q=lorries": lambda view: view.search("lorries"),
    "statements?contested=true": lambda view: view.statements(Filter(contested=True)),
    "timeline?origin=red%20cross": lambda view: view.timeline(Filter(origin="red cross")),
    "claims?min_origins=1&since=2024-03-03": lambda view: list_claims(view, Filter(min_origins=1, since="2024-03-03")),
    "claims?outlet=courier&certainty=certain": lambda view: list_claims(
        view, Filter(outlet="courier", certainty=Certainty.CERTAIN)
    ),
    "actors?name=cross": lambda view: view.actors("cross"),
    "search?actor=council&until=2024-03-04": lambda view: view.search("actor:council until:2024-03-04"),
}


def plain(thing: object) -> Any:
    """`thing` as a client reads it."""
    return msgspec.json.decode(encode(thing))


@pytest.mark.parametrize("asked", LISTS)
def test_lists(client: TestClient, kept: SqlStore, asked: str) -> None:
    with kept.view() as view:
        wanted = plain(list(LISTS[asked](view)))
    answer = client.get(asked)
    assert (answer.status_code, answer.json()) == (200, {"items": wanted, "next": None})


def test_some_lists_are_not_empty(client: TestClient) -> None:
    """Or the comparison above would show nothing."""
    empty = [asked for asked in LISTS if not client.get(asked).json()["items"]]
    assert empty == ["statements?contested=true"]


def test_single_things(client: TestClient, kept: SqlStore) -> None:
    with kept.view() as view:
        report, seen, claim = next(view.reports()), next(view.statements()), next(view.claims())
        wanted = {
            f"reports/{report.id}": report,
            f"statements/{seen.statement.id}": seen,
            f"claims/{claim.id}": claim,
            f"claims/{claim.id}/trace": trace(view, claim.id),
            f"actors/{next(view.actors()).id}": next(view.actors()),
        }
    for asked, thing in wanted.items():
        assert client.get(asked).json() == plain(thing), asked


def test_the_first_digits_of_an_id_do(client: TestClient) -> None:
    whole = client.get("claims?limit=1").json()["items"][0]["claim"]["id"]
    assert client.get(f"claims/{whole[:12]}").json()["id"] == whole


def test_the_overview_counts(client: TestClient, kept: SqlStore) -> None:
    with kept.view() as view:
        counts = plain(view.counts())
    told = client.get("").json()
    assert (told["counts"], told["writable"], told["formats"]) == (counts, False, list(FORMATS))


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_is_what_the_command_writes(client: TestClient, kept: SqlStore, form: str) -> None:
    out = BytesIO()
    with kept.view() as view:
        FORMATS[form].write(view, out)
    answer = client.get(f"exports/{form}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == FORMATS[form].media
    assert answer.headers["content-disposition"] == f'attachment; filename="sayso{FORMATS[form].suffix}"'
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert answer.content == out.getvalue()


MISTAKES = [
    pytest.param("reports/deadbeef", 404, "there is no report deadbeef", id="no such report"),
    pytest.param("statements/deadbeef", 404, "there is no statement deadbeef", id="no such statement"),
    pytest.param("claims/deadbeef", 404, "there is no claim deadbeef", id="no such claim"),
    pytest.param("claims/deadbeef/trace", 404, "there is no claim deadbeef", id="nothing to trace"),
    pytest.param("actors/deadbeef", 404, "there is no actor deadbeef", id="no such actor"),
    pytest.param("judgements/deadbeef", 404, "there is no judgement deadbeef", id="no such judgement"),
    pytest.param("exports/xml", 404, "no format 'xml'", id="no such format"),
    pytest.param("exports/..%2F..%2Fetc%2Fpasswd", 404, "", id="a way out of the exports"),
    pytest.param("exports/%2e%2e", 404, "", id="the folder above"),
    pytest.param("nothing", 404, "", id="no such path"),
    pytest.param("timeline?since=someday", 422, "the request is not as it must be", id="no date"),
    pytest.param("search?q=a&until=2024-99", 422, "the request is not as it must be", id="no date to search by"),
    pytest.param("judgements?since=soon", 422, "the request is not as it must be", id="no date in the log"),
    pytest.param("claims?limit=0", 422, "the request is not as it must be", id="a page without things"),
    pytest.param("claims?limit=many", 422, "the request is not as it must be", id="no number"),
    pytest.param("claims?cursor=%00", 404, "cursor: no page has it", id="no cursor"),
]


@pytest.mark.parametrize(("asked", "status", "detail"), MISTAKES)
def test_a_mistake_is_a_problem(client: TestClient, asked: str, status: int, detail: str) -> None:
    answer = client.get(asked)
    told = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert told["status"] == status
    assert told["detail"].startswith(detail)
    assert sorted(told) == ["detail", "faults", "status", "title", "type"]


def test_faults_say_where(client: TestClient) -> None:
    (fault,) = client.get("claims?limit=0").json()["faults"]
    assert (fault["at"], "greater" in fault["detail"]) == (["query", "limit"], True)


def test_a_beginning_of_several_ids_is_a_conflict(client: TestClient) -> None:
    ids = sorted(line["statement"]["id"] for line in client.get("statements?limit=1000").json()["items"])
    shared = next(a[0] for a, b in pairwise(ids) if a[0] == b[0])
    answer = client.get(f"statements/{shared}")
    assert (answer.status_code, "give more of the id" in answer.json()["detail"]) == (409, True)


def test_another_method_is_told_which_there_are(client: TestClient) -> None:
    for path, allowed in (("claims", "GET, HEAD"), ("judgements", "GET, HEAD, POST"), ("uploads", "POST")):
        answer = client.delete(path)
        assert (answer.status_code, answer.headers["allow"]) == (405, allowed)
        assert answer.json()["status"] == 405


def test_nobody_is_told_where_the_ledger_lies(client: TestClient, kept: SqlStore) -> None:
    assert kept.name not in json.dumps([client.get(asked).text for asked in ("", "reports/deadbeef", "claims/0/trace")])


class TestTags:
    """An answer that the client has already is not sent again."""

    def test_the_same_state_has_the_same_tag(self, client: TestClient) -> None:
        tag = client.get("claims").headers["etag"]
        again = client.get("claims", headers={"If-None-Match": f'"other", W/{tag}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)

    def test_another_question_has_another_tag(self, client: TestClient) -> None:
        """Else a client would be told that it has what it never asked for."""
        tag = client.get("claims").headers["etag"]
        for asked in ("claims?limit=1", "reports", "claims/deadbeef"):
            assert client.get(asked, headers={"If-None-Match": tag}).status_code != 304

    def test_a_change_has_another_tag(self, writer: TestClient) -> None:
        tag = writer.get("claims").headers["etag"]
        wish = {"do": "grade", "who": "Ann", "target": "Example Post", "grade": "B"}
        assert writer.post("judgements", json=wish).status_code == 201
        assert writer.get("claims", headers={"If-None-Match": tag}).status_code == 200

    def test_an_export_has_one(self, client: TestClient) -> None:
        tag = client.get("exports/csv").headers["etag"]
        assert client.get("exports/csv", headers={"If-None-Match": tag}).status_code == 304


def test_what_is_no_date_is_told_in_words(client: TestClient) -> None:
    (fault,) = client.get("claims?since=someday").json()["faults"]
    assert (fault["at"], fault["detail"]) == (["query", "since"], "a year, a month or a day: 2024, 2024-03, 2024-03-14")
