import pytest

from benchmarks.storylines.names import plain, same, same_chain, same_origin


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        pytest.param("the Interior Ministry", "Interior Ministry", id="article"),
        pytest.param("Two Residents", "two residents", id="case"),
        pytest.param("port director Elina Saarinen", "Elina Saarinen", id="role before"),
        pytest.param("Elina Saarinen, the port director", "Elina Saarinen", id="role after"),
        pytest.param("Interior Minister Ivan Petrov", "Ivan Petrov", id="office before"),
        pytest.param("Lt. Gen. John P. Smith", "John P Smith", id="ranks and full stops"),
        pytest.param("the ministry’s press office", "ministry's press office", id="apostrophes"),
        pytest.param("police source", "source in the police | police source", id="the second of two right names"),
    ],
)
def test_names_of_one_source(told: str, wanted: str) -> None:
    assert same(told, wanted)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        pytest.param("Interior Minister", "Interior Ministry", id="an office is not its body"),
        pytest.param("Ivan Petrov", "Anna Petrov", id="another person of the name"),
        pytest.param("two officials", "three officials", id="another description"),
        pytest.param("Petrov", "Ivan Petrov", id="not the fullest name"),
        pytest.param("Ministry of Health", "Ministry of Justice", id="another body"),
    ],
)
def test_names_of_two_sources(told: str, wanted: str) -> None:
    assert not same(told, wanted)


@pytest.mark.parametrize("name", ["Minister", "General Staff", "head", "A", "", "Chief Ivan"])
def test_a_name_that_is_all_role_stays(name: str) -> None:
    assert plain(name) == name.casefold().removeprefix("a ")


def test_chains_are_compared_in_order() -> None:
    assert same_chain(["the ministry", "Agency"], ["ministry", "agency"])
    assert not same_chain(["agency", "ministry"], ["ministry", "agency"])
    assert not same_chain(["ministry"], ["ministry", "agency"])


def test_origins_are_the_innermost_sources() -> None:
    assert same_origin(["ministry", "agency"], ["ministry"])
    assert same_origin([], [])
    assert not same_origin([], ["ministry"])
    assert not same_origin(["ministry"], [])
