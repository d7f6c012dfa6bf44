"""What one does to another, weighed by a linear head on the encoder's states and on what the rules say.

The head reads the words that join the two in the syntax tree, the words between them and the sentence, each as the mean
of its states; `training/events` makes its weights. It answers for roots only: the words and the CAMEO code come from
the tables, or are the root's most general code.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sayso import resources
from sayso.extract.encoding.encoder import Encoding
from sayso.extract.encoding.heads import word_states
from sayso.extract.encoding.words import Words
from sayso.model import Span

TABLE = "events/head.npz"
NOTHING = "NONE"  # no deed of one to another
_DEEPEST = 60  # steps up a tree: a parser's slip may make a longer one

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A column for each of `roots`: of the states, of the rules' answer (a row for each root), and a constant."""

    roots: tuple[str, ...]
    states: Floats
    rules: Floats
    constant: Floats


def likelihoods(
    encoding: Encoding, actor: Span | None, recipient: Span | None, said: str | None
) -> Mapping[str, float]:
    """How likely each PLOVER root, or `NOTHING`, is for what the words of `actor` do to those of `recipient`, where the
    rules say `said`; empty where neither stands in a word.
    """
    row = traits(encoding, actor, recipient)
    return {} if row is None else weighed(head(), row, said)


def weighed(weights: Weights, row: Floats, said: str | None) -> Mapping[str, float]:
    """The likelihoods of the roots for one row of `traits`."""
    logits = row @ weights.states + weights.rules[weights.roots.index(said or NOTHING)] + weights.constant
    shares = np.exp(logits - logits.max())
    return dict(zip(weights.roots, (shares / shares.sum()).tolist(), strict=True))


def traits(encoding: Encoding, actor: Span | None, recipient: Span | None) -> Floats | None:
    """The mean states of the words that join two spans, of those between them, and of their sentence, in one row."""
    words = encoding.words
    one, other = (words.touched([span]) if span else [] for span in (actor, recipient))
    if not one and not other:
        return None
    sentence = np.flatnonzero(words.sentences == words.sentences[(one or other)[0]]).tolist()
    parts = (joining(words, one, other), _between(one, other, sentence), sentence)
    low, high = min(map(min, filter(None, parts))), max(map(max, filter(None, parts))) + 1
    states = word_states(encoding, low, high)
    nothing = np.zeros(states.shape[1], dtype=np.float32)
    return np.concatenate([states[np.array(part) - low].mean(axis=0) if part else nothing for part in parts])


def joining(words: Words, one: Sequence[int], other: Sequence[int]) -> list[int]:
    """The words on the way from one up to the lowest word above both and down to the other; of one, what is above."""
    ways = [_upwards(words, _top(words, part)) for part in (one, other) if part]
    if len(ways) == 1:
        return ways[0][1:2]
    first, second = ways
    meeting = next((word for word in first if word in second), None)
    if meeting is None:
        return []
    way = (*first[1 : first.index(meeting)], meeting, *second[1 : second.index(meeting)])
    taken = {*one, *other}
    return [word for word in dict.fromkeys(way) if word not in taken] or [meeting]


def _between(one: Sequence[int], other: Sequence[int], sentence: Sequence[int]) -> list[int]:
    """The words between two parts; of one alone the rest of the sentence."""
    if one and other:
        left, right = sorted((one, other), key=max)
        return list(range(left[-1] + 1, right[0]))
    taken = {*one, *other}
    return [word for word in sentence if word not in taken]


def _top(words: Words, part: Sequence[int]) -> int:
    """The word of a part that hangs on none of the others."""
    inside = set(part)
    return next((i for i in part if int(words.parents[i]) not in inside or words.parents[i] == i), part[0])


def _upwards(words: Words, word: int) -> list[int]:
    way = [word]
    while int(words.parents[way[-1]]) != way[-1] and len(way) < _DEEPEST:
        way.append(int(words.parents[way[-1]]))
    return way


@cache
def head() -> Weights:
    """The weights that ship with the package."""
    with np.load(io.BytesIO(resources.data(TABLE))) as table:
        return Weights(
            roots=tuple(table["roots"].tolist()),
            states=table["states"].astype(np.float32),
            rules=table["rules"].astype(np.float32),
            constant=table["constant"].astype(np.float32),
        )
