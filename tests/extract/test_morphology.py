"""The rules of the language model, asked once a kind of token, against the rules themselves."""

from __future__ import annotations

from typing import cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

from sayso.extract.morphology import remembering
from sayso.extract.parse import language_model

SET: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD"]

SENTENCES = [
    pytest.param("The mayor said she had seen nothing, but it was theirs.", id="rules-about-one-token"),
    pytest.param("There is a boat, and there were two.", id="a-rule-about-two-tokens"),
    pytest.param("He ain't here; they're gonna let's see.", id="contractions-of-several-tokens"),
    pytest.param("There  \n was no one.", id="blanks-between"),
    pytest.param("Gets it, got it, had it, 'd it.", id="forms-of-verbs"),
    pytest.param("", id="no-token-at-all"),
]


def rules() -> tuple[AttributeRuler, Lemmatizer]:
    """The language model's own."""
    nlp = language_model()
    return cast("AttributeRuler", nlp.get_pipe("attribute_ruler")), cast("Lemmatizer", nlp.get_pipe("lemmatizer"))


def bare(text: str) -> Doc:
    """`text` with tags and syntax only."""
    nlp = language_model()
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        return nlp(text)


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("times", [1, 2])
def test_the_same_is_set_as_by_the_rules(text: str, times: int) -> None:
    ruler, lemmatizer = rules()
    quick = remembering(ruler, lemmatizer)
    for _ in range(times):
        assert np.array_equal(quick(bare(text)).to_array(SET), lemmatizer(ruler(bare(text))).to_array(SET))


TOKENS = ["there", "is", "ai", "n't", "the", "that", "it", "but", "do", "had", "I", ",", "gon", "na", "let", "'s"]
WORDS = st.lists(st.sampled_from(TOKENS), max_size=8)


@given(WORDS, WORDS)
def test_what_was_read_before_changes_nothing(before: list[str], words: list[str]) -> None:
    ruler, lemmatizer = rules()
    quick = remembering(ruler, lemmatizer)
    quick(bare(" ".join(before)))
    text = " ".join(words)
    assert np.array_equal(quick(bare(text)).to_array(SET), lemmatizer(ruler(bare(text))).to_array(SET))
