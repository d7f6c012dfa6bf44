from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import (
    NOTHING,
    Certainty,
    Decision,
    Factuality,
    Field,
    Judgement,
    OnField,
    OnStatement,
    Polarity,
    Report,
    Undo,
    Value,
    Verdict,
    appearances,
    effective,
    ground,
    judgement,
    orphan,
    review,
    standing_at,
    value_of,
)
from tests.factory import actor, report
from tests.standins import sentences

HOME = sentences(
    report("The bridge was closed, the Transport Ministry said.", "Lorries wait at the river.", "A ferry runs.")
)[0]
BRIDGE, LORRIES, _ = HOME.statements


def made(*decisions: Decision) -> list[Judgement]:
    """One judgement a second."""
    return [judgement(one, who="Ann", when=f"2026-01-01T00:00:{n:02}Z") for n, one in enumerate(decisions)]


def on(field: Field, person: Value, verdict: Verdict = Verdict.CORRECT, number: int = 0) -> OnField:
    statement = HOME.statements[number]
    machine = value_of(HOME, statement, field)
    return OnField(ground=ground(HOME, statement), field=field, verdict=verdict, machine=machine, person=person)


def test_without_judgements_a_report_shows_what_was_read() -> None:
    assert review(HOME, ()).report == HOME


POLICE = actor("River Police")
CHANGES = [
    pytest.param(on(Field.CERTAINTY, Value(certainty=Certainty.POSSIBLE)), id="certainty"),
    pytest.param(on(Field.POLARITY, Value(polarity=Polarity.NEGATIVE)), id="polarity"),
    pytest.param(on(Field.ORIGIN, Value(origin=POLICE)), id="an origin that the words do not name"),
    pytest.param(on(Field.ORIGIN, Value(origin=None)), id="the outlet as origin"),
    pytest.param(on(Field.ORIGIN, Value(origin=POLICE), number=1), id="an origin where there was none"),
]


@pytest.mark.parametrize("decision", CHANGES)
def test_a_correction_is_shown_and_told(decision: OnField) -> None:
    found = review(HOME, made(decision))
    statement = standing_at(decision.ground, found.report)
    assert statement is not None
    assert value_of(found.report, statement, decision.field) == decision.person
    (told,) = found.overruled
    assert (told.machine, told.person, told.judgement.who) == (decision.machine, decision.person, "Ann")
    assert appearances(found.report)  # every attribution of a chain is there
    others = [s for s in found.report.statements if s.id != statement.id]
    assert others == [s for s in HOME.statements if s.id != statement.id]


def test_a_rejected_origin_is_nobody_known_and_not_the_outlet() -> None:
    found = review(HOME, made(on(Field.ORIGIN, NOTHING[Field.ORIGIN], Verdict.REJECT)))
    first = appearances(found.report)[0]
    assert first.statement.origin is None
    assert [link.source for link in first.chain] == [None]


def test_an_origin_further_out_in_the_chain_takes_the_nearer_ones_place() -> None:
    (inner,) = HOME.attributions
    assert inner.source is not None
    outer = replace(inner, id="outer", source=replace(inner.source, actor=POLICE))
    chained = replace(BRIDGE, chain=(inner.id, "outer"))
    home = replace(HOME, attributions=(inner, outer), statements=(chained,))
    decision = OnField(
        ground=ground(home, chained),
        field=Field.ORIGIN,
        verdict=Verdict.CORRECT,
        machine=value_of(home, chained, Field.ORIGIN),
        person=Value(origin=POLICE),
    )
    (shown,) = review(home, made(decision)).report.statements
    assert shown.chain == ("outer",)


def test_a_probability_goes_with_the_certainty_that_it_was_read_with() -> None:
    likely = replace(BRIDGE, factuality=Factuality(certainty=Certainty.PROBABLE, probability=(0.55, 0.8)))
    home = replace(HOME, statements=(likely,))
    (shown,) = review(home, made(on(Field.CERTAINTY, Value(certainty=Certainty.CERTAIN)))).report.statements
    assert shown.factuality.probability is None
    (same,) = review(home, made(on(Field.POLARITY, Value(polarity=Polarity.NEGATIVE)))).report.statements
    assert same.factuality.probability == (0.55, 0.8)


def test_a_rejected_statement_is_gone_and_listed() -> None:
    found = review(HOME, made(OnStatement(ground=ground(HOME, BRIDGE), verdict=Verdict.REJECT)))
    assert BRIDGE not in found.report.statements
    assert [statement for statement, _ in found.rejected] == [BRIDGE]


def test_the_newest_on_one_field_counts() -> None:
    older, newer = made(
        on(Field.CERTAINTY, Value(certainty=Certainty.POSSIBLE)),
        on(Field.CERTAINTY, Value(certainty=Certainty.UNKNOWN)),
    )
    found = review(HOME, (older, newer))
    assert found.report.statements[0].factuality.certainty is Certainty.UNKNOWN
    assert found.replaced == ((older, newer),)


def moved(by: int) -> Report:
    """The report as a version of the extractor reads it that begins its contents elsewhere."""
    spans = tuple(span.shift(by) for span in BRIDGE.content.spans)
    content = replace(BRIDGE.content, spans=spans, text=HOME.text[slice(*spans[0])])
    return replace(HOME, statements=(replace(BRIDGE, content=content),))


ORPHANS = [
    pytest.param(moved(1), "no statement has these words", id="other words"),
    pytest.param(replace(HOME, statements=()), "no statement has these words", id="no statement"),
    pytest.param(
        replace(HOME, statements=(replace(BRIDGE, chain=(), origin=None),)), "another source", id="another source"
    ),
]


@pytest.mark.parametrize(("read", "reason"), ORPHANS)
def test_a_judgement_whose_words_are_gone_changes_nothing(read: Report, reason: str) -> None:
    (one,) = made(on(Field.CERTAINTY, Value(certainty=Certainty.POSSIBLE)))
    found = review(read, (one,))
    assert found.report == read
    ((orphaned, why),) = found.orphaned
    assert orphaned == one
    assert reason in why


def test_an_origin_is_judged_whatever_source_is_read() -> None:
    (one,) = made(on(Field.ORIGIN, Value(origin=POLICE)))
    assert orphan(one, replace(HOME, statements=(replace(BRIDGE, chain=(), origin=None),))) is None


def test_a_judgement_on_another_report_is_nothing_to_this_one() -> None:
    other = replace(HOME, id="other")
    assert review(other, made(on(Field.CERTAINTY, Value(certainty=Certainty.POSSIBLE)))).report == other


def test_an_undo_can_be_undone() -> None:
    (first,) = made(OnStatement(ground=ground(HOME, BRIDGE), verdict=Verdict.REJECT))
    undo = judgement(Undo(judgement=first.id), who="Bob", when="2026-02-01T00:00:00Z")
    again = judgement(Undo(judgement=undo.id), who="Ann", when="2026-02-02T00:00:00Z")
    assert effective((first, undo)) == ()
    assert effective((first, undo, again)) == (first,)


DECISIONS = st.sampled_from(
    [
        *(parameter.values[0] for parameter in CHANGES),
        OnStatement(ground=ground(HOME, BRIDGE), verdict=Verdict.REJECT),
        OnStatement(ground=ground(HOME, LORRIES), verdict=Verdict.ACCEPT),
        on(Field.CERTAINTY, Value(certainty=Certainty.UNKNOWN), Verdict.REJECT),
    ]
)


@given(decisions=st.lists(DECISIONS, max_size=6))
def test_what_is_all_undone_was_never_judged(decisions: Sequence[Decision]) -> None:
    judged = made(*decisions)
    undos = [judgement(Undo(judgement=one.id), who="Bob", when="2026-02-01T00:00:00Z") for one in judged]
    assert review(HOME, (*judged, *undos)).report == HOME


@given(order=st.permutations(range(3)))
def test_the_order_of_judgements_on_different_things_does_not_matter(order: list[int]) -> None:
    judged = made(
        on(Field.CERTAINTY, Value(certainty=Certainty.POSSIBLE)),
        on(Field.ORIGIN, Value(origin=POLICE)),
        OnStatement(ground=ground(HOME, LORRIES), verdict=Verdict.REJECT),
    )
    assert review(HOME, [judged[n] for n in order]).report == review(HOME, judged).report


def test_the_same_words_elsewhere_are_not_the_ones_judged() -> None:
    home = sentences(report("Lorries wait at the river.", "Lorries wait at the river."))[0]
    first, second = home.statements
    assert first.content.text == second.content.text
    (one,) = made(OnStatement(ground=ground(home, first), verdict=Verdict.REJECT))
    left = replace(home, statements=(second,))
    found = review(left, (one,))
    assert found.report == left
    assert [orphaned for orphaned, _ in found.orphaned] == [one]
