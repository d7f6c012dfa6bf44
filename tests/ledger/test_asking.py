from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.asking import Query, Term, phrase_of, query_of


def one(*words: str, prefix: bool = False) -> tuple[Term, ...]:
    """A group of a single term."""
    return (Term(words=words, prefix=prefix),)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        pytest.param("Bridge closed", Query(wanted=(one("bridge"), one("closed"))), id="words"),
        pytest.param('"bridge was" closed', Query(wanted=(one("bridge", "was"), one("closed"))), id="a phrase"),
        pytest.param("„bridge was“", Query(wanted=(one("bridge", "was"),)), id="a phrase in a page's marks"),
        pytest.param('"bridge was', Query(wanted=(one("bridge", "was"),)), id="a phrase that is not ended"),
        pytest.param("minist*", Query(wanted=(one("minist", prefix=True),)), id="a beginning"),
        pytest.param('"minist*"', Query(wanted=(one("minist"),)), id="no beginning inside a phrase"),
        pytest.param("mid-March", Query(wanted=(one("mid", "march"),)), id="a hyphen makes a phrase"),
        pytest.param('* "" -- ☃', Query(), id="no words"),
        pytest.param("a OR b", Query(wanted=((*one("a"), *one("b")),)), id="alternatives"),
        pytest.param("a | b|c", Query(wanted=((*one("a"), *one("b", "c")),)), id="a bar stands alone"),
        pytest.param("OR a OR", Query(wanted=(one("a"),)), id="alternatives to nothing"),
        pytest.param("a AND b or c", Query(wanted=(one("a"), one("b"), one("or"), one("c"))), id="only capitals rule"),
        pytest.param("a -b -“c d”", Query(wanted=(one("a"),), unwanted=(*one("b"), *one("c", "d"))), id="without"),
        pytest.param("a NOT b c", Query(wanted=(one("a"), one("c")), unwanted=one("b")), id="NOT is of one term"),
        pytest.param('outlet:"A B" actor:c', Query(outlet="A B", actor="c"), id="narrowed by names"),
        pytest.param("since:2024 until:2024-03-01", Query(since="2024", until="2024-03-01"), id="narrowed by dates"),
        pytest.param("since:soon", Query(wanted=(one("since", "soon"),)), id="no date: two words"),
        pytest.param("-outlet:a", Query(unwanted=one("outlet", "a")), id="a filter cannot be left out: two words"),
        pytest.param("until: outlet:…", Query(wanted=(one("until"), one("outlet"))), id="filters for nothing"),
        pytest.param("https://a.example/b", Query(wanted=(one("https", "a", "example", "b"),)), id="an address"),
    ],
)
def test_query_of(typed: str, query: Query) -> None:
    assert query_of(typed) == query


@given(st.text())
def test_any_text_is_a_query_of_words(typed: str) -> None:
    query = query_of(typed)
    terms = [term for group in query.wanted for term in group] + list(query.unwanted)
    assert all(term.words and all(word and word.isalnum() for word in term.words) for term in terms)
    assert all(query.wanted)


def test_nothing_to_look_for() -> None:
    assert not query_of("-bridge").asks
    assert query_of("since:2024 -bridge").asks
    assert phrase_of("…") is None
