"""Entries of running logs, and the last sentence of an article."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.intake.page.entries import clock_marks, with_entries, with_last
from sayso.intake.page.pieces import whole_lines
from sayso.intake.page.read import read_page
from sayso.model import BlockKind

LOG = (
    "PRISTAN FLASH\n08:12\nTwo ferries collided in the harbour this morning.\n👁 9.8K\n"
    "Mon 11:40\nHarbour master: fog came up within minutes\n21:05\nThe company asks passengers to stay at home.\n"
    "👁 4.1K\nJoin channel\n"
)


def test_what_stands_under_clock_marks_is_of_the_log() -> None:
    lines = whole_lines(LOG)
    marks = with_entries(lines, np.zeros(len(lines), dtype=np.bool_))
    assert [line.text for line, mark in zip(lines, marks, strict=True) if mark] == [
        "Two ferries collided in the harbour this morning.",
        "Harbour master: fog came up within minutes",
        "The company asks passengers to stay at home.",
    ]


@pytest.mark.parametrize("text", ["08:12\nA ship sank.\n09:15\nIt was empty.", "Price 10:30\nB 11:30\nC 12:30"])
def test_few_clocks_and_other_numbers_make_no_log(text: str) -> None:
    assert clock_marks(whole_lines(text)) == []


def test_a_log_has_no_headline_below_its_first_mark() -> None:
    assert read_page(LOG, id="1", uri="log.txt").title is None


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        pytest.param("The ferries are still out of service.", True, id="sentence of the matter"),
        pytest.param("Copying our ferries report breaches your licence.", False, id="to the reader"),
        pytest.param("Rain is expected tomorrow evening.", False, id="another matter"),
        pytest.param("Related: Ferries get new paint.", False, id="label"),
        pytest.param("Ferries of the bay", False, id="no sentence"),
    ],
)
def test_the_last_short_sentence(line: str, taken: bool) -> None:
    lines = whole_lines(f"Two ferries collided in the harbour on Monday.\n{line}\n")
    assert bool(with_last(lines, np.array([True, False]))[1]) is taken


def test_the_last_sentence_is_a_paragraph() -> None:
    text = (
        "Eleven hurt as ferries collide\n10 October 2018, 17:45\n"
        "Two ferries collided in the harbour of Burgas on Monday evening, and eleven passengers were taken away.\n"
        "The harbour master, Ivan Petrov, said that the fog had come up within minutes that evening in Burgas.\n"
        "The ferries are still out of service.\n© Pristan\n"
    )
    report = read_page(text, id="1", uri="page.txt")
    paragraphs = [text[slice(*b.span)] for b in report.blocks if b.kind is BlockKind.PARAGRAPH]
    assert "The ferries are still out of service." in paragraphs
