from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Bonds, Decision, Ground, Judgement, Merge, Span, Split, bonds_of, judgement
from sayso.model.bonds import pair


def at(name: str) -> Ground:
    return Ground(report="r", statement=name, spans=(Span(0, 1),), text=name)


NAMES = "abcdef"
STANDING = {at(name): name for name in NAMES}


def made(*decisions: Decision) -> list[Judgement]:
    return [judgement(one, who="Ann", when=f"2026-01-01T00:00:{n:02}Z") for n, one in enumerate(decisions)]


def merge(names: str) -> Merge:
    return Merge(grounds=tuple(map(at, names)))


def split(out: str, rest: str) -> Split:
    return Split(out=tuple(map(at, out)), rest=tuple(map(at, rest)))


def bonds(*decisions: Decision) -> Bonds:
    return bonds_of(made(*decisions), STANDING).bonds


def test_merges_that_share_a_statement_are_one_bundle() -> None:
    assert bonds(merge("ab"), merge("bc")).bundle == {"a": "a", "b": "a", "c": "a"}


def test_what_is_parted_from_one_of_a_bundle_is_parted_from_all() -> None:
    found = bonds(split("c", "b"), merge("ab"))
    assert found.apart == {("a", "c")}


def test_the_newer_of_two_counts_pair_by_pair() -> None:
    older, newer = made(merge("abc"), split("c", "a"))
    found = bonds_of((older, newer), STANDING)
    assert found.bonds == Bonds(bundle={"a": "a", "b": "a", "c": "c"}, apart=frozenset({("a", "c")}))
    assert found.replaced == ((older, newer),)


def test_a_merge_after_a_split_puts_together_again() -> None:
    assert bonds(split("a", "b"), merge("ab")) == Bonds(bundle={"a": "a", "b": "a"}, apart=frozenset())


def test_a_statement_that_is_gone_binds_nothing() -> None:
    left = {ground: name for ground, name in STANDING.items() if name != "b"}
    found = bonds_of(made(merge("ab"), merge("bc")), left).bonds
    assert found.bundle == {"a": "a", "c": "c"}


SOME = st.text(NAMES, min_size=1, max_size=4)
DECISIONS = st.lists(st.builds(merge, SOME) | st.builds(split, SOME, SOME), max_size=6)


@given(decisions=DECISIONS)
def test_no_bundle_is_apart_from_itself_and_every_name_is_one(decisions: list[Decision]) -> None:
    found = bonds(*decisions)
    names = set(found.bundle.values())
    for a, b in found.apart:
        assert a < b
        assert {a, b} <= names
    assert all(found.bundle[name] == name == min(s for s in found.bundle if found.bundle[s] == name) for name in names)


@given(decisions=DECISIONS, last=st.builds(merge, SOME) | st.builds(split, SOME, SOME))
def test_the_newest_always_holds(decisions: list[Decision], last: Merge | Split) -> None:
    found = bonds(*decisions, last)
    if isinstance(last, Merge):
        assert len({found.bundle[ground.text] for ground in last.grounds}) == 1
    else:
        parts = [(a.text, b.text) for a in last.out for b in last.rest if a != b]
        assert all(pair(found.bundle[a], found.bundle[b]) in found.apart for a, b in parts)
