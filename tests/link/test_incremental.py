from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.encoding.meanings import meanings
from sayso.link.incremental import link_report
from sayso.model import Factuality, Polarity, Report
from tests.factory import report
from tests.fakes import MemoryLedger, ledger_of
from tests.link.making import with_statements

CASES = Path(__file__).parent / "cases" / "storylines.tsv"


def invented() -> list[Report]:
    """The storylines as reports: each sentence a paragraph and a statement of the outlet."""
    found: list[tuple[list[str], list[str]]] = []
    for line in CASES.read_text(encoding="utf8").splitlines():
        cells = line.split("\t")
        if cells[0] == "=":
            found.append((cells[1:], []))
        elif not line.startswith("#"):
            found[-1][1].append(cells[1])
    return [made(n, head, sentences) for n, (head, sentences) in enumerate(found)]


def made(number: int, head: Sequence[str], sentences: Sequence[str]) -> Report:
    home = report(*sentences, outlet=head[1], published=head[2], uri=f"memory:{head[0]}/{number}")
    return with_statements(home, *((sentence.rstrip("."), None) for sentence in sentences))


REPORTS = invented()


def state(ledger: MemoryLedger) -> tuple[object, ...]:
    """All that linking left in a ledger, without the order in which it came."""
    return (ledger.claims, ledger.links, ledger.derivations, ledger.drifts)


@settings(max_examples=6, deadline=None)
@given(st.permutations(REPORTS[:12]))
def test_the_order_of_reading_does_not_matter(order: list[Report]) -> None:
    assert state(ledger_of(order)) == state(ledger_of(REPORTS[:12]))


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 8), st.integers(0, 50))
def test_an_unrelated_report_changes_no_claim(place: int, day: int) -> None:
    other = with_statements(
        report("A choir from Cardiff sang in Lisbon.", outlet="Stave", published=f"2024-0{1 + day % 9}-11"),
        ("A choir from Cardiff sang in Lisbon", None),
    )
    related = REPORTS[:8]
    with_it = ledger_of([*related[:place], other, *related[place:]])
    alone = ledger_of(related)
    assert alone.claims.items() <= with_it.claims.items()
    assert len(with_it.claims) == len(alone.claims) + 1


def test_every_statement_is_of_exactly_one_claim() -> None:
    ledger = ledger_of(REPORTS)
    members = [s for claim in ledger.claims.values() for s in claim.statements]
    assert sorted(members) == sorted(ledger.statements)


def test_retellings_of_one_happening_meet_and_two_happenings_do_not() -> None:
    contents = {s.id: s.content.text for report in REPORTS for s in report.statements}
    ledger = ledger_of(REPORTS, dict(zip(contents, meanings(contents.values()), strict=True)))
    claims = [{ledger.statements[s].report for s in claim.statements} for claim in ledger.claims.values()]
    by_uri = {r.id: r.uri.removeprefix("memory:").split("/")[0] for r in REPORTS}
    assert sum(len(reports) > 1 for reports in claims) >= 35
    mixed = [reports for reports in claims if len({by_uri[r] for r in reports}) > 1]
    assert len(mixed) <= 5


def test_linking_a_report_again_changes_nothing() -> None:
    ledger = ledger_of(REPORTS[:6])
    before = (dict(ledger.claims), dict(ledger.links), dict(ledger.derivations), dict(ledger.drifts))
    ledger.add(REPORTS[2])
    assert state(ledger) == before


def test_a_new_version_takes_the_place_of_the_old_one() -> None:
    first, *others = REPORTS[:6]
    version = replace(first, id="version", statements=tuple(replace(s, id="v" + s.id) for s in first.statements))
    ledger = ledger_of([first, *others])
    ledger.add(version, supersedes=first)
    assert state(ledger) == state(ledger_of([*others, version]))


def test_a_denial_joins_the_claim_and_contests_it() -> None:
    accused = "soldiers of Norland burned the village of Kolari"
    a = with_statements(report(f"Vera Holm said {accused}.", outlet="A"), (accused, "Vera Holm"))
    denial = {"cue": "deny", "factuality": Factuality(polarity=Polarity.NEGATIVE)}
    b = with_statements(
        report(f"Norland denied that {accused}.", outlet="B", published="2024-03-15"), (accused, "Norland", denial)
    )
    (claim,) = ledger_of([a, b]).claims.values()
    assert claim.contested
    assert claim.denials == (b.statements[0].id,)
    assert (claim.independent_origins.min, claim.independent_origins.max) == (1, 1)


def test_a_claim_that_grows_is_dissolved_under_its_old_id() -> None:
    ledger = MemoryLedger()
    ledger.add(REPORTS[0])
    linked = link_report(REPORTS[1], ledger)
    assert linked.dissolved
    assert linked.dissolved <= ledger.claims.keys()
    assert not linked.dissolved & {claim.id for claim in linked.claims}


def test_a_report_without_statements_is_linked_all_the_same() -> None:
    linked = link_report(report("Nothing is said here."), MemoryLedger())
    assert linked.claims == ()
    assert linked.report_keys


@pytest.mark.parametrize("published", [None, "2024", "not a date"])
def test_any_time_of_publication_will_do(published: str | None) -> None:
    linked = link_report(replace(REPORTS[0], published=published), ledger_of(REPORTS[1:3]))
    assert len(linked.statement_keys) == len(REPORTS[0].statements)
