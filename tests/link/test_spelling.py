"""Names in several spellings: those of one name, and those of two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.spelling import same_spelling


@pytest.mark.parametrize(
    ("one", "other", "same", "reason"),
    [
        ("sergei lavrentyev", "sergey lavrentiev", True, "y and i"),
        ("volodymyr zelenskyy", "volodymyr zelensky", True, "one y or two"),
        ("moammar qaddafi", "muammar gaddafi", True, "q and g, two vowels"),
        ("mohammed sayed", "muhammad sayed", True, "the commonest given name"),
        ("oleksandr kovalenko", "aleksandr kovalenko", True, "o and a in front"),
        ("jürgen müller", "juergen mueller", True, "umlauts written out"),
        ("josé peña", "jose pena", True, "marks left out"),
        ("maria lopez", "mario lopez", False, "the ending tells"),
        ("ivan petrov", "ivan petrova", False, "so does a surname's"),
        ("ramon diaz", "roman diaz", False, "inner a and o"),
        ("ilona varga", "elena varga", False, "another vowel"),
        ("jon berg", "jan berg", False, "short words must be equal"),
        ("petrov", "petroff", False, "a surname alone is never enough"),
        ("ilona varga", "ilona maria varga", False, "a word more is not a spelling"),
    ],
)
def test_two_spellings(one: str, other: str, *, same: bool, reason: str) -> None:
    words = tuple(one.split()), tuple(other.split())
    assert same_spelling(*words) is same, reason
    assert same_spelling(*reversed(words)) is same, reason


@given(st.lists(st.text(min_size=1, max_size=12), min_size=2, max_size=4))
def test_a_name_of_several_words_has_its_own_spelling(words: list[str]) -> None:
    assert same_spelling(tuple(words), tuple(words))
