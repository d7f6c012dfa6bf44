"""What is seen, as a file."""

from __future__ import annotations

import csv
import io

import msgspec
import pytest
from fastapi.testclient import TestClient
from pyarrow.parquet import read_table

from sayso.export.document import decode
from sayso.ledger import Filter, SqlStore

SEEN = {
    "": Filter(),
    "outlet=coast": Filter(outlet="coast"),
    "outlet=post": Filter(outlet="post"),
    "about=nobody": Filter(about="nobody"),
}


@pytest.mark.parametrize("asked", SEEN)
def test_the_file_has_the_statements_of_the_claims_that_are_seen(
    reader: TestClient, kept: SqlStore, asked: str
) -> None:
    with kept.view() as view:
        claims = tuple(view.claims(SEEN[asked]))
    wanted = {statement for claim in claims for statement in claim.statements}
    table = csv.DictReader(io.StringIO(reader.get(f"/export/csv?{asked}").text))
    assert {row["statement"] for row in table} == wanted
    assert (
        set(read_table(io.BytesIO(reader.get(f"/export/parquet?{asked}").content))["statement"].to_pylist()) == wanted
    )
    found = decode(reader.get(f"/export/json?{asked}").content)
    assert {claim.id for claim in found.claims} == {claim.id for claim in claims}
    assert wanted <= {one.id for report in found.reports for one in report.statements}


def test_one_claim_is_a_file(reader: TestClient, kept: SqlStore) -> None:
    with kept.view() as view:
        claim = next(view.claims(Filter(outlet="post")))
    answer = reader.get(f"/claims/{claim.id[:8]}/export/json")
    assert [one["id"] for one in msgspec.json.decode(answer.content)["claims"]] == [claim.id]
    assert answer.headers["content-disposition"] == 'attachment; filename="sayso-claims.json"'


@pytest.mark.parametrize(("path", "status"), [("/export/doc", 404), ("/export/csv?since=soon", 422)])
def test_what_makes_no_sense_is_told(reader: TestClient, path: str, status: int) -> None:
    assert reader.get(path).status_code == status


def test_lists_lead_to_files_of_what_they_show(reader: TestClient) -> None:
    for path in ("/claims", "/timeline", "/map", "/graph"):
        assert 'href="/export/csv?outlet=coast"' in reader.get(f"{path}?outlet=coast").text
