from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.ledger import Store, open_ledger
from sayso.model import DerivationKind, DriftKind, Quantity, Report, Span
from sayso.query.trace import Step, Trace, trace
from sayso.workflow import read_items
from tests.factory import report
from tests.link.making import with_statements

FIRE = "the fire in the Nordal tunnel near Larvik broke out in a lorry that carried paint"
CAUGHT = "the owner of the vehicle had twice been fined for worn brakes"
HURT = "up to 40 people were treated for smoke in the hospital of Larvik"
ASIDE = (
    "Drivers have long complained of queues in front of both portals, and the county wants a second tube that should "
    "be ready in nine years if parliament grants the money this autumn."
)


def many(least: float | None, most: float) -> dict[str, tuple[Quantity, ...]]:
    return {"quantities": (Quantity(min=least, max=most, of="people treated", spans=(Span(0, 2),)),)}


def first() -> Report:
    """Where it was told first, by the fire chief."""
    home = report(
        f"Fire chief Einar Dahl said that {FIRE}. {CAUGHT}, he said. He added that {HURT}.",
        outlet="Fjord Wire",
        uri="memory:fjord",
        published="2024-03-11T20:00",
    )
    return with_statements(home, (FIRE, "Einar Dahl"), (CAUGHT, "Einar Dahl"), (HURT, "Einar Dahl", many(None, 40.0)))


def citing() -> Report:
    """Who says whom he has it from."""
    home = report(
        f'Fjord Wire reported: "{FIRE}". It said: "{CAUGHT}".',
        outlet="Oslo Review",
        uri="memory:oslo",
        published="2024-03-12T06:00",
    )
    return with_statements(home, (FIRE, "Fjord Wire"), (CAUGHT, "Fjord Wire"))


def bare() -> Report:
    """Who names nobody, and makes 40 of up to 40."""
    hurt = HURT.removeprefix("up to ")
    home = report(
        f"Late on Monday {FIRE}.",
        f"{hurt}.",
        ASIDE,
        outlet="Quick News",
        uri="memory:quick",
        published="2024-03-12T09:00",
    )
    return with_statements(home, (FIRE, None), (hurt, None, many(40.0, 40.0)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_ledger(str(tmp_path / "sayso.db"), create=True)
    yield opened
    opened.close()


def traced(store: Store, gist: str, *reports: Report) -> Trace:
    """The trace of the claim with `gist` in a ledger that has read `reports`."""
    read_items(reports, store, work=lambda r: (r, ()))
    with store.view() as view:
        (claim,) = (c for c in view.claims() if gist in c.gist)
        return trace(view, claim.id)


def lines(steps: tuple[Step, ...], depth: int = 0) -> list[tuple[int, str, DerivationKind | None]]:
    """Every line of a tree with its depth, who it is, and how it draws on the one above."""
    return [line for s in steps for line in [(depth, s.who, s.by), *lines(s.below, depth + 1)]]


def test_a_retelling_stands_below_what_it_draws_on(store: Store) -> None:
    found = traced(store, "the fire in the Nordal tunnel", first(), citing())
    assert lines(found.below) == [
        (0, "Einar Dahl", None),
        (1, "Fjord Wire", None),
        (2, "Oslo Review", DerivationKind.CITES),
    ]


def test_who_names_nobody_stands_below_its_source_with_what_it_changed(store: Store) -> None:
    found = traced(store, "treated for smoke", first(), bare())
    assert lines(found.below)[-1] == (2, "Quick News", DerivationKind.DROPS_NAME)
    changed = {d.kind for d in found.below[0].below[0].below[0].drifts}
    assert changed == {DriftKind.QUANTITY_CHANGED, DriftKind.ATTRIBUTION_DROPPED}


def test_a_third_hand_report_stands_below_the_nearest_source(store: Store) -> None:
    third = bare()
    found = traced(store, "the fire in the Nordal tunnel", first(), citing(), third)
    depth = {who: depth for depth, who, _ in lines(found.below)}
    assert depth["Fjord Wire"] < depth["Oslo Review"]
    assert depth["Quick News"] > depth["Fjord Wire"]


def test_the_order_of_reading_does_not_show(store: Store, tmp_path: Path) -> None:
    other = open_ledger(str(tmp_path / "other.db"), create=True)
    made = (first(), citing(), bare())
    assert traced(store, "twice been fined", *made) == traced(other, "twice been fined", *reversed(made))
    other.close()


def test_statements_with_one_voice_share_its_line(store: Store) -> None:
    apart = report(f'Dahl told us: "{FIRE}".', outlet="Bergen Mail", uri="memory:bergen", published="2024-03-11T21:00")
    found = traced(store, "the fire in the Nordal tunnel", first(), with_statements(apart, (FIRE, "Einar Dahl")))
    assert [step.who for step in found.below] == ["Einar Dahl"]
    assert {step.who for step in found.below[0].below} == {"Fjord Wire", "Bergen Mail"}


def test_a_report_without_an_outlet_is_shown_as_such(store: Store) -> None:
    home = report(f"{FIRE}.", outlet=None)
    found = traced(store, "the fire", with_statements(home, (FIRE, None)))
    assert lines(found.below) == [(0, "unknown outlet", None)]


def test_a_claim_that_is_not_there_is_a_mistake_of_the_user(store: Store) -> None:
    traced(store, "the fire in the Nordal tunnel", first())
    with store.view() as view, pytest.raises(LedgerError):
        trace(view, "ffffffffffff")
