from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger.asking import Term, phrase_of
from sayso.ledger.marks import SEARCHED, WINDOW, in_report, joined, marks_in, searched, window
from sayso.model import Report, Span
from tests.factory import report
from tests.ledger.strategies import reports


def test_the_words_of_a_term_are_marked_wherever_they_stand() -> None:
    one = report("The bridge, the BRIDGES.", "A brídge of bridges")
    for term, found in (
        (Term(words=("bridge",)), ["bridge", "brídge"]),
        (Term(words=("bridge",), prefix=True), ["bridge", "BRIDGES", "brídge", "bridges"]),
        (Term(words=("the", "bridges")), ["the BRIDGES"]),
        (Term(words=("of", "brid"), prefix=True), ["of bridges"]),
        (Term(words=("bridges", "a")), ["BRIDGES.", "A"]),
        (Term(words=("bridges", "of")), []),
    ):
        assert [one.text[s:e] for s, e in marks_in(one, [term])] == found, term


@settings(max_examples=40, deadline=None)
@given(reports())
def test_every_word_of_an_article_is_marked_where_it_is_looked_for(one: Report) -> None:
    for block in one.body:
        term = phrase_of(one.text[slice(*block)])
        if term and len(one.body) == 1:
            assert marks_in(one, [term])


def test_what_an_index_takes_ends_with_a_whole_word() -> None:
    assert searched("Brídge, CLOSED") == "bridge closed"
    assert searched("ab " * SEARCHED).endswith(" ab")
    assert len(searched("ab " * SEARCHED)) <= SEARCHED


@settings(max_examples=40, deadline=None)
@given(reports())
def test_every_character_of_the_joined_body_leads_back(one: Report) -> None:
    text = joined(one)
    offset = 0
    for block in one.body:
        for at in range(offset, offset + block.end - block.start):
            spans = in_report(one.body, [Span(at, at + 1)])
            assert [one.text[s:e] for s, e in spans] == [text[at]]
        offset += block.end - block.start + 1


def test_a_mark_across_blocks_is_cut_in_two() -> None:
    one = report("ab", "cd")
    assert in_report(one.body, [Span(1, 4)]) == (Span(1, 2), Span(4, 5))


class TestWindow:
    one = report("Bridge repairs", "word " * 200 + "bridge and bridge" + " word" * 200, "The end.")

    def mark(self, start: int, text: str) -> Span:
        at = self.one.text.index(text, start)
        return Span(at, at + len(text))

    def test_it_is_where_most_marks_are_and_begins_with_a_whole_word(self) -> None:
        marks = (self.mark(0, "Bridge"), self.mark(0, "bridge"), self.mark(0, "and bridge"))
        shown = window(self.one, marks)
        assert shown.contains(marks[1])
        assert shown.contains(marks[2])
        assert shown.end - shown.start <= WINDOW
        assert self.one.text[shown.start :].startswith("word ")
        assert self.one.text[: shown.end].endswith("word")

    def test_without_marks_it_is_the_beginning(self) -> None:
        assert window(self.one, ()) == Span(0, 14)

    @given(st.integers(0, 2000), st.integers(1, 30))
    def test_it_stays_in_one_block(self, start: int, length: int) -> None:
        end = min(start + length, len(self.one.text))
        marks = in_report((Span(0, len(self.one.text)),), [Span(min(start, end), end)])
        shown = window(self.one, marks)
        assert 0 <= shown.start <= shown.end <= len(self.one.text)
        assert shown.end - shown.start <= WINDOW
