from __future__ import annotations

from typing import Any

import pytest

from sayso.link.contesting import is_contested
from sayso.model import Appearance, Certainty, Derivation, DerivationKind, Factuality, Polarity, Quantity, Span
from tests.link.making import told

NO = Factuality(polarity=Polarity.NEGATIVE)
OPEN = Factuality(polarity=Polarity.NEGATIVE, certainty=Certainty.UNKNOWN)
SHOT = "soldiers shot at the ferry near Mwanza"


def dead(number: float, *, day: str = "2024-03-14", text: str = "", **fields: Any) -> Appearance:
    counted = (Quantity(min=number, max=number, of="people killed", spans=(Span(0, 1),)),)
    return told(text or f"{number:g} people were killed on the ferry", day=day, quantities=counted, **fields)


def draws(later: Appearance, earlier: Appearance) -> Derivation:
    return Derivation(report=later.report, from_=earlier.report, kind=DerivationKind.COPIES, score=0.9)


ARMY = told(SHOT, by="Army Staff", outlet="Post")
CASES = [
    pytest.param(
        [ARMY, told("no soldiers shot at the ferry", by="Drivers Union", outlet="Echo", factuality=NO)],
        True,
        id="one says it, another says no",
    ),
    pytest.param(
        [ARMY, told("no soldiers shot at the ferry", by="Army Staff", outlet="Echo", factuality=NO)],
        False,
        id="one source takes back what it said",
    ),
    pytest.param(
        [
            told("no water was lost", by="Drivers Union", outlet="Post", factuality=NO),
            told("there was no loss of water", outlet="Echo"),
        ],
        False,
        id="all say it in words of negation, one of them taken for positive",
    ),
    pytest.param(
        [ARMY, told(f"whether {SHOT}", by="Drivers Union", outlet="Echo", factuality=OPEN)], False, id="one only asks"
    ),
    pytest.param([dead(3, outlet="Post"), dead(5, outlet="Echo")], True, id="two numbers on one day"),
    pytest.param([dead(3, outlet="Post"), dead(5, outlet="Echo", day="2024-03-16")], False, id="a toll that grows"),
    pytest.param([dead(5, outlet="Post"), dead(3, outlet="Echo", day="2024-03-16")], True, id="a toll that shrinks"),
    pytest.param(
        [dead(3, outlet="Post"), dead(5, outlet="Echo", text="the toll of the ferry climbed to 5")],
        False,
        id="a toll that is said to have grown on one day",
    ),
    pytest.param(
        [dead(9, outlet="Post"), dead(5, outlet="Echo", text="the toll of the ferry climbed to 5")],
        True,
        id="to less than another has on that day",
    ),
    pytest.param(
        [
            told("gas tore the ferry apart, not a bomb", by="Army Staff", outlet="Post"),
            told("a bomb tore the ferry apart", by="Drivers Union", outlet="Echo"),
        ],
        True,
        id="one thing, and not the other",
    ),
    pytest.param(
        [
            told("gas tore the ferry apart, not a bomb", by="Army Staff", outlet="Post"),
            told("a bomb tore the ferry apart", by="Army Staff", outlet="Echo"),
        ],
        False,
        id="one source thinks better of it",
    ),
    pytest.param(
        [
            dead(3, outlet="Post"),
            dead(5, outlet="Echo"),
            told("the ferry was shot at", outlet="Star"),
            told("somebody shot at the ferry", outlet="Sun"),
        ],
        False,
        id="a number told by the way",
    ),
    pytest.param(
        [
            told("the ferry did not stop", by="Kemi Guards", outlet="Post", factuality=NO),
            told("a ferry that failed to stop was shot at", by="Kemi Police", outlet="Echo"),
        ],
        False,
        id="failed to is did not",
    ),
    pytest.param(
        [dead(5, by="Army Staff", outlet="Post"), dead(3, by="Army Staff", outlet="Echo", day="2024-03-16")],
        False,
        id="one source gives another number",
    ),
]


@pytest.mark.parametrize(("members", "contested"), CASES)
def test_contested(members: list[Appearance], contested: bool) -> None:
    assert is_contested(members) is contested
    assert is_contested(members[::-1]) is contested


def test_a_number_changed_on_the_way_is_drift_however_long_the_way() -> None:
    first, middle, last = dead(3, outlet="Post"), dead(3, outlet="Echo"), dead(13, outlet="Star")
    assert is_contested([first, middle, last])
    assert not is_contested([first, middle, last], (draws(middle, first), draws(last, middle)))


def test_a_report_that_draws_on_another_may_name_a_source_of_its_own() -> None:
    police, front = dead(2, by="Kemi Police", outlet="Post"), dead(6, by="Koru Front", outlet="Echo")
    assert is_contested([police, front], (draws(front, police),))
