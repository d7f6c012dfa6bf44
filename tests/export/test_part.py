"""Some claims in another form: what is theirs, and nothing else."""

from __future__ import annotations

import csv
import io

from sayso.export.document import decode
from sayso.export.part import PARTS
from sayso.export.table import write_csv
from sayso.ledger import View


def written(view: View, form: str, count: int | None = None) -> bytes:
    """The newest `count` claims in a form."""
    out = io.BytesIO()
    PARTS[form].write(view, tuple(view.claims(limit=count)), out)
    return out.getvalue()


def test_a_part_has_the_rows_that_the_whole_has(view: View) -> None:
    whole = io.BytesIO()
    write_csv(view, whole)
    lines = written(view, "csv", 1).decode().splitlines()
    mine = next(view.claims(limit=1))
    assert set(lines) < set(whole.getvalue().decode().splitlines())
    assert {row["claim"] for row in csv.DictReader(lines)} == {mine.id}
    assert len(lines) == 1 + len(mine.statements)


def test_a_part_as_json_holds_together(view: View) -> None:
    found = decode(written(view, "json", 1))
    everything = decode(written(view, "json"))
    known = {report.id for report in view.reports()}
    inside = {report.id for report in found.reports}
    statements = {one.id for report in found.reports for one in report.statements}
    assert all(set(claim.statements) <= statements for claim in found.claims)
    assert all({one.report, one.from_} <= inside for one in found.derivations)
    assert inside <= known
    assert len(found.claims) == 1 < len(everything.claims)
    assert {report.id for report in everything.reports} <= known


def test_of_no_claims_there_are_no_rows(view: View) -> None:
    out = io.BytesIO()
    PARTS["csv"].write(view, (), out)
    assert out.getvalue().count(b"\n") == 1
