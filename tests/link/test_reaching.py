"""What hangs together is the same looked up from one statement as worked out of all, crowds among it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.link import hanging as at_once
from sayso.link import reaching
from sayso.link.bonds import bundled
from sayso.link.hanging import REACHES, hanging
from sayso.link.reaching import Hanging, Web, hanging_together
from sayso.model import Appearance, Bonds, Report, SameClaim
from tests.fakes import MemoryLedger, ledger_of
from tests.link.test_incremental import REPORTS, state

NAMES = "abcdefghijkl"
STATEMENT = REPORTS[0].statements[0]
PAIRS = tuple(combinations(NAMES, 2))


@pytest.fixture(autouse=True)
def _small_crowds(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (at_once, reaching):
        monkeypatch.setattr(module, "CROWD", 3)


def ledger_with(links: dict[tuple[str, str], float], bonds: Bonds) -> MemoryLedger:
    known = {pair: SameClaim(a=pair[0], b=pair[1], score=score) for pair, score in links.items()}
    named = {
        name: Appearance(report="r", statement=replace(STATEMENT, id=name), outlet=None, published=None)
        for name in NAMES
    }
    return MemoryLedger(links=known, bonds=bonds, statements=named)


def parts(links: dict[tuple[str, str], float], bonds: Bonds) -> set[frozenset[str]]:
    number = {name: place for place, name in enumerate(NAMES)}
    ends = [(number[a], number[b]) for a, b in links]
    root = hanging(len(NAMES), (ends, np.array(list(links.values()))), tuple(bundled(number, bonds))).tolist()
    return {frozenset(n for n, r in zip(NAMES, root, strict=True) if r == one) for one in set(root)}


LINKS = st.dictionaries(st.sampled_from(PAIRS), st.floats(0.2, 1), max_size=25)
BUNDLES = st.dictionaries(st.sampled_from(NAMES), st.sampled_from("xy"), max_size=4)


@settings(deadline=None)
@given(LINKS, BUNDLES)
def test_from_one_statement_as_of_all(links: dict[tuple[str, str], float], bundle: dict[str, str]) -> None:
    bonds = Bonds(bundle=bundle)
    state = Hanging(Web(ledger_with(links, bonds)))
    assert {state.group(name) for name in NAMES} == parts(links, bonds)


def test_where_too_many_hang_together_weak_links_do_not_count() -> None:
    chain = {("a", "b"): 0.9, ("b", "c"): 0.5, ("c", "d"): 0.9}
    assert parts(chain, Bonds()) >= {frozenset("ab"), frozenset("cd")}
    assert parts({pair: score for pair, score in chain.items() if "d" not in pair}, Bonds()) >= {frozenset("abc")}


def test_equal_statements_are_no_crowd_however_many() -> None:
    equal = dict.fromkeys(combinations("abcdef", 2), REACHES[-1])
    assert frozenset("abcdef") in parts(equal, Bonds())


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from(PAIRS), st.floats(0.2, 1), max_size=25),
    st.sets(st.sampled_from(NAMES), min_size=1, max_size=2),
)
def test_all_that_a_difference_may_change_is_found(links: dict[tuple[str, str], float], gone: set[str]) -> None:
    web = Web(ledger_with(links, Bonds()))
    before, after = hanging_together(web.around(gone), Hanging(web), Hanging(web, absent=gone))
    left = {pair: score for pair, score in links.items() if gone.isdisjoint(pair)}
    was, now = (parts(known, Bonds()) for known in (links, left))
    assert was - before <= now | {frozenset({one}) for one in gone}
    assert {group - gone for group in now} - after - {frozenset()} <= was


@settings(max_examples=6, deadline=None)
@given(st.permutations(REPORTS[:10]))
def test_the_order_of_reading_does_not_matter_in_crowds(order: list[Report]) -> None:
    assert state(ledger_of(order)) == state(ledger_of(REPORTS[:10]))


def test_a_new_version_takes_the_place_of_the_old_one_in_crowds() -> None:
    first, *others = REPORTS[:6]
    version = replace(first, id="version", statements=tuple(replace(s, id="v" + s.id) for s in first.statements))
    ledger = ledger_of([first, *others])
    ledger.add(version, supersedes=first)
    assert state(ledger) == state(ledger_of([*others, version]))
