from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.places.gazetteer import capitals, division, senses
from sayso.extract.places.names import fold


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("St. Petersburg", "Saint Petersburg"),
        ("Deir ez-Zor", "Deir Ez Zor"),
        ("Homyel'", "Homyel’"),
        ("Łódź", "Lodz"),
        ("KYIV", "Kyiv"),
        ("Ḩimş", "Hims"),
    ],
)
def test_spellings_of_one_name_meet(name: str, spelling: str) -> None:
    assert fold(name) == fold(spelling)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(name: str) -> None:
    once = fold(name)
    assert fold(once) in {once, fold(fold(once))}
    assert once == once.strip()


@pytest.mark.parametrize(
    ("name", "kind", "admin"),
    [
        ("Iran", "C", "IR"),
        ("UK", "C", "GB"),
        ("Kosovo", "C", "XK"),
        ("Ky.", "1", "US.KY"),
        ("W.Va", "1", "US.WV"),
        ("Avdiivka", "P", "UA.05"),
        ("Crimea", "1", "UA.11"),
        ("Laurel County", "2", "US.KY.125"),
        ("Red Sea", "R", ""),
    ],
)
def test_the_gazetteer_knows(name: str, kind: str, admin: str) -> None:
    assert any(sense.kind == kind and sense.admin.startswith(admin) for sense in senses(name))


def test_a_common_word_is_unknown() -> None:
    assert senses("yesterday evening") == ()


def test_a_division_by_its_code() -> None:
    found = division("US.KY")
    assert found is not None
    assert (found.name, found.country) == ("Kentucky", "US")
    assert division("XX.YY") is None


def test_a_country_holds_its_divisions_and_towns() -> None:
    country = next(s for s in senses("Lithuania") if s.kind == "C")
    town = next(s for s in senses("Klaipeda") if s.kind == "P" and s.country == "LT")
    assert country.holds(town)
    assert not town.holds(country)


def test_capitals_are_towns_of_their_names() -> None:
    assert any(sense.geonames_id in capitals() for sense in senses("Nairobi"))
    assert not any(sense.geonames_id in capitals() for sense in senses("Mombasa"))
    assert len(capitals()) > 200


def test_every_name_is_found_where_it_stands_in_the_table() -> None:
    """Also at the edges of the blocks by which the tables are searched, and where a key would stand before them all."""
    for name in ("Zywiec", "Aachen", "Ålesund", "Kyiv"):
        assert senses(name), name
    assert senses("\U0010ffff") == () == senses("!")
