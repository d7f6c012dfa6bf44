"""Words of a report: where they stand, and what binds them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.encoding.words import words_of
from sayso.extract.parse import parse
from sayso.model import Span
from tests import factory

TEXT = "The mayor of  Varna said it. Nobody “believed” her."


def test_words_give_back_their_text() -> None:
    report = factory.report(TEXT, "A second paragraph.")
    words = words_of(parse(report))
    spans = [words.span(i, i + 1) for i in range(len(words.texts))]
    assert [report.text[slice(*span)] for span in spans] == [
        *(["The", "mayor", "of", "Varna", "said", "it", ".", "Nobody", "“", "believed", "”", "her", "."]),
        *["A", "second", "paragraph", "."],
    ]


def test_blanks_are_no_words_and_nobodys_parents() -> None:
    words = words_of(parse(factory.report(TEXT)))
    assert all(text.strip() for text in words.texts)
    assert words.texts[words.parents[words.texts.index("mayor")]] == "said"


def test_sentences_do_not_reach_over_paragraphs() -> None:
    words = words_of(parse(factory.report("The bridge is closed", "because of ice")))
    assert len(set(words.sentences[words.passages == 0]) & set(words.sentences[words.passages == 1])) == 0


def test_the_words_that_a_span_touches() -> None:
    report = factory.report(TEXT)
    words = words_of(parse(report))
    start = report.text.index("Varna")
    assert [words.texts[i] for i in words.touched([Span(start + 1, start + 6)])] == ["Varna"]


def test_an_empty_report_has_no_words() -> None:
    assert words_of(parse(factory.report())).texts == ()


@settings(max_examples=30)
@given(st.lists(st.text(alphabet="ab ,.\"'’\n\t…é中", min_size=1, max_size=40).filter(str.strip), max_size=3))
def test_any_text_gives_words_in_order_that_do_not_overlap(paragraphs: list[str]) -> None:
    report = factory.report(*paragraphs)
    words = words_of(parse(report))
    assert all(end <= start for end, start in zip(words.ends[:-1], words.starts[1:], strict=True))
    assert all((words.parents >= 0) & (words.parents < len(words.texts)))
