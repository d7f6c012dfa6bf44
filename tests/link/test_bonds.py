from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sayso.link.bonds import barred, joined
from sayso.link.cluster import clusters
from sayso.model import Bonds, SameClaim

NAMES = "abcdefg"


def alike(names: str, score: float = 0.9) -> list[SameClaim]:
    """Links between all of `names`."""
    return [SameClaim(a=a, b=b, score=score) for a, b in combinations(sorted(names), 2)]


def together(*groups: str, apart: tuple[str, ...] = ()) -> Bonds:
    """Bundles, each named by its first letter, and pairs of names that are apart."""
    bundle = {statement: min(group) for group in groups for statement in group}
    return Bonds(bundle=bundle, apart=frozenset((min(ends), max(ends)) for ends in apart))


def told(found: tuple[frozenset[str], ...]) -> str:
    return " ".join("".join(sorted(group)) for group in found)


def test_what_people_put_together_is_one_claim_with_all_that_the_machine_put_with_it() -> None:
    links = [*alike("abc"), *alike("de")]
    assert told(clusters("abcdef", links, together("ad"))) == "abcde f"


def test_what_people_part_is_apart_however_alike_it_is() -> None:
    found = clusters("abcd", alike("abcd", 0.99), together("a", "b", apart=("ab",)))
    assert sorted(map(len, found)) in ([1, 3], [2, 2])
    assert not any({"a", "b"} <= group for group in found)


def test_a_statement_that_joins_later_joins_the_merged_claim() -> None:
    """It is like one half only: the mean over the whole would be too low."""
    links = [*alike("abc"), *alike("de"), SameClaim(a="d", b="g", score=0.8), SameClaim(a="e", b="g", score=0.8)]
    assert told(clusters("abcdeg", links, together("ad"))) == "abcdeg"


def test_a_companion_that_was_parted_from_the_other_half_stays_behind() -> None:
    links = [*alike("ab"), *alike("cd")]
    assert told(clusters("abcd", links, together("ac", "b", "d", apart=("bd",)))) == "abc d"


BONDS = st.builds(
    lambda groups, apart: (groups, apart),
    st.lists(st.sampled_from(NAMES), min_size=len(NAMES), max_size=len(NAMES)),
    st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=4),
)


@given(
    bonds=BONDS,
    scores=st.lists(st.sampled_from([0.0, 0.3, 0.6, 0.9]), min_size=21, max_size=21),
)
def test_every_decision_holds_and_every_statement_is_once(
    bonds: tuple[list[str], set[tuple[str, str]]], scores: list[float]
) -> None:
    heads, parted = bonds
    groups: dict[str, set[str]] = {}
    for name, head in zip(NAMES, heads, strict=True):
        groups.setdefault(head, set()).add(name)
    bundle = {name: min(group) for group in groups.values() for name in group}
    apart = frozenset((min(bundle[a], bundle[b]), max(bundle[a], bundle[b])) for a, b in parted)
    kept = Bonds(bundle=bundle, apart=frozenset(ends for ends in apart if ends[0] != ends[1]))
    links = [
        SameClaim(a=a, b=b, score=score) for (a, b), score in zip(combinations(NAMES, 2), scores, strict=True) if score
    ]
    found = clusters(NAMES, links, kept)
    assert sorted(statement for group in found for statement in group) == sorted(NAMES)
    home = {statement: group for group in found for statement in group}
    assert all(home[a] == home[b] for a, b in combinations(NAMES, 2) if bundle[a] == bundle[b])
    for a, b in combinations(NAMES, 2):
        if (min(bundle[a], bundle[b]), max(bundle[a], bundle[b])) in kept.apart:
            assert home[a] != home[b]


def test_without_bonds_nothing_changes() -> None:
    groups = (frozenset("ab"), frozenset("c"))
    assert joined(groups, Bonds(), barred("abc", Bonds())) == groups
