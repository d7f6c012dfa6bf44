from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import resources
from sayso.link.terms import nearness, running_terms, stem, term, terms


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("killed", "deaths", id="words that news uses for one another"),
        pytest.param("Iranian", "Iran", id="a demonym and its country"),
        pytest.param("bridges", "bridge", id="plural"),
        pytest.param("agreement", "deal", id="kin nouns"),
        pytest.param("organised", "organized", id="British and American spelling"),
        pytest.param("12", "twelve", id="a number in words"),
        pytest.param("90,000", "90000", id="a number with and without its comma"),
    ],
)
def test_words_that_meet(a: str, b: str) -> None:
    left, right = term(a), term(b)
    assert left is not None
    assert right is not None
    assert left.key == right.key


@pytest.mark.parametrize("word", ["the", "said", "reportedly", "would", "officials"])
def test_words_that_say_nothing_of_the_content(word: str) -> None:
    assert term(word) is None


def test_opposites_are_not_kin() -> None:
    assert terms("opened").keys().isdisjoint(terms("closed"))
    assert terms("rose").keys().isdisjoint(terms("fell"))


def test_a_name_is_told_by_its_capital_unless_the_word_is_common() -> None:
    found = terms("Bridge near Kherson")
    assert [t.name for t in found.values()] == [False, True]


def test_repeated_words_count_in_running_text_only() -> None:
    assert len(running_terms("valve and valve")) == 2
    assert len(terms("valve and valve")) == 1


def test_each_word_stands_in_one_kin_group_only() -> None:
    groups = [line.split() for (line,) in resources.rows("link/kin.tsv")]
    keys = [group[0] for group in groups]
    assert len(keys) == len(set(keys))


@given(st.text(max_size=60))
def test_any_text_has_terms_of_positive_rarity(text: str) -> None:
    assert all(t.rarity > 0 for t in terms(text).values())


@given(
    st.sampled_from(["jail", "prison", "merger", "crew", "valv"]), st.sampled_from(["jail", "prison", "takeov", "x"])
)
def test_nearness_is_symmetric_and_bounded(a: str, b: str) -> None:
    assert nearness(a, {b}) == nearness(b, {a})
    assert 0 <= nearness(a, {b, "x"}) <= 1


def test_near_words_are_known() -> None:
    assert nearness(stem("jail"), {stem("prison")}) > 0.7
    assert nearness(stem("jail"), {stem("chicken")}) == 0


@pytest.mark.parametrize("name", ["the U.S.", "US troops", "the United States", "American"])
def test_names_of_two_words_and_of_initials_go_by_one(name: str) -> None:
    assert "usa" in terms(name)


def test_the_pronoun_us_is_no_country() -> None:
    assert "usa" not in terms("the council told us")
