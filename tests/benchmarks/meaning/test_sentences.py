from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.meaning.sentences import DEGREES, FOLDER, read_sentences
from sayso.model import Span


def test_marks_are_taken_out_and_spans_are_of_the_text_without_them(tmp_path: Path) -> None:
    path = tmp_path / "cases.tsv"
    path.write_text("# a comment\nkind\ttext\twhy\nnegated\tIt [fell CT+] but did not [break CT-].\ta reason\n", "utf8")
    (sentence,) = read_sentences(path)
    assert sentence.text == "It fell but did not break."
    assert sentence.predicates == ((Span(3, 7), 3.0), (Span(20, 25), -3.0))
    assert (sentence.kind, sentence.why) == ("negated", "a reason")


def test_no_mark_is_left_and_both_halves_are_large() -> None:
    sentences = read_sentences()
    assert not [s.text for s in sentences if "[" in s.text or not s.predicates]
    assert min(Counter(s.half for s in sentences).values()) >= 90
    assert {degree for s in sentences for _, degree in s.predicates} == set(DEGREES.values())


@pytest.mark.parametrize("name", ["factuality", "realis", "stance"])
def test_each_case_stands_once_and_has_a_reason(name: str) -> None:
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    assert len({row[1] for row in rows}) == len(rows) >= 60
    assert all(row[0] and row[-1] for row in rows)
