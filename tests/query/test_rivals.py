"""Numbers of one claim side by side."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import Appearance, Quantity, appearances
from sayso.query.rivals import rivals
from tests.factory import report, statement


def member(*quantities: tuple[float | None, float | None, str | None], outlet: str = "Post") -> Appearance:
    made = report(f"ships were seen {quantities}", outlet=outlet)
    given = tuple(Quantity(min=low, max=high, of=of, spans=()) for low, high, of in quantities)
    return appearances(replace(made, statements=(statement("ships were seen", within=made, quantities=given),)))[0]


def test_the_same_number_is_one_version_and_the_smallest_comes_first() -> None:
    a, b, c = member((40, 40, "ships")), member((12, None, "Ships")), member((40, 40, "ships"), outlet="Herald")
    (found,) = rivals([a, b, c])
    assert found.of == "Ships"
    assert [(one.quantity.min, one.members) for one in found.versions] == [(12, (b,)), (40, (a, c))]


def test_what_is_not_the_same_thing_is_no_rival() -> None:
    found = rivals([member((3, 3, "ships"), (90, 90, "men")), member((4, 4, "ships"), (7, 7, None))])
    assert [(one.of, len(one.versions)) for one in found] == [("ships", 2), (None, 1), ("men", 1)]


def test_open_ends_come_first_and_last() -> None:
    (found,) = rivals([member((5, None, "x")), member((None, 5, "x")), member((5, 5, "x"))])
    assert [(one.quantity.min, one.quantity.max) for one in found.versions] == [(None, 5), (5, 5), (5, None)]
