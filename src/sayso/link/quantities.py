"""Numbers of two statements side by side: which count the same thing, and whether they agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import inf

from sayso.link.terms import terms
from sayso.model import Quantity

SMALL = 12  # numbers up to here count several things in one report
ROUNDED = 100  # from here on numbers are rounded without a word that says so


def counterparts(a: Iterable[Quantity], b: Iterable[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """The pairs of `a` and `b` that surely count the same thing: each has only the other to go with.

    What is equal on both sides is paired first: in "three of the seven members" and "three members", three stays three.
    Where each side has one number only, a thing without a name goes with any, and so does the same number ("at least
    eleven people", "11 soldiers"). What nothing else counts goes with the same number, if that is no small one ("at
    least 310 tents", "310 shelters").
    """
    left, right = list(a), list(b)
    if not left or not right:
        return
    if len(left) == len(right) == 1 and _one_thing(left[0], right[0]):
        yield left[0], right[0]
        return
    for x in tuple(left):
        equal = next((y for y in right if _of(x) & _of(y) and not changed(x, y)), None)
        if equal:
            left.remove(x)
            right.remove(equal)
            yield x, equal
    for x in left:
        same = [y for y in right if _of(x) & _of(y)]
        if len(same) == 1 and sum(bool(_of(z) & _of(same[0])) for z in left) == 1:
            yield x, same[0]
        alike = [] if same else [y for y in right if _same_number(x, y)]
        if len(alike) == 1 and not any(_of(z) & _of(alike[0]) for z in left):
            yield x, alike[0]


def _one_thing(x: Quantity, y: Quantity) -> bool:
    """Whether the only numbers of two statements may count the same thing."""
    return x.of is None or y.of is None or ("percent" not in (x.of, y.of) and shares_end(x, y))


def _same_number(x: Quantity, y: Quantity) -> bool:
    """Whether two counts of things, by other words, share an end above a dozen."""
    shared = {x.min, x.max} & {y.min, y.max} - {None}
    return "percent" not in (x.of, y.of) and any(end is not None and end > SMALL for end in shared)


def incompatible(a: Iterable[Quantity], b: Iterable[Quantity]) -> bool:
    """Whether some thing is counted in both, and no number satisfies both."""
    return any(not meet(x, y) for x, y in counterparts(a, b))


def meet(x: Quantity, y: Quantity) -> bool:
    """Whether some number satisfies both; a word like "about" allows a tenth to either side."""
    low_x, high_x = _range(x)
    low_y, high_y = _range(y)
    return (low_x <= high_y and low_y <= high_x) or _rounded(x, y) or _rounded(y, x)


def _rounded(x: Quantity, y: Quantity) -> bool:
    """Whether `x` is `y` rounded: 1,900 for 1,912. Two digits and fewer are counted, not rounded."""
    if x.min is None or x.min != x.max or y.min is None or y.min != y.max or x.min < ROUNDED:
        return False
    digits = len(str(int(x.min))) - len(str(int(x.min)).rstrip("0"))
    return digits > 0 and round(y.min, -digits) == x.min


def changed(x: Quantity, y: Quantity) -> bool:
    """Whether number or bound differ."""
    return (x.min, x.max) != (y.min, y.max)


def shares_end(x: Quantity, y: Quantity) -> bool:
    """Whether an end of the one is an end of the other, as in "up to 60" and "60"."""
    return bool({x.min, x.max} & {y.min, y.max} - {None})


def _of(quantity: Quantity) -> frozenset[str]:
    return _counted(quantity.of or "")


@lru_cache(maxsize=10_000)
def _counted(of: str) -> frozenset[str]:
    return frozenset(k for k, t in terms(of).items() if not t.number)


def _range(quantity: Quantity) -> tuple[float, float]:
    low = -inf if quantity.min is None else quantity.min
    high = inf if quantity.max is None else quantity.max
    slack = 0.1 if quantity.word and low == high else 0.0
    return low - abs(low) * slack if slack else low, high + abs(high) * slack if slack else high
