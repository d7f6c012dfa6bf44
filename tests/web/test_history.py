"""Versions of reports and readings of extractors over HTTP."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import SqlStore
from sayso.model import Drop, Provenance, Report
from sayso.query.diff import diff
from sayso.rereading import Reader, reread
from tests.standins import sentences
from tests.web.conftest import SHOWN, TOKEN, client_of
from tests.web.test_reading import plain
from tests.web.test_writing import PAGE

FIRST, SECOND = "test@1", "test@2"


def shortened(report: Report) -> tuple[Report, tuple[Drop, ...]]:
    """A reading that misses the first statement of each report from one outlet."""
    read, drops = sentences(report)
    provenance = Provenance(extractor=SECOND, score=1.0)
    first = 1 if report.outlet == "Example Post" else 0
    return replace(read, statements=tuple(replace(s, provenance=provenance) for s in read.statements[first:])), drops


@pytest.fixture
def twice(store: SqlStore) -> SqlStore:
    """A ledger whose reports were read by two versions of the extractor."""
    reread(store, Reader(producer=SECOND, work=shortened))
    return store


def test_versions_begin_with_the_newest(client: TestClient) -> None:
    rows = {row["id"]: row for row in client.get("reports").json()["items"]}
    old = next(row for row in rows.values() if row["superseded_by"])
    newest = rows[old["superseded_by"]]
    for asked in (old["id"], newest["id"], newest["id"][:12]):
        found = client.get(f"reports/{asked}/versions").json()
        assert found == {"items": [newest, old], "next": None}


def test_readings_and_who_made_them(twice: SqlStore) -> None:
    client = client_of(twice)
    newest = next(row for row in client.get("reports").json()["items"] if row["superseded_by"] is None)
    here = f"reports/{newest['id']}/readings"
    found = client.get(here).json()["items"]
    assert [(one["producer"], one["current"]) for one in found] == [(FIRST, False), (SECOND, True)]
    assert client.get("producers").json()["items"] == [FIRST, SECOND]
    with twice.view() as view:
        for producer in (FIRST, SECOND):
            assert client.get(f"{here}/{producer}").json() == plain(view.read_by(newest["id"], producer))
    refused = client.get(f"{here}/test@3")
    assert (refused.status_code, "has not read" in refused.json()["detail"]) == (404, True)


def test_what_two_versions_read_otherwise_in_pages(twice: SqlStore) -> None:
    client = client_of(twice)
    with twice.view() as view:
        wanted = plain(list(diff(view, FIRST, SECOND)))
    assert len(wanted) > 2
    assert client.get("diff").json() == {"items": wanted, "next": None}
    found, asked = [], f"diff?before={FIRST}&after={SECOND}&limit=1"
    page = client.get(asked).json()
    while page["next"]:
        found += page["items"]
        page = client.get(f"{asked}&cursor={page['next']}").json()
    assert found + page["items"] == wanted


def test_versions_that_cannot_be_compared_are_a_conflict(twice: SqlStore, client: TestClient) -> None:
    """The request is as it must be; what there is does not fit it."""
    unknown = client_of(twice).get("diff?before=test@7")
    assert (unknown.status_code, "test@7 has read nothing" in unknown.json()["detail"]) == (409, True)
    assert client.get("diff").status_code == 409


class TestReadingAgain:
    """One report is read by the extractor of the server."""

    def test_the_new_reading_stands_beside_the_old_one(self, writer: TestClient) -> None:
        report = writer.post("uploads", content=PAGE.encode()).json()["reports"][0]["report"]
        before = writer.get(f"reports/{report}").json()
        answer = writer.post(f"reports/{report}/readings")
        assert answer.status_code == 201, answer.text
        made = answer.json()
        assert (made["report"], made["outcome"], made["left_out"]) == (report, "same", [])
        assert writer.get(f"reports/{report}").json() == before
        place = writer.get(f"reports/{report}/{answer.headers['location']}")
        assert (place.status_code, place.json()["id"]) == (200, report)

    def test_a_report_that_another_version_read_changes(self, writer: TestClient) -> None:
        report = next(r for r in writer.get("reports").json()["items"] if r["superseded_by"] is None)["id"]
        made = writer.post(f"reports/{report}/readings").json()
        assert made["outcome"] == "changed"
        readings = writer.get(f"reports/{report}/readings").json()["items"]
        assert {one["producer"]: one["current"] for one in readings} == {FIRST: False, made["producer"]: True}

    def test_an_outdated_version_is_not_read_again(self, writer: TestClient) -> None:
        old = next(r for r in writer.get("reports").json()["items"] if r["superseded_by"])["id"]
        answer = writer.post(f"reports/{old}/readings")
        assert (answer.status_code, "has a newer version" in answer.json()["detail"]) == (409, True)

    def test_it_needs_the_token(self, store: SqlStore, client: TestClient) -> None:
        report = client.get("reports?limit=1").json()["items"][0]["id"]
        assert client_of(store).post(f"reports/{report}/readings", headers=SHOWN).status_code == 403
        assert client_of(store, token=TOKEN).post(f"reports/{report}/readings").status_code == 401
