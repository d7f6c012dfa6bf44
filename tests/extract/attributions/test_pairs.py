"""How words stand to a cue."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.extract.attributions.pairs import DISTANCES, branch_count, branches, by_rules, distances
from sayso.extract.attributions.rules import rule_links
from sayso.extract.attributions.table import Table, parser_labels, tabulate
from sayso.extract.encoding.words import words_of
from sayso.extract.parse import parse
from tests import factory

BELOW = 8


def table(*paragraphs: str) -> Table:
    parsed = parse(factory.report(*paragraphs))
    return tabulate(parsed, words_of(parsed), rule_links(parsed)[0], parser_labels())


def branch(text: str, word: str, cue: str = "said", second: str = "Rain fell.") -> int:
    made = table("Snow fell. " + text, second)
    texts = made.words.texts
    return int(branches(made, [texts.index(cue)], 0, len(texts))[texts.index(word)])


@pytest.mark.parametrize(
    ("word", "dependency"),
    [
        pytest.param("mayor", "nsubj", id="the-subject"),
        pytest.param("old", "nsubj", id="what-hangs-on-the-subject"),
        pytest.param("bridge", "ccomp", id="what-hangs-on-the-clause"),
    ],
)
def test_words_under_the_cue_are_told_by_its_child(word: str, dependency: str) -> None:
    number = 1 + parser_labels().dep.index(dependency)
    assert branch("The old mayor said that the bridge is closed.", word) == BELOW + number


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param("The mayor said it is closed.", "said", 1, id="the-cue"),
        pytest.param("The bridge, Petrova said, is closed.", "is", 2, id="above-the-cue"),
        pytest.param("The bridge, Petrova said, is closed.", "bridge", 3, id="beside-the-cue-under-its-parent"),
        pytest.param("The mayor said it is closed.", "Snow", 5, id="the-sentence-before"),
        pytest.param("The mayor said it is closed.", "Rain", 6, id="the-sentence-after-in-another-paragraph"),
    ],
)
def test_words_elsewhere(text: str, word: str, expected: int) -> None:
    assert branch(text, word) == expected


def test_a_window_may_cut_the_sentence_of_the_cue() -> None:
    made = table("The old mayor said that the bridge is closed.")
    whole = branches(made, [3], 0, 10)
    assert branches(made, [3], 2, 6).tolist() == whole[2:6].tolist()


def test_a_cue_over_two_sentences_stands_in_the_first() -> None:
    made = table("Petrova said so. Nobody listened.")
    assert len(branches(made, [1, 2, 3, 4], 0, 7)) == 7


def test_branches_stay_below_their_count() -> None:
    made = table("The old mayor of Ruse, who is ill, said on Friday in a statement that the bridge is closed.")
    count = branch_count(len(parser_labels().dep))
    assert all(branches(made, [cue], 0, len(made.words.texts)).max() < count for cue in range(len(made.words.texts)))


def test_distances_grow_on_both_sides_of_the_cue() -> None:
    found = distances([50, 51], 0, 100)
    assert found[50] == found[51] == DISTANCES // 2
    assert np.all(np.diff(found) >= 0)
    assert (found[0], found[99]) == (0, DISTANCES - 1)


def test_what_the_rules_say_of_a_cue() -> None:
    made = table("The mayor said the bridge is closed.")
    assert by_rules(made, [2], 0, 8).tolist() == [2, 2, 3, 4, 4, 4, 4, 1]
    assert by_rules(made, [6], 0, 8).tolist() == [0] * 8
