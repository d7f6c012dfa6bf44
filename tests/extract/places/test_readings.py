from __future__ import annotations

import pytest

from sayso.extract.places.gazetteer import senses
from sayso.extract.places.readings import TOWN, distance, prior, readings


def best(name: str, kind: str = "") -> tuple[str, str | None]:
    reading = max(readings(name, kind), key=lambda reading: reading.prior)
    return reading.sense.kind, reading.sense.country


@pytest.mark.parametrize(
    ("name", "kind", "wanted", "reason"),
    [
        ("Ruse", "", ("P", "BG"), "a province has its name from the town"),
        ("Klaipėda", "", ("P", "LT"), "a district around a town that is none of it"),
        ("Utrecht", "", ("P", "NL"), "a province of the same name"),
        ("Puebla", "", ("P", "MX"), "a state that is far larger than its town"),
        ("Quebec", "", ("1", "CA"), "one in twenty lives in the city"),
        ("Texas", "", ("1", "US"), "no town of the name is its chief town"),
        ("Toledo", "", ("P", "ES"), "a small division abroad is less known than a town"),
        ("Luxembourg", "", ("C", "LU"), "a country goes before the town"),
        ("Ruse", "province", ("1", "BG"), "said to be a province"),
        ("Kherson", "region", ("1", "UA"), "said to be a region"),
        ("Gomel", "oblast", ("1", "BY"), "an oblast known by its town"),
        ("Quebec", TOWN, ("P", "CA"), "said to be a town"),
        ("Boone", "county", ("2", "US"), "a county"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_a_name_stands_for_by_itself(name: str, kind: str, wanted: tuple[str, str], reason: str) -> None:
    assert best(name, kind) == wanted, reason


def test_a_town_is_as_well_known_as_its_division_is() -> None:
    town = next(reading for reading in readings("Ruse") if reading.sense.country == "BG")
    assert town.prior > prior(town.sense)


def test_a_name_keeps_what_is_no_town_s_division() -> None:
    assert {sense.kind for sense in senses("Georgia")} >= {"C", "1"}
    assert {reading.sense.kind for reading in readings("Georgia")} >= {"C", "1"}


def test_distances_are_kilometres() -> None:
    paris, lyon = (max(senses(name), key=lambda sense: sense.population) for name in ("Paris", "Lyon"))
    assert distance(paris, lyon) == pytest.approx(392, abs=5)
    assert distance(paris, paris) == pytest.approx(0, abs=0.1)
