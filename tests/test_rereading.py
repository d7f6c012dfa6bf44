from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.judging import judge
from sayso.ledger import Store, open_ledger
from sayso.model import (
    Certainty,
    Drop,
    Factuality,
    Field,
    Ground,
    Merge,
    OnField,
    OnStatement,
    Polarity,
    Provenance,
    Report,
    Statement,
    Value,
    Verdict,
    ground,
    value_of,
)
from sayso.query.diff import diff, versions
from sayso.query.judgements import State, log
from sayso.rereading import Reader, reread
from sayso.workflow import keep
from tests.corpus import contents, items
from tests.standins import failing, sentences

REPORTS = [sentences(item)[0] for item in items(6) if isinstance(item, Report)]
WHEN = "2026-01-02T03:04:05Z"


def cautious(report: Report) -> tuple[Report, tuple[Drop, ...]]:
    """Another version: whatever the engineers met is only possible, lorries are no statement, and nobody says that
    repairs take weeks but the outlet.
    """
    read, drops = sentences(report)
    kept = (statement for statement in read.statements if "lorries" not in statement.content.text)
    return replace(read, statements=tuple(map(_with_caution, kept))), drops


def _with_caution(statement: Statement) -> Statement:
    changes: dict[str, Any] = {"provenance": Provenance(extractor="test@2", score=1.0)}
    if "engineers" in statement.content.text:
        changes["factuality"] = Factuality(certainty=Certainty.POSSIBLE)
    if "Repairs" in statement.content.text:
        changes |= {"chain": (), "origin": None}
    return replace(statement, **changes)


FIRST = Reader(producer="test@1", work=sentences)
SECOND = Reader(producer="test@2", work=cautious)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Store]:
    opened = open_ledger(str(tmp_path / "sayso.db"), create=True)
    for one in REPORTS:
        keep(one, (), opened)
    yield opened
    assert opened.check() == []
    opened.close()


def said(ledger: Store, words: str) -> tuple[Report, Ground]:
    with ledger.view() as view:
        return next((r, ground(r, s)) for r in view.reports() for s in r.statements if words in s.content.text)


def states(ledger: Store) -> dict[str, tuple[State, str]]:
    with ledger.view() as view:
        return {entry.judgement.id: (entry.state, entry.reason) for entry in log(view)}


def test_the_same_version_changes_nothing(ledger: Store) -> None:
    before = contents(ledger)
    skipped = reread(ledger, FIRST)
    assert (skipped.skipped, skipped.same, skipped.changed) == (len(before[0]) - 1, 0, 0)  # one is an outdated version
    again = reread(ledger, FIRST, again=True)
    assert (again.same, again.changed) == (skipped.skipped, 0)
    assert contents(ledger) == before


def test_another_version_and_back_changes_nothing(ledger: Store) -> None:
    before = contents(ledger)
    assert reread(ledger, SECOND).changed
    assert contents(ledger) != before
    reread(ledger, FIRST)
    assert contents(ledger) == before


def test_read_again_is_as_if_read_by_it_from_the_first(ledger: Store, tmp_path: Path) -> None:
    reread(ledger, SECOND)
    other = open_ledger(str(tmp_path / "other.db"), create=True)
    for one in REPORTS:
        keep(cautious(one)[0], (), other)
    with ledger.view() as view, other.view() as there:
        assert list(view.claims()) == list(there.claims())
        assert list(view.links()) == list(there.links())
        assert list(view.reports()) == list(there.reports())


def test_a_report_that_fails_keeps_the_reading_it_had(ledger: Store) -> None:
    before = contents(ledger)[0]

    def fail(report: Report) -> tuple[Report, tuple[Drop, ...]]:
        return failing(replace(report, text="FAIL"))

    summary = reread(ledger, Reader(producer="test@3", work=fail))
    assert (summary.failed, summary.changed) == (len(before) - 1, 0)
    assert contents(ledger)[0] == before


class TestJudgements:
    def correct(self, ledger: Store, words: str, field: Field, person: Value, verdict: Verdict) -> str:
        report, at = said(ledger, words)
        statement = next(s for s in report.statements if s.id == at.statement)
        machine = value_of(report, statement, field)
        decision = OnField(ground=at, field=field, verdict=verdict, machine=machine, person=person)
        return judge(ledger, decision, who="Ann", when=WHEN).id

    def test_a_correction_stays_where_the_words_stay(self, ledger: Store) -> None:
        value = Value(certainty=Certainty.PROBABLE)
        one = self.correct(ledger, "engineers", Field.CERTAINTY, value, Verdict.CORRECT)
        _, at = said(ledger, "engineers")
        reread(ledger, SECOND)
        assert states(ledger)[one] == (State.HOLDS, "")
        with ledger.view() as view:
            assert view.statement(at.statement).statement.factuality.certainty is Certainty.PROBABLE

    def test_what_is_gone_is_orphaned_and_comes_back_with_its_words(self, ledger: Store) -> None:
        one = self.correct(ledger, "lorries", Field.POLARITY, Value(polarity=Polarity.UNKNOWN), Verdict.CORRECT)
        merged = judge(
            ledger, Merge(grounds=(said(ledger, "lorries")[1], said(ledger, "engineers")[1])), who="Ann", when=WHEN
        ).id
        before = contents(ledger)
        reread(ledger, SECOND)
        found = states(ledger)
        assert found[one] == found[merged] == (State.ORPHANED, "no statement has these words any more")
        reread(ledger, FIRST)
        assert states(ledger)[one] == (State.HOLDS, "")
        assert contents(ledger) == before

    def test_words_of_another_source_are_not_the_ones_judged(self, ledger: Store) -> None:
        value = Value(certainty=Certainty.POSSIBLE)
        one = self.correct(ledger, "Repairs", Field.CERTAINTY, value, Verdict.CORRECT)
        reread(ledger, SECOND)
        assert states(ledger)[one] == (State.ORPHANED, "these words come from another source now")
        _, at = said(ledger, "Repairs")
        with ledger.view() as view:
            assert view.statement(at.statement).statement.factuality.certainty is Certainty.CERTAIN

    def test_a_value_rejected_is_not_held_against_another_value(self, ledger: Store) -> None:
        value = Value(certainty=Certainty.UNKNOWN)
        one = self.correct(ledger, "engineers", Field.CERTAINTY, value, Verdict.REJECT)
        reread(ledger, SECOND)
        assert states(ledger)[one][0] is State.ORPHANED
        _, at = said(ledger, "engineers")
        with ledger.view() as view:
            assert view.statement(at.statement).statement.factuality.certainty is Certainty.POSSIBLE

    def test_a_value_accepted_stays_whatever_is_read(self, ledger: Store) -> None:
        value = Value(certainty=Certainty.CERTAIN)
        self.correct(ledger, "engineers", Field.CERTAINTY, value, Verdict.ACCEPT)
        _, at = said(ledger, "engineers")
        reread(ledger, SECOND)
        with ledger.view() as view:
            assert view.statement(at.statement).statement.factuality.certainty is Certainty.CERTAIN

    def test_a_rejected_statement_stays_rejected(self, ledger: Store) -> None:
        _, at = said(ledger, "engineers")
        judge(ledger, OnStatement(ground=at, verdict=Verdict.REJECT), who="Ann", when=WHEN)
        reread(ledger, SECOND)
        with ledger.view() as view:
            assert at.statement not in {s.id for s in view.report(at.report).statements}


def test_the_difference_between_two_versions(ledger: Store) -> None:
    reread(ledger, SECOND)
    with ledger.view() as view:
        assert versions(view, None, None) == ("test@1", "test@2")
        found = list(diff(view, "test@1", "test@2"))
        back = list(diff(view, "test@2", "test@1"))
    gone = {statement.content.text for report in found for statement in report.gone}
    assert all("lorries" in text for text in gone)
    assert {statement.content.text for report in back for statement in report.added} == gone
    changes = {(c.text.split()[0], f.field): (f.before, f.after) for r in found for c in r.changed for f in c.fields}
    certain, possible = (Value(certainty=c) for c in (Certainty.CERTAIN, Certainty.POSSIBLE))
    assert changes["Two", Field.CERTAINTY] == (certain, possible)
    assert changes["Repairs", Field.ORIGIN][1] == Value(origin=None)
    assert set(changes) == {("Two", Field.CERTAINTY), ("Repairs", Field.ORIGIN)}
