"""What the shipped model finds: on sentences of its own kind, and the same whatever stands around them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.attributions.step import find_attributions
from sayso.extract.draft import Draft
from sayso.extract.parse import parse
from sayso.model import Attribution, words
from tests import factory


def found(*paragraphs: str) -> tuple[Attribution, ...]:
    return find_attributions(Draft(parsed=parse(factory.report(*paragraphs)))).attributions


def told(attributions: tuple[Attribution, ...]) -> list[tuple[str, str, str]]:
    return [(a.source.text if a.source else "", a.cue.text if a.cue else "", a.content.text) for a in attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kask is adamant that the dam will hold.",
            ("Kask", "is adamant", "that the dam will hold"),
            id="an-attitude",
        ),
        pytest.param(
            "Farmers in Thrace worry that the river is poisoned.",
            ("Farmers in Thrace", "worry", "that the river is poisoned"),
            id="the-whole-of-a-group",
        ),
    ],
)
def test_links(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(found(text))


def test_scores_are_kept_by_attribution() -> None:
    draft = find_attributions(Draft(parsed=parse(factory.report("The mayor said the bridge is closed."))))
    assert {a.id for a in draft.attributions} == set(draft.scores)
    assert all(0 < score <= 1 for score in draft.scores.values())


def test_a_report_reads_the_same_twice() -> None:
    text = "The mayor said the bridge is closed, and warned that the river may rise. Nobody answered."
    assert found(text, text) == found(text, text)


PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "said",
        "Petrova",
        "the mayor",
        "that",
        ",",
        ".",
        ":",
        "rain fell",
        "according to",
        "he",
        "\n",
        "’s",
    ]
)


@settings(max_examples=40)
@given(st.lists(st.lists(PIECES, min_size=1, max_size=14).map(" ".join).filter(str.strip), min_size=1, max_size=3))
def test_any_words_give_spans_that_give_back_their_text(paragraphs: list[str]) -> None:
    report = factory.report(*(paragraph.strip() for paragraph in paragraphs))
    for attribution in find_attributions(Draft(parsed=parse(report))).attributions:
        for part in (attribution.source, attribution.cue, attribution.content):
            assert part is None or part.text == words(report.text, part.spans)
        assert attribution.content.text.strip()
