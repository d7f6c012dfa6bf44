from hypothesis import given
from hypothesis import strategies as st

from benchmarks.storylines.align import align, likeness
from benchmarks.storylines.answers import ToldStatement
from benchmarks.storylines.pages import Page, words_of
from tests.benchmarks.storylines.tiny import wanted

PAGES = {
    "a.txt": Page(text="", words=words_of("the dam broke on Monday and the village drowned")),
    "b.txt": Page(text="", words=words_of("the dam broke. Later the dam broke again.")),
}


def _told(name: str, *words: str, report: str = "a.txt", nth: int | None = None) -> ToldStatement:
    return ToldStatement(id=name, report=report, words=words, nth=nth)


def test_the_best_pair_goes_first() -> None:
    gold = (wanted("g1", "a.txt", "the dam broke on Monday"),)
    told = (_told("short", "the dam broke"), _told("whole", "the dam broke on Monday"))
    assert align(gold, told, PAGES).told == {"g1": "whole"}


def test_a_statement_is_matched_once() -> None:
    gold = (wanted("g1", "a.txt", "the dam broke on Monday"), wanted("g2", "a.txt", "dam broke on Monday and"))
    found = align(gold, (_told("t", "the dam broke on Monday"),), PAGES)
    assert (found.told, found.gold) == ({"g1": "t"}, {"t": "g1"})


def test_half_of_the_words_is_enough_and_less_is_not() -> None:
    gold = (wanted("g1", "a.txt", "the dam broke on"),)
    assert align(gold, (_told("half", "the dam"),), PAGES).told
    assert not align(gold, (_told("less", "dam"),), PAGES).told


def test_words_of_another_report_are_no_match() -> None:
    gold = (wanted("g1", "a.txt", "the dam broke"),)
    assert not align(gold, (_told("t", "the dam broke", report="b.txt"),), PAGES).told
    assert not align(gold, (_told("t", "the dam broke", report="c.txt"),), PAGES).told


def test_words_that_stand_twice_are_any_place_or_the_one_that_is_told() -> None:
    gold = (wanted("g1", "b.txt", "the dam broke", after="Later"),)
    assert align(gold, (_told("t", "the dam broke", report="b.txt"),), PAGES).told == {"g1": "t"}
    assert align(gold, (_told("t", "the dam broke", report="b.txt", nth=1),), PAGES).told == {"g1": "t"}
    assert not align(gold, (_told("t", "the dam broke", report="b.txt", nth=0),), PAGES).told


def test_pieces_are_one_content() -> None:
    gold = (wanted("g1", "a.txt", "the dam / the village drowned"),)
    assert align(gold, (_told("t", "the dam", "the village drowned"),), PAGES).told == {"g1": "t"}


some = st.frozensets(st.integers(0, 20), min_size=1)


@given(some, some)
def test_likeness_is_mutual_and_whole_for_the_same(a: frozenset[int], b: frozenset[int]) -> None:
    assert likeness(a, b) == likeness(b, a) <= likeness(a, a) == 1
