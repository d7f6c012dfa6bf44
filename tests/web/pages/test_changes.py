"""What became of claims, in an address."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Claim, OriginCount, Verdict
from sayso.query import deciding
from sayso.web.pages.changes import MOST, NOW, WAS, Concern, change, concerned, parameters
from tests.web.pages.harbour import ledger_in


def claim(name: str, statements: int = 1, *, contested: bool = False) -> Claim:
    ids = tuple(f"{name}{number}" for number in range(statements))
    count = OriginCount(min=1, max=2)
    return Claim(id=name, gist=name, statements=ids, independent_origins=count, contested=contested, first=ids[0])


def concern(*claims: Claim) -> Concern:
    return Concern(claims=claims, statements=frozenset(one for each in claims for one in each.statements))


TOLD = [
    pytest.param(concern(claim("a")), concern(claim("a")), {WAS: "", NOW: ""}, id="nothing changed"),
    pytest.param(concern(claim("a", 3)), concern(), {WAS: "3-1-2-u", NOW: ""}, id="one is gone"),
    pytest.param(concern(), concern(claim("b")), {WAS: "", NOW: "b"}, id="one is new"),
    pytest.param(
        concern(claim("a"), claim("b")),
        concern(claim("a"), claim("b", 2, contested=True)),
        {WAS: "1-1-2-u", NOW: "b"},
        id="the same claim, contested now",
    ),
]


@pytest.mark.parametrize(("before", "after", "told"), TOLD)
def test_only_what_changed_is_told(before: Concern, after: Concern, told: dict[str, str]) -> None:
    assert parameters(before, after) == told


def test_of_many_only_some_are_told() -> None:
    many = concern(*(claim(f"{number:x}") for number in range(2 * MOST)))
    assert len(parameters(many, concern())[WAS].split(".")) == MOST


def test_figures_come_back_and_claims_that_are_gone_are_left_out(tmp_path: Path) -> None:
    store = ledger_in(tmp_path)
    with store.view() as view:
        known = next(view.claims())
        found = change(view, {WAS: "12-1-3-c.4-0-1-u", NOW: f"{known.id}.deadbeefdeadbeef"})
    store.close()
    assert found is not None
    assert [(one.statements, one.origins.max, one.contested) for one in found.was] == [(12, 3, True), (4, 1, False)]
    assert [one.id for one in found.now] == [known.id]


@given(st.text(max_size=30), st.text(max_size=30))
def test_whatever_an_address_says_is_numbers_or_nothing(was: str, now: str) -> None:
    found = change(_NoView(), {WAS: was, NOW: now})  # type: ignore[arg-type] # nothing is looked up
    assert found is None or (found.was and not found.now)


class _NoView:
    def claim(self, name: str) -> Claim:
        raise AssertionError(name)


def test_a_derivation_concerns_the_claims_that_both_reports_carry(tmp_path: Path) -> None:
    store = ledger_in(tmp_path)
    with store.view() as view:
        one, other = sorted(report.id for report in view.reports())
        found = concerned(view, deciding.on_derivation(view, one, other, holds=False))
        shared = [
            claim for claim in view.claims() if {one, other} == {view.statement(s).report for s in claim.statements}
        ]
        assert sorted(claim.id for claim in found.claims) == sorted(claim.id for claim in shared)
        statement = next(view.statements()).statement.id
        mine = concerned(view, deciding.on_statement(view, statement, Verdict.REJECT))
        assert statement in mine.statements
    store.close()
