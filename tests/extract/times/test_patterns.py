"""Where rules match: what is gained by trying each at its own first words must cost no match."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.times.forms import FORMS
from sayso.extract.times.patterns import matches, rules, vocabulary
from tests.extract.times.test_step import read_cases

WORDS = sorted({word for words in vocabulary().values() for word in words - {"#"}})
WORDS += sorted({word for form in FORMS for word in form.first.split() if word.isalpha()})
_MORE = """May March Tuesday Sundays Oct. UTC FY Q AD BC of in for by on at and to ago old time p.m. '82 ' 1 3rd 26 31
82 300 1200 1990s 2022 2022-10-26 26/10/2022 10:30 0600 6pm Q3 H1 FY2009 , . - – ( ) the a last previous year years week
day month quarter half century before after period date"""
WORDS += _MORE.split()


def told(text: str) -> list[tuple[int, int, str]]:
    return sorted((match.start(), match.end(), rule.name) for rule, match in matches(text))


def found_one_by_one(text: str) -> list[tuple[int, int, str]]:
    return sorted((m.start(), m.end(), rule.name) for rule in rules() for m in rule.pattern.finditer(text))


def test_no_match_is_lost_in_the_cases() -> None:
    for case in read_cases():
        assert told(case.text) == found_one_by_one(case.text), case.reason


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", "-", ""])), max_size=12))
def test_no_match_is_lost(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + blank for word, blank in pieces)
    assert told(text) == found_one_by_one(text)


def test_every_vocabulary_is_asked_for() -> None:
    asked = {name for form in FORMS for name in re.findall(r"%(\w+)", form.first)}
    assert asked == set(vocabulary())
