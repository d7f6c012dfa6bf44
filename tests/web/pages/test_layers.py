"""A graph in layers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.web.pages.layers import layered

NODES = "abcdefg"
EDGES = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=20)


def test_everybody_stands_right_of_those_they_have_it_from() -> None:
    assert layered("abc", [("a", "b"), ("b", "c"), ("a", "c")]) == (("a",), ("b",), ("c",))


def test_somebody_nobody_leads_to_stands_beside_whom_they_lead_to() -> None:
    assert layered("abcd", [("a", "b"), ("b", "c"), ("d", "c")]) == (("a",), ("b", "d"), ("c",))


def test_a_circle_is_cut_where_it_closes() -> None:
    assert layered("ab", [("a", "b"), ("b", "a")]) == (("a",), ("b",))
    assert layered("a", [("a", "a")]) == (("a",),)


def test_lines_that_need_not_cross_do_not() -> None:
    first, second = layered("abxy", [("a", "y"), ("b", "x")])
    assert [first.index("a") < first.index("b")] == [second.index("y") < second.index("x")]


def test_nothing() -> None:
    assert layered("", []) == ()


@given(EDGES)
def test_everybody_is_there_once_and_no_line_stays_in_a_layer(edges: list[tuple[str, str]]) -> None:
    layers = layered(NODES, edges)
    assert sorted(node for layer in layers for node in layer) == list(NODES)
    place = {node: number for number, layer in enumerate(layers) for node in layer}
    assert all(place[a] != place[b] for a, b in edges if a != b)


@given(EDGES)
def test_the_order_of_the_edges_does_not_matter(edges: list[tuple[str, str]]) -> None:
    assert layered(NODES, edges) == layered(NODES, list(reversed(edges)))
