"""What is asked of the network, with one that says the same of every word in a cue's reach."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest

from sayso.extract.attributions.chain import Chain, Floats
from sayso.extract.attributions.table import Ints, parser_labels, tabulate
from sayso.extract.attributions.trained import Around, Found, read_window
from sayso.extract.encoding.encoder import tokenizer
from sayso.extract.encoding.windows import pieces_of, windows
from sayso.extract.encoding.words import words_of
from sayso.extract.parse import parse
from tests import factory

BEGIN_CUE, CONTENT, GO_ON = 1, 3, 4
FREE = 8.0  # a score that nothing outweighs


def chain(tags: int) -> Chain:
    return Chain(step=np.zeros((tags, tags), dtype=np.float32), first=np.zeros(tags, dtype=np.float32))


@dataclass(frozen=True, kw_only=True)
class Eager:
    """Words at `cues` are cues; all that is in their reach is said."""

    cues: tuple[int, ...]
    cue_chain: Chain = field(default_factory=lambda: chain(3))
    link_chain: Chain = field(default_factory=lambda: chain(5))

    def read(self, states: Floats, firsts: Ints, parents: Ints, columns: Ints) -> tuple[Floats, Floats]:
        tags = np.zeros((len(firsts), 3), dtype=np.float32)
        tags[:, 0] = FREE
        tags[self.cues, BEGIN_CUE] = 2 * FREE
        return states, tags

    def link(self, words: Floats, cues: Floats, around: Around) -> tuple[Floats, Floats]:
        tags = np.zeros((*around.places.shape, 5), dtype=np.float32)
        tags[:, :, GO_ON] = FREE
        tags[:, 0, CONTENT] = 2 * FREE
        return tags, np.ones(len(cues), dtype=np.float32)


def read(*paragraphs: str, cue: str) -> tuple[list[str], list[Found]]:
    parsed = parse(factory.report(*paragraphs))
    words = words_of(parsed)
    table = tabulate(parsed, words, (), parser_labels())
    pieces = pieces_of(tokenizer(), words.texts)
    (window,) = windows(tokenizer(), pieces, words.sentences.tolist(), words.passages.tolist())
    heads = Eager(cues=tuple(i for i, text in enumerate(words.texts) if text == cue))
    states = np.zeros((len(words.texts), 4), dtype=np.float32)
    return list(words.texts), read_window(heads, table, window, states)


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        pytest.param("one", "one fell two fell", id="the-first-paragraph-reaches-the-second"),
        pytest.param("two", "one fell two fell three fell", id="one-in-the-middle-reaches-both-beside-it"),
        pytest.param("four", "three fell four fell", id="the-last-reaches-back"),
    ],
)
def test_a_cue_reaches_the_paragraphs_beside_its_own(cue: str, expected: str) -> None:
    texts, (link,) = read("one fell", "two fell", "three fell", "four fell", cue=cue)
    ((start, end),) = link.content
    assert " ".join(texts[start:end]) == expected
    assert texts[slice(*link.cue)] == [cue]


def test_cues_of_shorter_reach_are_not_lengthened_by_others() -> None:
    texts, links = read("rain fell", "it was wet and cold and late", "rain came", "rain", cue="rain")
    ends = [" ".join(texts[slice(*link.content[0])]) for link in links]
    assert ends == [
        "rain fell it was wet and cold and late",
        "it was wet and cold and late rain came rain",
        "rain came rain",
    ]
