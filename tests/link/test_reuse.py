from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.link.reuse import article, reuse, word_places
from tests.factory import report

TEXT = (
    "A freight train left the rails near Vidin early on Friday, blocking the main line to the north for several hours.",
    "Railway workers said that a switch had frozen during the night and that nobody had been there to clear it.",
)


def test_half_a_text_is_wholly_reused_of_the_whole() -> None:
    found = reuse(article(report(TEXT[0])), article(report(*TEXT)))
    assert found.share == 1
    assert 0.4 < found.from_share < 0.6


def test_words_in_quotation_marks_do_not_count() -> None:
    speech = "“We shall not pay a single euro before the last worker has been heard,” she said"
    a, b = report(f"In Porto {speech}."), report(f"At noon {speech} to cheers.")
    found = reuse(article(a), article(b))
    assert found.runs
    assert found.words == 2


def test_runs_give_back_equal_words() -> None:
    here, there = article(report(TEXT[1], TEXT[0])), article(report(*TEXT))
    for run in reuse(here, there).runs:
        left = here.words[run.start : run.start + run.length]
        assert left == there.words[run.from_start : run.from_start + run.length]


@given(st.text(max_size=200), st.text(max_size=200))
def test_shares_are_shares(a: str, b: str) -> None:
    found = reuse(article(report(a)), article(report(b)))
    assert 0 <= found.share <= 1
    assert 0 <= found.from_share <= 1


@given(st.text(alphabet='ab “”"\n', max_size=80))
def test_word_spans_give_back_their_words(text: str) -> None:
    home = report(text)
    found = article(home)
    assert [home.text[slice(*span)].casefold() for _, span in word_places(home)] == list(found.words)
    assert len(found.words) == len(found.quoted)
