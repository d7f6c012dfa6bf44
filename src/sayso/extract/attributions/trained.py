"""Links that the trained model finds: cues first, then for each cue its source and its content.

A cue belongs to one link only, so that all else can be asked of the cue: which words speak, which words are said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from sayso.extract.attributions.chain import Chain, Floats, best_tags, runs
from sayso.extract.attributions.pairs import branches, by_rules, distances
from sayso.extract.attributions.table import Ints, Table
from sayso.extract.encoding.windows import Window

_BEGIN, _GO_ON = 1, 2
_SOURCE, _CONTENT = (1, 2), (3, 4)  # tags that begin a stretch of the role and go on with it
_FAINT = 0.08  # how likely a cue must begin at a word for its link to be weighed at all
Stretch = tuple[int, int]
Ways = tuple[Ints, Ints, Ints]
"""Branches, distances and the rules' parts, each [cues, words]: see `pairs`."""


class Heads(Protocol):
    """The network behind the encoder, however it is run."""

    @property
    def cue_chain(self) -> Chain:
        """How cue tags follow one another."""

    @property
    def link_chain(self) -> Chain:
        """How link tags follow one another."""

    def read(self, states: Floats, firsts: Ints, parents: Ints, columns: Ints) -> tuple[Floats, Floats]:
        """The words of a window as vectors [words, width], and the scores of their cue tags [words, 3].

        `states` are those of the window's pieces, `firsts` the place of each word's first one.
        """

    def link(self, words: Floats, cues: Floats, ways: Ways) -> tuple[Floats, Floats]:
        """For each row of `cues` the scores of the link tags [cues, words, 5] and of the link itself [cues]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A link by the numbers of its words in the table, half-open; `score` is the model's probability of it."""

    source: tuple[Stretch, ...]
    cue: Stretch
    content: tuple[Stretch, ...]
    score: float


def read_window(heads: Heads, table: Table, window: Window, states: Floats) -> list[Found]:
    """What the model weighs as a link in `window`, likely or not, each word in one cue at most."""
    parents = np.clip(table.words.parents[window.start : window.end] - window.start, 0, window.end - window.start - 1)
    columns = table.columns[window.start : window.end]
    words, tags = heads.read(states, np.array(window.firsts, dtype=np.int64), parents, columns)
    cues = sorted(set(_cues(heads.cue_chain, tags)) | set(_rule_cues(table, window)))
    if not cues:
        return []
    marks = np.zeros((len(cues), len(words)), dtype=np.float32)
    for row, (start, end) in zip(marks, cues, strict=True):
        row[start:end] = 1
    scores, weights = heads.link(words, marks, ways(table, window, cues))
    found = best_tags(heads.link_chain, scores)
    links = [_found(window, cue, row, weight) for cue, row, weight in zip(cues, found, weights.tolist(), strict=True)]
    return _apart(links)


def ways(table: Table, window: Window, cues: Sequence[Stretch]) -> Ways:
    """How the words of `window` stand to each cue, given by the numbers of its words in the window."""
    found = []
    for tell in (branches, _distances, by_rules):
        rows = [
            tell(table, range(start + window.start, end + window.start), window.start, window.end)
            for start, end in cues
        ]
        found.append(np.stack(rows))
    return found[0], found[1], found[2]


def _distances(_: Table, cue: Sequence[int], start: int, end: int) -> Ints:
    return distances(cue, start, end)


def _cues(chain: Chain, tags: Floats) -> Iterator[Stretch]:
    """The cues of the best sequence of tags, and each further word at which one may begin."""
    best = runs(best_tags(chain, tags[None])[0], _BEGIN, _GO_ON)
    yield from best
    taken = {i for start, end in best for i in range(start, end)}
    likely = np.exp(tags - tags.max(1, keepdims=True))
    begins = likely[:, _BEGIN] / likely.sum(1)
    for i in np.flatnonzero(begins > _FAINT).tolist():
        if i not in taken:
            end = i + 1
            while end < len(tags) and end not in taken and tags[end].argmax() == _GO_ON:
                end += 1
            yield i, end


def _rule_cues(table: Table, window: Window) -> Iterator[Stretch]:
    """The cues of the rules' links in `window`."""
    for link in table.links:
        if link.cue and window.start <= link.cue[0] and link.cue[-1] < window.end:
            yield link.cue[0] - window.start, link.cue[-1] + 1 - window.start


def _found(window: Window, cue: Stretch, tags: Ints, weight: float) -> Found:
    source, content = (
        tuple((start + window.start, end + window.start) for start, end in runs(tags, *role))
        for role in (_SOURCE, _CONTENT)
    )
    at = cue[0] + window.start, cue[1] + window.start
    score = float(1 / (1 + np.exp(-weight))) if content else 0.0
    return Found(source=source, cue=at, content=content, score=score)


def _apart(links: Sequence[Found]) -> list[Found]:
    """The likelier of links whose cues share a word, in order of place."""
    kept: list[Found] = []
    for link in sorted(links, key=lambda link: (-link.score, link.cue)):
        if all(link.cue[1] <= other.cue[0] or other.cue[1] <= link.cue[0] for other in kept):
            kept.append(link)
    return sorted(kept, key=lambda link: link.cue)
