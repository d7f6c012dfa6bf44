from pathlib import Path

import pytest

from benchmarks.storylines.baselines import (
    BASELINES,
    Baseline,
    Likeness,
    Read,
    answer,
    best,
    by_minhash,
    by_title,
    by_vectors,
    compare,
    figures,
)
from benchmarks.storylines.by_sayso import Reading
from benchmarks.storylines.counts import Figure
from benchmarks.storylines.gold import Half, Storyline
from tests import factory
from tests.benchmarks.storylines.tiny import GOLD, PAGES, A, B, C, perfect

TITLES = {A: "Fire", B: "fire!", C: "School"}


def _read() -> Read:
    reports = {
        name: factory.report(page.text, uri=name, title=TITLES[name], published=f"2024-03-0{number}")
        for number, (name, page) in enumerate(PAGES.items(), 5)
    }
    storyline = Storyline(half=Half.DEVELOPMENT, folder=Path("fire"), gold=GOLD)
    return Read(storyline=storyline, reading=Reading(answer=perfect(), reports=reports), pages=PAGES)


def test_equal_titles_and_equal_contents() -> None:
    told = answer(compare(BASELINES[0], _read()), 1.0, 1.0)
    assert {c.statements for c in told.claims} == {("t-a2", "t-b2"), ("t-a2", "t-c2"), ("t-b2", "t-c2")}
    assert [(d.report, d.from_) for d in told.derivations] == [(B, A)]


def test_figures_of_a_baseline() -> None:
    counts = figures([compare(BASELINES[0], _read())], 1.0, 1.0)
    assert counts[Figure.SAME_CLAIM].recall == pytest.approx(50)
    assert counts[Figure.SAME_CLAIM].precision == counts[Figure.DERIVATIONS].f1 == 100


def test_the_best_threshold_is_the_highest_of_the_best() -> None:
    graded = Baseline(name="graded", likeness=lambda texts: [[0.6 if a == b else 0.1 for b in texts] for a in texts])
    assert best([compare(graded, _read())], Figure.SAME_CLAIM) == 0.6


@pytest.mark.parametrize("likeness", [by_title, by_minhash, by_vectors])
def test_a_text_is_most_like_itself(likeness: Likeness) -> None:
    rows = likeness(["the dam broke on Monday", "the school reopened", "the dam broke on Monday"])
    assert rows[0][2] == pytest.approx(1, abs=1e-5)
    assert rows[0][1] < 0.9


@pytest.mark.parametrize("likeness", [by_title, by_minhash, by_vectors])
def test_nothing_is_like_nothing(likeness: Likeness) -> None:
    assert list(likeness([])) == []
