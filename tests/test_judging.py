from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sayso.judging import judge
from sayso.ledger import Store, open_ledger
from sayso.model import (
    Certainty,
    Credibility,
    Decision,
    DerivationKind,
    Field,
    Ground,
    ItemGrade,
    Merge,
    Note,
    OnDerivation,
    OnField,
    OnStatement,
    Origin,
    Reliability,
    Report,
    SourceGrade,
    Split,
    Statement,
    Undo,
    Value,
    Verdict,
    ground,
    value_of,
)
from sayso.query.judgements import State, log, overruled
from sayso.workflow import keep
from tests.corpus import contents
from tests.corpus import items as corpus
from tests.factory import actor
from tests.standins import sentences

COUNT = 13
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # a failure is told at once: shrinking makes ledgers for minutes


def corpus_reports() -> list[Report]:
    return [sentences(item)[0] for item in corpus(COUNT) if isinstance(item, Report)]


REPORTS = corpus_reports()


def ledger_of(folder: Path, reports: Sequence[Report] = REPORTS) -> Store:
    opened = open_ledger(str(folder / "sayso.db"), create=True)
    for one in reports:
        keep(one, (), opened)
    return opened


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Store]:
    opened = ledger_of(tmp_path)
    yield opened
    assert opened.check() == []
    opened.close()


class Clock:
    """A second a judgement."""

    def __init__(self) -> None:
        self.seconds = 0

    def __call__(self) -> str:
        self.seconds += 1
        return f"2026-01-01T{self.seconds // 3600:02}:{self.seconds // 60 % 60:02}:{self.seconds % 60:02}Z"


def decide(ledger: Store, *decisions: Decision, clock: Clock | None = None) -> list[str]:
    told = clock or Clock()
    return [judge(ledger, decision, who="Ann", when=told()).id for decision in decisions]


def undo_all(ledger: Store, clock: Clock) -> None:
    """Take back every judgement that is no undo and counts."""
    with ledger.view() as view:
        holding = [entry.judgement.id for entry in log(view) if entry.state is not State.UNDONE]
        undos = {entry.judgement.id for entry in log(view) if isinstance(entry.judgement.decision, Undo)}
    for one in holding:
        if one not in undos:
            judge(ledger, Undo(judgement=one), who="Bob", when=clock())


def current(ledger: Store) -> list[tuple[Report, Statement]]:
    with ledger.view() as view:
        return [(report, statement) for report in view.reports() for statement in report.statements]


def said(ledger: Store, words: str, number: int = 0) -> Ground:
    """The words of the statement with `words`, of the report that comes as `number`th."""
    return [ground(report, s) for report, s in current(ledger) if words in s.content.text][number]


def correct(ledger: Store, at: Ground, field: Field, value: Value, verdict: Verdict = Verdict.CORRECT) -> OnField:
    with ledger.view() as view:
        report = view.reading(at.report)
    statement = next(s for s in report.statements if s.content.spans == at.spans)
    return OnField(ground=at, field=field, verdict=verdict, machine=value_of(report, statement, field), person=value)


def shown(ledger: Store, at: Ground) -> Statement:
    with ledger.view() as view:
        return view.statement(at.statement).statement


def test_a_person_overrules_the_machine_and_that_is_told(ledger: Store) -> None:
    at = said(ledger, "crane")
    decide(ledger, correct(ledger, at, Field.CERTAINTY, Value(certainty=Certainty.POSSIBLE)))
    assert shown(ledger, at).factuality.certainty is Certainty.POSSIBLE
    with ledger.view() as view:
        ((one,),) = overruled(view, {at.report}).values()
        (claim,) = view.claims_of({at.statement})
    assert (one.machine, one.person) == (Value(certainty=Certainty.CERTAIN), Value(certainty=Certainty.POSSIBLE))
    assert (one.judgement.who, one.statement) == ("Ann", at.statement)
    assert at.statement in claim.statements


def test_an_origin_that_a_person_names_counts_as_one(ledger: Store) -> None:
    at = said(ledger, "crane")
    with ledger.view() as view:
        (before,) = view.claims_of({at.statement})
    decide(ledger, correct(ledger, at, Field.ORIGIN, Value(origin=actor("River Police"))))
    with ledger.view() as view:
        (claim,) = view.claims_of({at.statement})
        assert view.statement(at.statement).chain[0].source is not None
    assert before.origins == ()
    assert [origin.actor.name for origin in claim.origins] == ["River Police"]
    assert shown(ledger, at).origin == Origin(id=actor("River Police").id, name="River Police")


def test_a_rejected_statement_is_in_nothing(ledger: Store) -> None:
    at = said(ledger, "crane")
    decide(ledger, OnStatement(ground=at, verdict=Verdict.REJECT))
    with ledger.view() as view:
        assert view.claims_of({at.statement}) == ()
        assert at.statement not in {s.id for s in view.report(at.report).statements}
        assert at.statement in {s.id for s in view.reading(at.report).statements}
        assert all(at.statement not in {link.a, link.b} for link in view.links())


class TestClaims:
    def grounds(self, ledger: Store) -> tuple[Ground, Ground]:
        return said(ledger, "crane"), said(ledger, "Repairs to the pumping")

    def of_one(self, ledger: Store, a: Ground, b: Ground) -> bool:
        with ledger.view() as view:
            (claim,) = view.claims_of({a.statement})
        return b.statement in claim.statements

    def test_merged_claims_stay_merged_when_more_is_read(self, tmp_path: Path) -> None:
        ledger = ledger_of(tmp_path, REPORTS[:6])
        a, b = self.grounds(ledger)
        decide(ledger, Merge(grounds=(a, b)))
        assert self.of_one(ledger, a, b)
        for one in REPORTS[6:]:
            keep(one, (), ledger)
        assert self.of_one(ledger, a, b)
        assert ledger.check() == []

    def test_split_claims_stay_apart_when_more_is_read(self, tmp_path: Path) -> None:
        ledger = ledger_of(tmp_path, REPORTS[:6])
        a, b = said(ledger, "crane"), said(ledger, "crane", 1)
        assert self.of_one(ledger, a, b)
        decide(ledger, Split(out=(a,), rest=(b,)))
        assert not self.of_one(ledger, a, b)
        for one in REPORTS[6:]:
            keep(one, (), ledger)
        assert not self.of_one(ledger, a, b)

    def test_the_newer_of_two_that_contradict_each_other_counts(self, ledger: Store) -> None:
        a, b = self.grounds(ledger)
        merge, _ = decide(ledger, Merge(grounds=(a, b)), Split(out=(a,), rest=(b,)))
        assert not self.of_one(ledger, a, b)
        with ledger.view() as view:
            states = {entry.judgement.id: entry.state for entry in log(view)}
        assert states[merge] is State.REPLACED

    @settings(max_examples=3, deadline=None, phases=PHASES, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(numbers=st.permutations(range(8)), place=st.integers(4, 8))
    def test_neither_the_order_of_reading_nor_the_moment_of_judging_matters(
        self, tmp_path_factory: pytest.TempPathFactory, numbers: list[int], place: int
    ) -> None:
        order = [REPORTS[number] for number in numbers]
        whole = ledger_of(tmp_path_factory.mktemp("whole"), REPORTS[:8])
        with whole.view() as view:
            current = {row.id for row in view.listing() if row.superseded_by is None}
        firsts = [r for r in order[:place] if r.id in current]
        statements = [ground(r, s) for r in firsts for s in r.statements]
        made: list[Decision] = [
            Merge(grounds=(statements[0], statements[-1])),
            Split(out=(statements[1],), rest=(statements[-2],)),
        ]
        other = ledger_of(tmp_path_factory.mktemp("other"), order[:place])
        decide(other, *made)
        for one in order[place:]:
            keep(one, (), other)
        decide(whole, *made)
        assert contents(whole) == contents(other)


class TestDerivations:
    def test_a_denied_one_is_gone_with_what_follows_from_it(self, ledger: Store) -> None:
        with ledger.view() as view:
            denied = next(iter(view.derivations()))
        decide(ledger, OnDerivation(report=denied.report, from_=denied.from_, holds=False))
        with ledger.view() as view:
            assert denied not in tuple(view.derivations())

    def test_a_confirmed_one_is_there_though_the_machine_found_none(self, ledger: Store) -> None:
        with ledger.view() as view:
            found = {frozenset((d.report, d.from_)) for d in view.derivations()}
            ids = [report.id for report in view.reports()]
        report, source = next((a, b) for a in ids for b in ids if a != b and frozenset((a, b)) not in found)
        decide(ledger, OnDerivation(report=report, from_=source, holds=True, kind=DerivationKind.CITES))
        with ledger.view() as view:
            (made,) = (d for d in view.derivations() if (d.report, d.from_) == (report, source))
        assert (made.kind, made.score) == (DerivationKind.CITES, 1.0)


class TestOrphans:
    def test_an_edited_report_orphans_what_rests_on_the_old_words(self, ledger: Store) -> None:
        at = said(ledger, "crane")
        field, merge = decide(
            ledger,
            correct(ledger, at, Field.CERTAINTY, Value(certainty=Certainty.POSSIBLE)),
            Merge(grounds=(at, said(ledger, "Repairs to the pumping"))),
        )
        with ledger.view() as view:
            old = view.report(at.report)
        edited = replace(
            old, id="edited", text=f"{old.text} ", updated="2024-12-31T10:00", statements=(), attributions=()
        )
        keep(sentences(edited)[0], (), ledger)
        with ledger.view() as view:
            entries = {entry.judgement.id: entry for entry in log(view)}
            (fresh,) = (s for s in view.report("edited").statements if "crane" in s.content.text)
        assert entries[field].state is entries[merge].state is State.ORPHANED
        assert "newer version" in entries[field].reason
        assert fresh.factuality.certainty is Certainty.CERTAIN


def decisions(ledger: Store) -> st.SearchStrategy[Decision]:
    """Any judgement on the corpus."""
    grounds = [ground(report, statement) for report, statement in current(ledger)]
    reports = sorted({at.report for at in grounds})
    at = st.sampled_from(grounds)
    some = st.lists(at, min_size=1, max_size=3, unique_by=lambda g: g.statement).map(tuple)
    values = st.sampled_from(
        [
            (Field.CERTAINTY, Value(certainty=Certainty.POSSIBLE)),
            (Field.ORIGIN, Value(origin=actor("River Police"))),
            (Field.ORIGIN, Value(origin=None)),
            (Field.QUANTITIES, Value(quantities=())),
        ]
    )
    verdict = st.sampled_from([Verdict.ACCEPT, Verdict.REJECT])
    return st.one_of(
        st.builds(OnStatement, ground=at, verdict=verdict),
        st.builds(lambda g, v: correct(ledger, g, *v), at, values),
        st.builds(Merge, grounds=some),
        st.builds(lambda out, rest: Split(out=out, rest=tuple(g for g in rest if g not in out)), some, some),
        st.builds(
            lambda ends, holds: OnDerivation(report=ends[0], from_=ends[1], holds=holds),
            st.permutations(reports),
            st.booleans(),
        ),
        st.builds(SourceGrade, source=st.just("Red Cross"), grade=st.sampled_from(Reliability)),
        st.builds(lambda g, c: ItemGrade(report=g.report, ground=g, grade=c), at, st.sampled_from(Credibility)),
        st.builds(lambda g: Note(grounds=(g,)), at),
    )


@settings(max_examples=5, deadline=None, phases=PHASES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_was_judged_and_undone_was_never_judged(ledger: Store, data: st.DataObject) -> None:
    clock = Clock()
    with ledger.view() as view:
        clock.seconds = sum(1 for _ in view.judgements())
    before = contents(ledger)
    decide(ledger, *data.draw(st.lists(decisions(ledger), min_size=1, max_size=5)), clock=clock)
    assert ledger.check() == []
    undo_all(ledger, clock)
    assert contents(ledger) == before


def test_the_order_of_unrelated_judgements_does_not_matter(tmp_path_factory: pytest.TempPathFactory) -> None:
    one, other = (ledger_of(tmp_path_factory.mktemp(name)) for name in ("one", "other"))
    a, b, c = said(one, "crane"), said(one, "Repairs to the pumping"), said(one, "harbour quarter")
    made: list[Decision] = [
        correct(one, a, Field.CERTAINTY, Value(certainty=Certainty.POSSIBLE)),
        Merge(grounds=(a, b)),
        OnStatement(ground=c, verdict=Verdict.REJECT),
        OnDerivation(report=a.report, from_=c.report, holds=True),
    ]
    decide(one, *made)
    decide(other, *reversed(made))
    assert contents(one) == contents(other)


def test_an_undo_can_be_undone(ledger: Store) -> None:
    at = said(ledger, "crane")
    clock = Clock()
    (first,) = decide(ledger, OnStatement(ground=at, verdict=Verdict.REJECT), clock=clock)
    (undo,) = decide(ledger, Undo(judgement=first), clock=clock)
    assert shown(ledger, at).content.text == at.text
    decide(ledger, Undo(judgement=undo), clock=clock)
    with ledger.view() as view:
        assert view.claims_of({at.statement}) == ()
        assert [entry.state for entry in log(view)] == [State.HOLDS, State.UNDONE, State.HOLDS]
