"""Numbers on one scale."""

from __future__ import annotations

from sayso.model import Quantity
from sayso.query.rivals import Rivals, Version
from sayso.web.pages.ranges import WIDTH, Range, ranges


def drawn(*bounds: tuple[float | None, float | None]) -> tuple[Range, ...]:
    given = (Quantity(min=low, max=high, of="ships", spans=()) for low, high in bounds)
    return ranges(Rivals(of="ships", versions=tuple(Version(quantity=one, members=()) for one in given)))


def test_more_is_further_right() -> None:
    few, many = drawn((12, 12), (40, 40))
    assert few.is_point
    assert 0 < few.start < many.start < WIDTH


def test_open_ends_run_on() -> None:
    least, most, both = drawn((40, None), (None, 40), (20, 60))
    assert (least.opens_left, least.opens_right, least.end > both.end) == (False, True, True)
    assert (most.opens_left, most.opens_right, most.start < both.start) == (True, False, True)
    assert least.start == most.end
    assert both.start < least.start < both.end


def test_one_number_is_in_the_middle() -> None:
    assert drawn((7, 7))[0].start == WIDTH / 2
    assert drawn((0, 0))[0].start == WIDTH / 2


def test_no_bound_no_drawing() -> None:
    assert drawn((None, None)) == ()
