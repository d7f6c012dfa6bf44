"""The drawing of who had a claim from whom."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Claim, Drift, DriftKind, OriginCount, appearances
from sayso.query.trace import Step, Trace
from sayso.web.pages.tree import COLUMN, LEFT, Drawing, draw
from tests.factory import report, statement

CLAIM = Claim(id="c", gist="g", statements=("s",), independent_origins=OriginCount(min=1, max=1), first="s")
SEEN = appearances(replace(made := report("the bridge was closed"), statements=(statement(within=made),)))[0]


def told(who: str, day: str | None, *below: Step, drifts: tuple[Drift, ...] = ()) -> Step:
    """A report of that day."""
    return Step(who=who, appearance=replace(SEEN, published=day), below=below, drifts=drifts)


def drawn(*below: Step) -> Drawing:
    return draw(Trace(claim=CLAIM, below=below))


def column(drawing: Drawing, who: str) -> int:
    return next(round((node.x - LEFT) / COLUMN) for node in drawing.nodes if node.label == who)


def test_columns_are_days() -> None:
    first = told("Wire", "2024-03-01", told("Post", "2024-03-01T20:00"), told("Courier", "2024-03-05"))
    drawing = drawn(Step(who="Ministry", below=(first, told("Herald", "2024-03-05"))))
    assert [column(drawing, who) for who in ("Ministry", "Wire", "Post", "Courier", "Herald")] == [0, 1, 2, 3, 3]
    assert [(day.day, day.x) for day in drawing.days] == [
        ("2024-03-01", LEFT + COLUMN),
        ("2024-03-05", LEFT + 3 * COLUMN),
    ]


def test_a_page_that_is_dated_before_its_source_still_stands_behind_it() -> None:
    drawing = drawn(told("Wire", "2024-03-05", told("Post", "2024-03-01", told("Blog", None))))
    assert [column(drawing, who) for who in ("Wire", "Post", "Blog")] == [0, 1, 2]


def test_an_edge_says_what_was_changed() -> None:
    drift = Drift(from_="a", to="b", kind=DriftKind.HEDGE_LOST)
    drawing = drawn(told("Wire", "2024-03-01", told("Post", "2024-03-02", drifts=(drift, drift))))
    assert [edge.drifts for edge in drawing.edges] == [(DriftKind.HEDGE_LOST,)]


def test_nothing_to_draw() -> None:
    assert drawn().nodes == ()


TREES = st.recursive(
    st.builds(told, st.just("x"), st.none() | st.dates().map(str)),
    lambda below: st.builds(
        lambda day, parts: told("x", day, *parts), st.none() | st.dates().map(str), st.lists(below)
    ),
    max_leaves=12,
)


@given(st.lists(TREES, max_size=4))
def test_whatever_is_drawn_each_has_its_line_and_stands_right_of_its_source(below: list[Step]) -> None:
    drawing = drawn(*below)
    assert len({node.y for node in drawing.nodes}) == len(drawing.nodes)
    assert len(drawing.edges) == len(drawing.nodes) - len(below)
    for edge in drawing.edges:
        start, _, end = edge.path.partition("V")
        assert float(start[1:].split()[0]) < float(end.partition("H")[2])
    assert all(0 < node.x < drawing.width and 0 < node.y < drawing.height for node in drawing.nodes)
