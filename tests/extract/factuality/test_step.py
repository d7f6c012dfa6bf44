from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.factuality.commitment import predicate_degree
from sayso.extract.factuality.step import weigh_factuality
from sayso.extract.parse import language_model
from sayso.model import Certainty, Factuality, Polarity
from tests.extract.marked import cases, draft_of

CASES = cases("factuality")


def weighed(marked: str) -> tuple[str, Factuality]:
    draft = weigh_factuality(draft_of(marked))
    assert draft.drops == ()
    return draft.parsed.report.text, draft.statements[0].factuality


@pytest.mark.parametrize("case", CASES, ids=[case[-1] for case in CASES])
def test_certainty_polarity_range_and_deciding_words(case: list[str]) -> None:
    marked, certainty, polarity, probability, cues, _ = case
    text, factuality = weighed(marked)
    low, _, high = probability.partition("-")
    assert (factuality.certainty, factuality.polarity) == (Certainty(certainty), Polarity(polarity))
    assert factuality.probability == ((float(low), float(high)) if probability else None)
    assert "|".join(text[slice(*span)].lower() for span in factuality.cues) == cues


WORDS = st.sampled_from(
    [
        "the",
        "army",
        "may",
        "not",
        "have",
        "said",
        "that",
        "no",
        "troops",
        "would",
        "probably",
        "leave",
        "it",
        "if",
        ",",
        "“",
        "”",
        ".",
        "?",
        "without",
        "is",
        "likely",
        "unclear",
        "whether",
        "to",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=14).map(" ".join))
@settings(max_examples=25, deadline=None)
def test_any_words_give_cues_within_the_text_and_no_failure(text: str) -> None:
    report, factuality = weighed(f"[{text}]")
    assert all(0 <= span.start < span.end <= len(report) for span in factuality.cues)
    assert (factuality.certainty is Certainty.UNKNOWN) == (factuality.polarity is Polarity.UNKNOWN)
    assert factuality.probability is None or 0 < factuality.probability[0] < factuality.probability[1] < 1


@pytest.mark.parametrize(
    ("sentence", "word", "low", "high"),
    [
        ("The army shelled the town.", "shelled", 3, 3),
        ("The army did not shell the town.", "shell", -3, -3),
        ("The army may shell the town.", "shell", 0.5, 1.5),
        ("The army wants to shell the town.", "shell", -0.5, 1),
        ("The army failed to shell the town.", "shell", -3, -2),
        ("Kyiv said that the army shelled the town.", "shelled", 0.5, 2.5),
        ("The town was safe unless the army shelled it.", "shelled", -0.5, 0.5),
        ("They left without firing a shot.", "firing", -3, -2),
    ],
)
def test_how_far_a_sentence_presents_a_happening_as_a_fact(sentence: str, word: str, low: float, high: float) -> None:
    token = next(t for t in language_model()(sentence) if t.text == word)
    assert low <= predicate_degree(token) <= high
