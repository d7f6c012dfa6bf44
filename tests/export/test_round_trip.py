"""Any ledger: what is exported can be read back, and every span in it gives back its words."""

from __future__ import annotations

import csv
import io
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sayso.export import FORMATS
from sayso.export.document import write_json
from sayso.intake import reading
from sayso.ledger import View, open_ledger
from sayso.ledger.codec import storable
from sayso.model import Report, Span, words
from sayso.workflow import read_items
from tests.export.stories import REPORTS, ledger_of, written
from tests.ledger.strategies import reports

# a failure is told at once: shrinking makes ledgers for minutes
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
ANY = settings(max_examples=4, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])
LEDGERS = st.lists(reports(), max_size=3, unique_by=lambda report: report.id)


@contextmanager
def ledger(found: list[Report]) -> Iterator[View]:
    folder = Path(tempfile.mkdtemp())
    store = ledger_of(folder, found)
    try:
        with store.view() as view:
            yield view
    finally:
        store.close()
        shutil.rmtree(folder)


def read_back(exported: bytes) -> bytes:
    """The export of an empty ledger that has read an export."""
    folder = Path(tempfile.mkdtemp())
    store = open_ledger(str(folder / "sayso.db"), create=True)
    try:
        items = reading.read(["-"], stdin=io.BytesIO(exported))
        summary = read_items(items, store)
        assert not summary.reasons, summary.drops
        assert store.check() == []
        with store.view() as view:
            return written(view, write_json)
    finally:
        store.close()
        shutil.rmtree(folder)


def test_an_export_read_into_an_empty_ledger_gives_the_same_rows(view: View) -> None:
    exported = written(view, write_json)
    assert len(json.loads(exported)["claims"]) > 1
    assert read_back(exported) == exported


def test_the_layout_does_not_matter(view: View) -> None:
    exported = written(view, write_json)
    assert read_back(json.dumps(json.loads(exported), indent=2).encode()) == exported


@ANY
@given(LEDGERS)
def test_any_ledger_survives_the_way_there_and_back(found: list[Report]) -> None:
    with ledger(found) as view:
        exported = written(view, write_json)
    assert read_back(exported) == exported or not found


@ANY
@given(LEDGERS)
def test_every_format_takes_any_ledger_and_keeps_spans(found: list[Report]) -> None:
    with ledger(found) as view:
        made = {name: written(view, form.write) for name, form in FORMATS.items()}
        texts = {report["id"]: report["text"] for report in json.loads(made["json"])["reports"]}
    for name in ("json", "stix", "prov", "claimreview"):
        json.loads(made[name])
    for pointed, home in _pointed(json.loads(made["json"])["reports"]):
        assert words(texts[home], (Span(*span) for span in pointed["spans"])) == pointed["text"]
    received = {report.id: storable(report.text) for report in found}
    for row in csv.DictReader(io.StringIO(made["csv"].decode(), newline="")):
        spans = [Span(*map(int, piece.split("-"))) for piece in row["spans"].split()]
        told = words(received[row["report"]], spans)
        assert row["content"] in (told, f"'{told}")


def _pointed(found: list[Any]) -> Iterator[tuple[Any, str]]:
    """Everything under `found` that has both spans and words, with its report."""
    for report in found:
        for statement in report["statements"]:
            yield statement["content"], report["id"]
        for link in report["attributions"]:
            yield link["content"], report["id"]


def test_an_empty_ledger_can_be_exported_in_every_format() -> None:
    with ledger([]) as view:
        for form in FORMATS.values():
            written(view, form.write)


def test_the_same_ledger_gives_the_same_files() -> None:
    """Whatever the order in which its reports were read."""
    with ledger(list(REPORTS)) as forward, ledger(list(REPORTS[::-1])) as backward:
        for name, form in FORMATS.items():
            assert written(forward, form.write) == written(backward, form.write), name
