"""Ids, words and grades as people are shown them."""

from __future__ import annotations

from sayso.model import Credibility, Reliability
from sayso.query.shown import CREDIBILITY, RELIABILITY, one_line, short


def test_words_stand_on_one_line() -> None:
    assert one_line("  two\r\n words\u00a0\tof a page ") == "two words of a page"


def test_the_first_digits_of_an_id_are_shown() -> None:
    assert short("0123456789abcdef") == "01234567"


def test_every_grade_has_words_of_its_own() -> None:
    assert (set(CREDIBILITY), set(RELIABILITY)) == (set(Credibility), set(Reliability))
    told = [*CREDIBILITY.values(), *RELIABILITY.values()]
    assert len(set(told)) == len(told)
