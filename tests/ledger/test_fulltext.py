from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger.fulltext import WINDOW, Term, in_report, joined, split_marks, terms_of, window
from sayso.model import Report, Span
from tests.factory import report
from tests.ledger.strategies import reports


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        pytest.param("bridge closed", [Term(words=("bridge",)), Term(words=("closed",))], id="words"),
        pytest.param('"bridge was" closed', [Term(words=("bridge", "was")), Term(words=("closed",))], id="a phrase"),
        pytest.param('"bridge was', [Term(words=("bridge", "was"))], id="a phrase that is not ended"),
        pytest.param("minist*", [Term(words=("minist",), prefix=True)], id="a beginning"),
        pytest.param('"minist*"', [Term(words=("minist",))], id="no beginning inside a phrase"),
        pytest.param("mid-March", [Term(words=("mid", "March"))], id="a hyphen makes a phrase"),
        pytest.param('* "" -- ☃', [], id="no words"),
    ],
)
def test_terms(query: str, terms: list[Term]) -> None:
    assert list(terms_of(query)) == terms


def test_marks_are_cut_out_of_marked_text() -> None:
    assert split_marks("a <b> c<d>", "<", ">") == (Span(2, 3), Span(5, 6))


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
