"""What a person is asked to judge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from sayso.judging import judge
from sayso.ledger import SqlStore, View
from sayso.model import Decision, Derivation, DerivationKind, SameClaim, Undo, Verdict
from sayso.query import deciding
from sayso.query.doubts import SURE, Doubt, DoubtKind, doubts, reasons
from tests.web.pages.harbour import QUAY, derived, ledger_in, linked


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = ledger_in(tmp_path)
    yield opened
    opened.close()


def asked(store: SqlStore) -> tuple[Doubt, ...]:
    with store.view() as view:
        return doubts(view, tuple(view.claims()))


def decide(store: SqlStore, made: Callable[[View], Decision]) -> str:
    with store.view() as view:
        decision = made(view)
    second = next(_SECONDS)
    return judge(store, decision, who="Ann", when=f"2024-05-01T10:00:{second:02}Z").id


_SECONDS = count(10)


def of_kind(found: tuple[Doubt, ...], kind: DoubtKind) -> list[Doubt]:
    return [one for one in found if one.kind is kind]


def test_the_least_sure_comes_first_and_what_is_sure_never(store: SqlStore) -> None:
    found = asked(store)
    assert [one.sure for one in found] == sorted(one.sure for one in found)
    assert all(one.sure < SURE for one in found)
    (unsure,) = of_kind(found, DoubtKind.STATEMENT)
    with store.view() as view:
        assert view.statement(unsure.things[0]).statement.content.text == QUAY
    assert unsure.sure == 0.5


VERDICTS = [
    pytest.param(lambda view, one: deciding.on_statement(view, one, Verdict.ACCEPT), id="accepted"),
    pytest.param(lambda view, one: deciding.on_statement(view, one, Verdict.REJECT), id="rejected"),
]


@pytest.mark.parametrize("decision", VERDICTS)
def test_a_statement_that_was_judged_is_not_asked_about_again(
    store: SqlStore, decision: Callable[[View, str], Decision]
) -> None:
    (unsure,) = of_kind(asked(store), DoubtKind.STATEMENT)
    made = decide(store, lambda view: decision(view, unsure.things[0]))
    assert of_kind(asked(store), DoubtKind.STATEMENT) == []
    decide(store, lambda _: Undo(judgement=made))
    assert of_kind(asked(store), DoubtKind.STATEMENT) == [unsure], "taken back, it is asked again"


def test_links(store: SqlStore) -> None:
    """Between two claims only the strongest link is asked about; a link that holds a claim together, if it is weak."""
    with store.write() as writer:
        ids = sorted(one.statement.id for one in writer.view.statements())
        known = {(one.a, one.b) for one in writer.view.links()}
    free = next((a, b) for a in ids for b in ids if a < b and (a, b) not in known and not _together(store, a, b))
    linked(store, SameClaim(a=free[0], b=free[1], score=0.45))
    (near,) = [one for one in of_kind(asked(store), DoubtKind.LINK) if one.things == free]
    assert (near.together, near.sure) == (False, 0.55)
    decide(store, lambda view: deciding.one_claim(view, *free))
    assert _together(store, *free), "the answer holds"
    assert free not in [one.things for one in of_kind(asked(store), DoubtKind.LINK)]
    decide(store, lambda view: deciding.two_claims(view, *free))
    assert not _together(store, *free)
    assert free not in [one.things for one in of_kind(asked(store), DoubtKind.LINK)]


def test_derivations(store: SqlStore) -> None:
    with store.view() as view:
        one, other = sorted(report.id for report in view.reports())
        known = {(d.report, d.from_) for d in view.derivations()}
    pair = (one, other) if (one, other) not in known else (other, one)
    derived(store, Derivation(report=pair[0], from_=pair[1], kind=DerivationKind.CITES, score=0.4))
    found = [d for d in of_kind(asked(store), DoubtKind.DERIVATION) if d.things == pair]
    assert [d.sure for d in found] == [0.4]
    decide(store, lambda view: deciding.on_derivation(view, *pair, holds=False))
    assert pair not in [d.things for d in of_kind(asked(store), DoubtKind.DERIVATION)]


def test_nothing_is_in_doubt_of_no_claims(store: SqlStore) -> None:
    with store.view() as view:
        assert doubts(view, ()) == ()


def _together(store: SqlStore, a: str, b: str) -> bool:
    with store.view() as view:
        return any({a, b} <= set(claim.statements) for claim in view.claims_of({a, b}))


def test_the_reasons_of_a_link_are_worked_out_when_asked(store: SqlStore) -> None:
    with store.view() as view:
        a, b = sorted(member.statement.id for member in view.statements(limit=2))
        found = reasons(view, SameClaim(a=a, b=b, score=0.4))
        assert reasons(view, SameClaim(a=a, b="gone", score=0.4)) == ()
    assert found
    assert all(reason.value for reason in found)
