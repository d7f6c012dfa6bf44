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
_REACH = 1  # passages on either side of a cue's own in which its source and its content are looked for
Stretch = tuple[int, int]
Ways = tuple[Ints, Ints, Ints]
"""Branches, distances and the rules' parts, each [cues, words]: see `pairs`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The words around each cue, all [cues, words]: `places` are their numbers in the window, `inside` is 0 behind the
    last of them and 1 before; see `pairs` for the others.
    """

    places: Ints
    inside: Floats
    branches: Ints
    distances: Ints
    rules: Ints


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

    def link(self, words: Floats, cues: Floats, around: Around) -> tuple[Floats, Floats]:
        """For each row of `cues` the scores of the link tags of the words around it and of the link itself [cues].

        `words` [words, width] and `cues` [cues, words], 1 at those of the cue, are the window's; the tags are
        [cues, words around, 5].
        """


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
    (best,) = best_tags(heads.cue_chain, tags[None], np.array([len(tags)]))
    cues = sorted({*runs(best, _BEGIN, _GO_ON), *_rule_cues(table, window)})
    if not cues:
        return []
    marks = np.zeros((len(cues), len(words)), dtype=np.float32)
    for row, (start, end) in zip(marks, cues, strict=True):
        row[start:end] = 1
    around = _around(table, window, cues)
    scores, weights = heads.link(words, marks, around)
    found = best_tags(heads.link_chain, scores, around.inside.sum(1).astype(np.int64))
    starts = (around.places[:, 0] + window.start).tolist()
    links = [
        _found((cue[0] + window.start, cue[1] + window.start), start, row, weight)
        for cue, start, row, weight in zip(cues, starts, found, weights.tolist(), strict=True)
    ]
    return _apart(links)


def _around(table: Table, window: Window, cues: Sequence[Stretch]) -> Around:
    """The words of `window` that are in reach of each cue, given by the numbers of its words in the window."""
    passages = table.words.passages[window.start : window.end]
    own = passages[[start for start, _ in cues]]
    first, end = np.searchsorted(passages, own - _REACH, "left"), np.searchsorted(passages, own + _REACH, "right")
    places = first[:, None] + np.arange((end - first).max())
    inside = places < end[:, None]
    places = np.minimum(places, len(passages) - 1)
    branching, distant, ruled = (np.take_along_axis(way, places, 1) for way in ways(table, window, cues))
    return Around(places=places, inside=inside.astype(np.float32), branches=branching, distances=distant, rules=ruled)


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


def _rule_cues(table: Table, window: Window) -> Iterator[Stretch]:
    """The cues of the rules' links in `window`."""
    for link in table.links:
        if link.cue and window.start <= link.cue[0] and link.cue[-1] < window.end:
            yield link.cue[0] - window.start, link.cue[-1] + 1 - window.start


def _found(cue: Stretch, first: int, tags: Ints, weight: float) -> Found:
    """A link from the `tags` of the words from number `first` on."""
    source, content = (
        tuple((start + first, end + first) for start, end in runs(tags, *role)) for role in (_SOURCE, _CONTENT)
    )
    score = float(1 / (1 + np.exp(-weight))) if content else 0.0
    return Found(source=source, cue=cue, content=content, score=score)


def _apart(links: Sequence[Found]) -> list[Found]:
    """The likelier of links whose cues share a word, in order of place."""
    kept: list[Found] = []
    for link in sorted(links, key=lambda link: (-link.score, link.cue)):
        if all(link.cue[1] <= other.cue[0] or other.cue[1] <= link.cue[0] for other in kept):
            kept.append(link)
    return sorted(kept, key=lambda link: link.cue)
