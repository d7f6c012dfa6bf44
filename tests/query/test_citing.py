"""Who cites whom."""

from __future__ import annotations

import pytest

from sayso.model import Appearance, Derivation, DerivationKind, appearances
from sayso.query.citing import Citings, Via, citings, most_cited
from tests.factory import report
from tests.link.making import source_of, told, with_statements

DAM = "the dam of Solina holds"


def chained(outlet: str, *voices: str) -> Appearance:
    """A statement that came through these voices, the innermost first."""
    home = report(f"{DAM}.", outlet=outlet, uri=f"memory:{outlet}{voices}")
    made = with_statements(home, (DAM, None))
    links = tuple(source_of(home, DAM, voice) for voice in voices)
    (one,) = appearances(made)
    return Appearance(
        statement=one.statement, report=home.id, outlet=outlet, published=home.published, chain=links, context=DAM
    )


def edges(found: Citings) -> set[tuple[str, str, Via, int]]:
    return {(one.by, one.of, one.via, one.count) for one in found.citings}


def test_a_chain_is_read_from_the_outlet_inwards() -> None:
    found = citings([chained("Coast Daily", "Ada Holm", "Fjord Wire")])
    assert edges(found) == {
        ("coast daily", "fjord wire", Via.NAMES, 1),
        ("fjord wire", "ada holm", Via.NAMES, 1),
    }


def test_an_agency_that_reports_and_is_cited_is_one() -> None:
    found = citings([chained("Coast Daily", "Fjord  wire"), chained("Fjord Wire", "Ada Holm")])
    assert found.parties["fjord wire"].is_outlet
    assert found.parties["fjord wire"].actor is not None
    assert not found.parties["ada holm"].is_outlet


def test_what_is_said_oftener_comes_first() -> None:
    found = citings([chained("A", "X"), chained("B", "Y"), chained("B", "Y", "X")])
    assert edges(found) == {("a", "x", Via.NAMES, 1), ("b", "y", Via.NAMES, 1), ("b", "x", Via.NAMES, 1)} | {
        ("x", "y", Via.NAMES, 1)
    }
    again = citings([chained("A", "X"), chained("B", "Y"), told(DAM, by="Y", outlet="B")])
    assert [(one.of, one.count) for one in again.citings] == [("y", 2), ("x", 1)]


def test_whoever_cites_nobody_is_not_in_it() -> None:
    assert citings([chained("Coast Daily")]).parties == {}
    assert citings([chained("Coast Daily", "Coast Daily")]).citings == (), "nobody cites themselves"


def test_reports_that_draw_on_each_other() -> None:
    one, other = chained("Coast Daily"), chained("Fjord Wire")
    link = Derivation(report=one.report, from_=other.report, kind=DerivationKind.DROPS_NAME, score=0.8)
    assert edges(citings([one, other], [link])) == {("coast daily", "fjord wire", Via.DROPS_NAME, 1)}
    assert citings([one], [link]).citings == (), "the other report is not among those asked about"


@pytest.mark.parametrize("limit", [1, 3, 6, 50])
def test_the_most_cited_are_kept(limit: int) -> None:
    members = [told(f"{DAM} {n} times", by=f"Source {n % 7}", outlet=f"Outlet {n % 5}") for n in range(35)]
    every = citings(members)
    kept = most_cited(every, limit)
    assert len(kept.parties) <= limit
    assert set(kept.citings) <= set(every.citings)
    if limit == 50:
        assert kept == every
