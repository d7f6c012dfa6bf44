"""Processes that share texts: all are answered, failures counted, and a process that dies is no silence."""

from __future__ import annotations

import pytest

from benchmarks.speed.attribution import texts
from benchmarks.speed.side_by_side import run

PROGRAMS = "tests.benchmarks.programs"


def test_two_processes_answer_every_text_once() -> None:
    done = run(f"{PROGRAMS}.letters", ["a b", "a a c", "who?", "d e f"], 2)
    assert done.words == 9
    assert sum(share.links for share in done.shares) == 3
    assert sum(share.failed for share in done.shares) == 1
    assert all(share.began <= share.ended and share.peak > 1 for share in done.shares)


def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(EOFError):
        run(f"{PROGRAMS}.dying", ["a"], 1)


def test_made_up_texts_have_the_length_of_reports_and_differ() -> None:
    made = texts(12)
    assert len(set(made)) == 12
    assert all(200 < len(text.split()) < 900 for text in made)
    assert len({line for text in made for line in text.splitlines()}) > 0.9 * sum(len(t.splitlines()) for t in made)
