from __future__ import annotations

from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from sayso.link.cluster import JOINED, clusters, connected
from sayso.link.hanging import REACHES
from sayso.model import SameClaim

NAMES = "abcdefgh"


def link(a: str, b: str, score: float) -> SameClaim:
    return SameClaim(a=min(a, b), b=max(a, b), score=score)


def full(group: str, score: float = 0.9) -> list[SameClaim]:
    return [link(a, b, score) for a, b in combinations(group, 2)]


def test_one_bad_link_does_not_glue_two_events() -> None:
    links = [*full("abc"), *full("xyz"), link("c", "x", 0.95)]
    assert set(clusters("abcxyz", links)) == {frozenset("abc"), frozenset("xyz")}


def test_a_chain_of_good_links_is_one_claim_where_the_ends_are_not_far() -> None:
    assert clusters("abc", [link("a", "b", 0.9), link("b", "c", 0.9), link("a", "c", 0.6)]) == (frozenset("abc"),)


def test_what_does_not_hang_together_is_not_joined() -> None:
    weak = (JOINED + REACHES[0]) / 2
    assert set(clusters("abc", [link("a", "b", weak)])) == {frozenset("a"), frozenset("b"), frozenset("c")}
    near = [link("a", "b", weak), link("b", "c", 0.9), link("a", "c", REACHES[0])]
    assert clusters("abc", near) == (frozenset("abc"),)


@given(st.lists(st.floats(0.2, REACHES[0] - 0.01), min_size=9, max_size=9))
def test_parts_that_do_not_hang_together_can_be_clustered_apart(scores: list[float]) -> None:
    between = [link(a, x, score) for (a, x), score in zip(product("abc", "xyz"), scores, strict=True)]
    parts = {*clusters("abc", full("abc")), *clusters("xyz", full("xyz"))}
    assert set(clusters("abcxyz", [*full("abc"), *full("xyz"), *between])) == parts


def test_doubts_alone_join_nothing() -> None:
    assert clusters("ab", [link("a", "b", JOINED - 0.01)]) == (frozenset("a"), frozenset("b"))


@given(
    st.dictionaries(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda p: p[0] < p[1]),
        st.floats(0.2, 1).map(lambda x: round(x, 4)),
    ),
    st.permutations(list(NAMES)),
    st.randoms(),
)
def test_no_order_matters(scores: dict[tuple[str, str], float], names: list[str], random: object) -> None:
    links = [link(a, b, score) for (a, b), score in scores.items()]
    assert set(clusters(NAMES, links)) == set(clusters(names, links[::-1]))


@given(st.lists(st.floats(0.2, 1).map(lambda x: round(x, 4)), min_size=3, max_size=3))
def test_links_elsewhere_change_no_group(scores: list[float]) -> None:
    ours = [link("a", "b", scores[0]), link("b", "c", scores[1]), link("a", "c", scores[2])]
    alone = set(clusters("abc", ours))
    assert alone <= set(clusters("abcxyz", [*ours, *full("xyz")]))


def test_connected_reaches_over_many_steps() -> None:
    near = {"a": frozenset("b"), "b": frozenset("ac"), "c": frozenset("b"), "d": frozenset("d")}
    assert connected("a", near) == frozenset("abc")
