from __future__ import annotations

import pytest

from sayso.link.quantities import counterparts, incompatible
from sayso.model import Quantity, Span


def quantity(low: float | None, high: float | None, of: str | None = "drones", word: str | None = None) -> Quantity:
    return Quantity(min=low, max=high, of=of, spans=(Span(0, 1),), word=word)


@pytest.mark.parametrize(
    ("a", "b", "at_odds"),
    [
        pytest.param(quantity(40, 40), quantity(20, None), False, id="40 is at least 20"),
        pytest.param(quantity(40, 40), quantity(12, 12), True, id="40 is not 12"),
        pytest.param(quantity(40, 40), quantity(None, 20), True, id="40 is more than up to 20"),
        pytest.param(quantity(300, 300, word="about"), quantity(310, 310), False, id="about 300 may be 310"),
        pytest.param(quantity(40, 40, "drones"), quantity(12, 12, "missiles"), False, id="other things are counted"),
        pytest.param(quantity(40, 40, "dead"), quantity(12, 12, "killed"), True, id="kin words count the same thing"),
        pytest.param(quantity(1900, 1900), quantity(1912, 1912), False, id="a round number is the other, rounded"),
        pytest.param(quantity(30, 30), quantity(28, 28), True, id="small numbers are counted, not rounded"),
        pytest.param(quantity(40, 40, None), quantity(12, 12), True, id="the only numbers, one without its thing"),
    ],
)
def test_numbers_that_cannot_both_be_true(a: Quantity, b: Quantity, at_odds: bool) -> None:
    assert incompatible([a], [b]) is at_odds
    assert incompatible([b], [a]) is at_odds


def test_a_thing_counted_twice_has_no_counterpart() -> None:
    twice = [quantity(3, 3), quantity(5, 5)]
    assert list(counterparts([quantity(4, 4)], twice)) == []


@pytest.mark.parametrize(
    ("a", "b", "paired"),
    [
        pytest.param(quantity(310, None, "tents"), quantity(310, 310, "shelters"), True, id="at least 310 and 310"),
        pytest.param(quantity(None, 60, "soldiers"), quantity(60, 60, None), True, id="up to 60 and 60"),
        pytest.param(quantity(3, None, "tents"), quantity(3, 3, "shelters"), False, id="a small number"),
        pytest.param(quantity(40, 40, "percent"), quantity(40, None, "shelters"), False, id="a share is no count"),
    ],
)
def test_the_same_number_of_what_goes_by_other_words(a: Quantity, b: Quantity, paired: bool) -> None:
    left, right = [a, quantity(2, 2, "provinces")], [b, quantity(5, 5, "villages")]
    assert list(counterparts(left, right)) == ([(a, b)] if paired else [])


@pytest.mark.parametrize(
    ("a", "b", "paired"),
    [
        pytest.param(quantity(9, None, "villagers"), quantity(9, 9, "civilians"), True, id="at least nine and nine"),
        pytest.param(quantity(9, 9, "villagers"), quantity(4, 4, "houses"), False, id="another number"),
        pytest.param(quantity(9, None, "percent"), quantity(9, 9, "civilians"), False, id="a share"),
    ],
)
def test_the_only_numbers_are_of_one_thing_where_they_are_the_same(a: Quantity, b: Quantity, paired: bool) -> None:
    assert list(counterparts([a], [b])) == ([(a, b)] if paired else [])
