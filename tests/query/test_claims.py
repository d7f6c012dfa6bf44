from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ledger import Filter, Store, open_ledger
from sayso.model import Certainty, DriftKind, Factuality, Report
from sayso.query.claims import ClaimLine, list_claims
from sayso.workflow import read_items
from tests.factory import report
from tests.link.making import with_statements

FIRE = "the fire in the Nordal tunnel near Larvik broke out in a lorry that carried paint"
CHOIR = "a choir from Cardiff sang in Lisbon"
MAYBE = {"factuality": Factuality(certainty=Certainty.POSSIBLE)}


def wire() -> Report:
    home = report(
        f"Fire chief Einar Dahl said {FIRE}.", outlet="Fjord Wire", uri="memory:fjord", published="2024-03-11T20:00"
    )
    return with_statements(home, (FIRE, "Einar Dahl", MAYBE))


def copy() -> Report:
    home = report(
        f"Fire chief Einar Dahl said {FIRE}.",
        outlet="Morning Sheet",
        uri="memory:morning",
        published="2024-03-12T05:00",
    )
    return with_statements(home, (FIRE, "Einar Dahl"))


def unrelated() -> Report:
    home = report(f"On Sunday {CHOIR}.", outlet="Stave", uri="memory:stave", published="2024-03-17")
    return with_statements(home, (CHOIR, None))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_ledger(str(tmp_path / "sayso.db"), create=True)
    read_items([copy(), unrelated(), wire()], opened, work=lambda r: (r, ()))
    yield opened
    opened.close()


def listed(store: Store, only: Filter | None = None, limit: int | None = None) -> list[ClaimLine]:
    with store.view() as view:
        return list(list_claims(view, only or Filter(), limit=limit))


def test_the_newest_claim_comes_first(store: Store) -> None:
    assert [line.claim.gist for line in listed(store)] == [CHOIR, FIRE]


def test_a_line_tells_who_carried_it_how_surely_and_what_was_changed(store: Store) -> None:
    line = listed(store)[1]
    assert line.published == "2024-03-11T20:00", "of the report that was published first, not of the one read first"
    assert line.reports == 2
    assert line.outlets == ("Fjord Wire", "Morning Sheet")
    assert line.certainties == (Certainty.POSSIBLE, Certainty.CERTAIN)
    assert line.drifts == (DriftKind.HEDGE_LOST,)


def test_a_claim_that_nobody_changed_has_no_drifts(store: Store) -> None:
    assert listed(store)[0].drifts == ()


@pytest.mark.parametrize(
    ("only", "gists"),
    [
        pytest.param(Filter(origin="Dahl"), [FIRE], id="by the origin's surname"),
        pytest.param(Filter(until="2024-03-12"), [FIRE], id="by day"),
        pytest.param(Filter(min_origins=2), [], id="two reports of one man's word are one origin"),
    ],
)
def test_filters_reach_the_ledger(store: Store, only: Filter, gists: list[str]) -> None:
    assert [line.claim.gist for line in listed(store, only)] == gists


def test_a_limit_cuts_the_list(store: Store) -> None:
    assert len(listed(store, limit=1)) == 1
