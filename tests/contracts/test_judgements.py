"""Judgements and readings, whatever database is behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import LedgerError, UsageError
from sayso.judging import judge
from sayso.ledger import LogFilter, Store
from sayso.model import (
    Certainty,
    Decision,
    Field,
    Judgement,
    Merge,
    Note,
    OnField,
    OnStatement,
    Reliability,
    Report,
    SourceGrade,
    Split,
    Statement,
    Undo,
    Value,
    Verdict,
    ground,
    judgement,
    value_of,
)
from sayso.query.judgements import source_grades
from sayso.workflow import keep
from tests.corpus import contents
from tests.factory import report
from tests.standins import sentences
from tests.stores import STORES, fresh

BRIDGE = sentences(report("The bridge at Gomel was closed, the Transport Ministry said.", uri="bridge.txt"))[0]
FERRY = sentences(report("A ferry runs instead. Lorries wait.", uri="ferry.txt", outlet="River Courier"))[0]


@pytest.fixture(params=sorted(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = fresh(request.param, tmp_path, request)
    for one in (BRIDGE, FERRY):
        keep(one, (), opened)
    yield opened
    assert opened.check() == []
    opened.close()


def made(decision: Decision, *, who: str = "Ann", when: str = "2026-01-02T03:04:05Z", why: str = "") -> Judgement:
    return judgement(decision, who=who, when=when, why=why)


def on(home: Report, statement: Statement, verdict: Verdict = Verdict.REJECT) -> OnStatement:
    return OnStatement(ground=ground(home, statement), verdict=verdict)


GRADE = made(SourceGrade(source="Red Cross", grade=Reliability.B))
ACCEPTED = made(
    on(BRIDGE, BRIDGE.statements[0], Verdict.ACCEPT),
    who="Bob",
    when="2026-01-03T00:00:00Z",
    why="a caption \x00 \ud800",
)
NOTED = made(Note(grounds=(ground(FERRY, FERRY.statements[0]),)), when="2026-01-04T00:00:00Z")


def record(store: Store, *judgements: Judgement) -> None:
    with store.write() as writer:
        for one in judgements:
            assert writer.judge(one)


FILTERS = [
    pytest.param(LogFilter(), [NOTED, ACCEPTED, GRADE], id="all, newest first"),
    pytest.param(LogFilter(who="Bob"), [ACCEPTED], id="who"),
    pytest.param(LogFilter(kind="source"), [GRADE], id="kind"),
    pytest.param(LogFilter(report=FERRY.id), [NOTED], id="whose words"),
    pytest.param(LogFilter(since="2026-01-03"), [NOTED, ACCEPTED], id="since a day, included"),
    pytest.param(LogFilter(until="2026-01-03"), [ACCEPTED, GRADE], id="until a day, included"),
    pytest.param(LogFilter(who="Ann", since="2026-01-03"), [NOTED], id="all conditions count"),
    pytest.param(LogFilter(who="Cid"), [], id="nobody"),
]


@pytest.mark.parametrize(("only", "found"), FILTERS)
def test_judgements_come_back_as_they_were(store: Store, only: LogFilter, found: list[Judgement]) -> None:
    record(store, GRADE, ACCEPTED, NOTED)
    with store.view() as view:
        assert list(view.judgements(only)) == found


def test_the_same_judgement_again_changes_nothing(store: Store) -> None:
    record(store, GRADE)
    with store.write() as writer:
        assert not writer.judge(GRADE)
    with store.view() as view:
        assert list(view.judgements()) == [GRADE]
        assert view.judgement(GRADE.id[:6]) == GRADE


def test_undos_come_with_what_they_undo(store: Store) -> None:
    undo = made(Undo(judgement=NOTED.id))
    again = made(Undo(judgement=undo.id))
    record(store, NOTED, GRADE, undo, again)
    with store.view() as view:
        assert view.judgements_on({FERRY.id}) == (NOTED, undo, again)
        assert view.judgements_of("source") == (GRADE,)
        assert view.judgements_on({BRIDGE.id}) == ()


def test_a_malformed_date_is_a_usage_error(store: Store) -> None:
    with store.view() as view, pytest.raises(UsageError, match="yesterday"):
        list(view.judgements(LogFilter(since="yesterday")))


def test_what_is_not_there_cannot_be_undone(store: Store) -> None:
    with pytest.raises(LedgerError, match="no judgement"):
        judge(store, Undo(judgement="abc"), who="Ann", when="2026-01-02T03:04:05Z")
    with store.view() as view:
        assert list(view.judgements()) == []


def test_what_is_shown_follows_the_judgement_and_its_undo(store: Store) -> None:
    statement = BRIDGE.statements[0]
    doubt = OnField(
        ground=ground(BRIDGE, statement),
        field=Field.CERTAINTY,
        verdict=Verdict.CORRECT,
        machine=value_of(BRIDGE, statement, Field.CERTAINTY),
        person=Value(certainty=Certainty.POSSIBLE),
    )
    before = contents(store)
    one = judge(store, doubt, who="Ann", when="2026-01-02T03:04:05Z")
    with store.view() as view:
        assert view.statement(statement.id).statement.factuality.certainty is Certainty.POSSIBLE
        assert view.reading(BRIDGE.id) == BRIDGE
        assert [hit.statements[0].statement.id for hit in view.search("bridge")] == [statement.id]
    judge(store, Undo(judgement=one.id), who="Bob", when="2026-01-02T03:04:06Z")
    assert contents(store) == before


def test_a_rejected_statement_is_not_found_any_more(store: Store) -> None:
    judge(store, on(BRIDGE, BRIDGE.statements[0]), who="Ann", when="2026-01-02T03:04:05Z")
    with store.view() as view:
        assert [hit.statements for hit in view.search("bridge")] == [()]
        assert view.counts().statements == 2


def test_claims_are_merged_and_split(store: Store) -> None:
    bridge, ferry = ground(BRIDGE, BRIDGE.statements[0]), ground(FERRY, FERRY.statements[0])
    judge(store, Merge(grounds=(bridge, ferry)), who="Ann", when="2026-01-02T03:04:05Z")
    with store.view() as view:
        assert sorted(len(claim.statements) for claim in view.claims()) == [1, 2]
        bonds = view.bonds_of({bridge.statement})
        assert set(bonds.bundle) == {bridge.statement, ferry.statement}
    judge(store, Split(out=(bridge,), rest=(ferry,)), who="Ann", when="2026-01-02T03:04:06Z")
    with store.view() as view:
        assert [len(claim.statements) for claim in view.claims()] == [1, 1, 1]
        assert len(view.bonds_of({bridge.statement, ferry.statement}).apart) == 1


def test_readings_stand_side_by_side(store: Store) -> None:
    other = replace(BRIDGE, statements=(), attributions=())
    with store.view() as view:
        (only,) = view.readings(BRIDGE.id)
        assert (only.producer, only.current, view.producers()) == ("test@1", True, ())
    with store.write() as writer:
        writer.keep_reading(BRIDGE, "test@1")
        writer.keep_reading(other, "test@2")
        writer.keep_reading(BRIDGE, "test@1")
    with store.view() as view:
        assert [(one.producer, one.current) for one in view.readings(BRIDGE.id)] == [
            ("test@1", True),
            ("test@2", False),
        ]
        assert view.read_by(BRIDGE.id, "test@2") == other
        assert view.read_by(BRIDGE.id, "test@3") is None
        assert list(view.read_twice("test@1", "test@2")) == [(BRIDGE, other)]
        assert view.producers() == ("test@1", "test@2")


def test_the_newer_grade_counts(store: Store) -> None:
    record(store, GRADE, made(SourceGrade(source="red cross", grade=Reliability.D), when="2026-02-01T00:00:00Z"))
    with store.view() as view:
        assert source_grades(view) == {"red cross": Reliability.D}
