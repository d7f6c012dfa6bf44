from __future__ import annotations

import pytest

from sayso.link.actors import heads, is_spokesman, proper, same_name, speaks_for
from sayso.model import ActorKind
from tests.factory import actor


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("The Interior Ministry", "Interior Ministry", id="article"),
        pytest.param("Russian Defence Ministry", "Russia's Defence Ministry", id="demonym and country"),
        pytest.param("Ministry of Defence of Ukraine", "Ukrainian Ministry of Defence", id="order"),
        pytest.param("Institute for Border Studies (IBS)", "IBS", id="acronym in brackets"),
        pytest.param("Harbour Watch Group", "HWG", id="acronym by its letters"),
        pytest.param("Pavel Orlov", "Orlov", id="surname"),
        pytest.param("U.S. Roads Department", "United States Department of Roads", id="initials of a country"),
        pytest.param("Ministry of Defence", "Defense Ministry", id="British and American spelling"),
        pytest.param("South Korean Navy", "Navy of South Korea", id="a country of two words"),
        pytest.param("Deputy Minister Pavel Orlov", "Pavel Orlov", id="title"),
    ],
)
def test_variants_of_one_name(a: str, b: str) -> None:
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("Pavel Orlov", "Viktor Orlov", id="two forenames"),
        pytest.param("Ukrainian Defence Ministry", "Russian Defence Ministry", id="two countries"),
        pytest.param("Interior Ministry", "Foreign Ministry", id="two ministries"),
        pytest.param("Nordic Wire", "Balkan Wire", id="two agencies"),
        pytest.param("", "Orlov", id="no name"),
    ],
)
def test_two_names(a: str, b: str) -> None:
    assert not same_name(a, b)


def test_a_spokesman_speaks_for_his_own_body_only() -> None:
    assert speaks_for("Interior Ministry spokesman Ivan Petrov", "Interior Ministry")
    assert not speaks_for("Interior Ministry spokesman Ivan Petrov", "Foreign Ministry")
    assert is_spokesman("its spokeswoman, Ana Petrova")
    assert not is_spokesman("its chairwoman, Ana Petrova")
    assert not speaks_for("Interior Minister Ivan Petrov", "Interior Ministry")


@pytest.mark.parametrize(("name", "known"), [("Vera Holm", True), ("two officials", False), ("the minister", False)])
def test_a_description_is_no_name(name: str, known: bool) -> None:
    assert proper(actor(name)) is known


def test_heads_find_a_person_by_surname() -> None:
    assert heads([actor("Governor Vera Holm", kind=ActorKind.PERSON), None]) == {"holm"}
