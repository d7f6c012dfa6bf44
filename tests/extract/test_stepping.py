"""The search step by step against spaCy's own."""

from __future__ import annotations

from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from sayso.extract.parse import language_model
from sayso.extract.stepping import Stepping

SET: list[int | str] = ["DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]
WORDS = [
    "Karin",
    "Orlov",
    "of",
    "the",
    "Riga",
    "Port",
    "said",
    ",",
    "on",
    "12",
    "May",
    "that",
    "it",
    "fell",
    ".",
    '"',
    " ",
]
PASSAGES = st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), max_size=5)


def before(part: str, texts: list[str]) -> list[Doc]:
    """`texts` as they come to a part of the language model."""
    nlp = language_model()
    with nlp.select_pipes(enable=["tok2vec", "tagger"] if part == "parser" else []):
        return list(nlp.pipe(texts))


def found(docs: list[Doc]) -> list[list[list[int]]]:
    return [doc.to_array(SET).tolist() for doc in docs]


@pytest.mark.parametrize("part", ["parser", "ner"])
@settings(max_examples=25)
@given(texts=PASSAGES)
def test_the_same_is_found_as_by_the_language_model(part: str, texts: list[str]) -> None:
    parser = cast("Any", language_model().get_pipe(part))
    own, quick = before(part, texts), before(part, texts)
    assert found(list(Stepping(parser).pipe(quick))) == found(list(parser.pipe(own)))


@pytest.mark.parametrize("size", [1, 2, 64])
def test_no_passage_is_lost_or_moved_by_batches(size: int) -> None:
    texts = ["", "Karin Orlov spoke in Riga.", " ", "It fell. She left."]
    parser = Stepping(language_model().get_pipe("parser"))
    assert [doc.text for doc in parser.pipe(before("parser", texts), batch_size=size)] == texts
