"""A ledger in which people judged: its export, read into an empty one, gives the same again, judgements and all."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sayso.export.document import decode, schema, write_json
from sayso.intake import reading
from sayso.judging import judge
from sayso.ledger import Store, View, open_ledger
from sayso.model import Decision, DerivationKind, Field, Verdict
from sayso.query import deciding
from sayso.query.judgements import State, log, overruled
from sayso.rereading import Reader, reread
from sayso.workflow import Summary, read_items
from tests.export.stories import drivers, ledger_of, ministry, wire, written
from tests.standins import sentences

OPENING = b'{"reports": ['


def _split(view: View) -> Decision:
    many = next(claim for claim in view.claims() if len(claim.statements) > 1)
    return deciding.split(view, many.id, many.statements[:1])


def _on_first_derivation(view: View, *, holds: bool) -> Decision:
    first = next(view.derivations())
    return deciding.on_derivation(view, first.report, first.from_, holds=holds)


HEAD, ECHOED = ministry().statements[0].id, wire().statements[0].id
DECISIONS: dict[str, Callable[[View], Decision]] = {
    "accept": lambda view: deciding.on_statement(view, HEAD, Verdict.ACCEPT),
    "reject": lambda view: deciding.on_statement(view, wire().statements[-1].id, Verdict.REJECT),
    "correct": lambda view: deciding.on_field(view, HEAD, Field.CERTAINTY, Verdict.CORRECT, "possible"),
    "origin": lambda view: deciding.on_field(view, ECHOED, Field.ORIGIN, Verdict.CORRECT, "Port Authority"),
    "merge": lambda view: deciding.merge(view, [claim.id for claim in list(view.claims())[:2]]),
    "split": _split,
    "deny": lambda view: _on_first_derivation(view, holds=False),
    "confirm": lambda view: deciding.on_derivation(
        view, drivers().id, ministry().id, holds=True, kind=DerivationKind.CITES
    ),
    "grade a source": lambda view: deciding.grade(view, "Transport Ministry", "B"),
    "grade a report": lambda view: deciding.grade(view, ministry().id, "2"),
    "note": lambda view: deciding.note(view, HEAD),
}


def decide(store: Store, number: int, choose: Callable[[View], Decision]) -> str:
    with store.view() as view:
        decision = choose(view)
    return judge(store, decision, who="Ann", when=f"2026-01-02T03:04:{number:02}Z", why="seen on site").id


@pytest.fixture
def judged(tmp_path: Path) -> Iterator[Store]:
    """A ledger with a judgement of each kind, and one that was undone."""
    store = ledger_of(tmp_path)
    for number, choose in enumerate(DECISIONS.values()):
        last = decide(store, number, choose)
    decide(store, 59, lambda view: deciding.undo(view, last))
    assert store.check() == []
    yield store
    store.close()


def exported(store: Store) -> bytes:
    with store.view() as view:
        return written(view, write_json)


def read_into(folder: Path, data: bytes) -> tuple[Store, Summary]:
    store = open_ledger(str(folder / "other.db"), create=True)
    summary = read_items(reading.read(["-"], stdin=io.BytesIO(data)), store)
    assert store.check() == []
    return store, summary


@pytest.mark.parametrize("kind", DECISIONS)
def test_a_judgement_survives_the_way_there_and_back(kind: str, tmp_path: Path) -> None:
    with closing(ledger_of(tmp_path)) as store:
        plain = exported(store)
        decide(store, 1, DECISIONS[kind])
        there = exported(store)
    assert there != plain
    other, summary = read_into(tmp_path, there)
    with closing(other):
        assert (summary.reasons, exported(other)) == ({}, there)


@pytest.mark.parametrize("layout", [lambda data: data, lambda data: json.dumps(json.loads(data), indent=1).encode()])
def test_all_that_follows_from_judgements_is_there_again(
    judged: Store, tmp_path: Path, layout: Callable[[bytes], bytes]
) -> None:
    there = exported(judged)
    other, summary = read_into(tmp_path, layout(there))
    assert (summary.reasons, exported(other)) == ({}, there)
    with closing(other), judged.view() as before, other.view() as after:
        assert list(log(after)) == list(log(before))
        assert {entry.state for entry in log(after)} >= {State.HOLDS, State.UNDONE}
        reports = {row.id for row in before.listing()}
        assert overruled(after, reports) == overruled(before, reports) != {}


def test_readings_by_several_extractors_survive(tmp_path: Path) -> None:
    with closing(ledger_of(tmp_path)) as store:
        reread(store, Reader(producer="test@2", work=sentences))
        there = exported(store)
        other, _ = read_into(tmp_path, there)
        with closing(other), store.view() as before, other.view() as after:
            assert exported(other) == there
            assert list(after.kept_readings()) == list(before.kept_readings())
            assert after.producers() == before.producers()


def test_a_ledger_without_judgements_has_the_keys_it_had(tmp_path: Path) -> None:
    with closing(ledger_of(tmp_path)) as store:
        assert list(json.loads(exported(store))) == ["reports", "claims", "derivations", "drifts"]


def test_the_schema_knows_judgements(judged: Store) -> None:
    found = json.loads(exported(judged))
    jsonschema.validate(found, schema())
    assert len(decode(exported(judged)).judgements) == len(found["judgements"]) == len(DECISIONS) + 1


def test_the_same_again_changes_nothing(judged: Store) -> None:
    there = exported(judged)
    read_items(reading.read(["-"], stdin=io.BytesIO(there)), judged)
    assert exported(judged) == there


def test_a_known_report_keeps_the_reading_it_has(tmp_path: Path) -> None:
    """An older export does not bring an older extractor back."""
    with closing(ledger_of(tmp_path)) as store:
        reread(store, Reader(producer="test@2", work=sentences))
        old = exported(store)
        reread(store, Reader(producer="test@3", work=sentences))
        there = exported(store)
        read_items(reading.read(["-"], stdin=io.BytesIO(old)), store)
        assert exported(store) == there


def _damaged(found: Any) -> Iterator[tuple[str, Any]]:
    changed = json.loads(json.dumps(found))
    changed["judgements"][0]["who"] = "Bob"
    yield "another one than its id says", changed
    changed = json.loads(json.dumps(found))
    changed["readings"][0]["readings"][-1]["statements"][0]["content"]["text"] = "Other words"
    yield "the words and the place of a content differ", changed
    changed = json.loads(json.dumps(found))
    changed["reports"] = []
    yield "there is no report", changed


def test_what_does_not_fit_is_listed_and_left_out(judged: Store, tmp_path: Path) -> None:
    for number, (reason, changed) in enumerate(_damaged(json.loads(exported(judged)))):
        folder = tmp_path / str(number)
        folder.mkdir()
        other, summary = read_into(folder, json.dumps(changed).encode())
        other.close()
        assert any(reason in drop.detail for drop in summary.drops), reason
