"""The written sentences of events: that they can be read, that both halves hold all roots, that figures are counted."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.cases.gold import HALVES
from benchmarks.events import figures, read_sentences
from benchmarks.floors import floors
from benchmarks.meaning.measure import Verdict
from sayso.extract.events.words import roles
from sayso.model import Span
from training.events.phrases import told_phrases


def test_markings_become_spans_of_the_bare_text(tmp_path: Path) -> None:
    file = tmp_path / "roots.tsv"
    file.write_text(
        "# why\ntext\tplover\tcameo\twhy\n{Dravia} hit [the port].\tASSAULT\t190\ta verb\n", encoding="utf8"
    )
    (sentence,) = read_sentences(file)
    assert sentence.text == "Dravia hit the port."
    assert (sentence.actor, sentence.recipient) == (Span(0, 6), Span(11, 19))


def test_there_are_enough_sentences_with_roots_that_exist() -> None:
    sentences = read_sentences()
    assert len(sentences) >= 120
    assert {sentence.plover for sentence in sentences} == set(roles().general)
    assert len({sentence.marked for sentence in sentences}) == len(sentences)
    assert min(Counter(sentence.half for sentence in sentences).values()) >= 50


def test_roots_and_codes_are_counted_apart() -> None:
    told = [
        Verdict(kind="AID", half=half, wanted="AID", found=found, words="")
        for half in HALVES
        for found in ("AID", "ASSAULT")
    ]
    codes = [Verdict(kind="code", half=half, wanted="070", found="070", words="") for half in HALVES]
    found = figures([*told, *codes])
    assert found == pytest.approx(
        {"open_roots_right": 50, "open_codes_right": 100, "held_roots_right": 50, "held_codes_right": 100}
    )
    assert set(found) == set(floors("events"))


def test_no_phrase_to_learn_from_is_a_sentence_to_measure_on() -> None:
    made = [told.text for told in told_phrases()]
    assert not {sentence.text for sentence in read_sentences()} & set(made)
    for told in told_phrases():
        spans = [span for span in (told.actor, told.recipient) if span is not None]
        assert all(told.text[slice(*span)].strip() for span in spans)
    assert made == [told.text for told in told_phrases()]
