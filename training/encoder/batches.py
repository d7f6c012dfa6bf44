"""Rows as tensors: windows of reports with their gold tags, and sentences with the factuality of their predicates."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from sayso.extract.attributions.table import RULED, Ints, Table
from sayso.extract.attributions.trained import ways
from sayso.extract.encoding.windows import Window, windows
from training.encoder.gold import GoldLink, Stretch

LONGEST = 254  # pieces of a window in training, without the marks around it
_UNRULED = 0.12  # share of windows in training that do not see what the rules found
_VECTOR = 384  # width of sentence vectors
_NO_WAY = np.zeros((0, 0), dtype=np.int64)
_WRONG_CUES = 3  # words a window that are cues elsewhere, shown as none here


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One annotated report; `vectors` are those of its sentences by the encoder before training."""

    id: str
    table: Table
    pieces: list[list[int]]
    gold: list[GoldLink]
    vectors: NDArray[np.float16]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkBatch:
    """Windows and their cues; `of` is the window of each cue."""

    pieces: Tensor
    firsts: Tensor
    parents: Tensor
    columns: Tensor
    inside: Tensor
    cue_tags: Tensor
    role_tags: Tensor
    of: Tensor
    marks: Tensor
    ways: tuple[Tensor, Tensor, Tensor]
    link_tags: Tensor
    is_link: Tensor
    sentence_share: Tensor
    sentence_vectors: Tensor


@dataclass(frozen=True, slots=True, kw_only=True)
class FactBatch:
    """Sentences, and for each predicate its pieces, its sentence and its factuality in thirds."""

    pieces: Tensor
    share: Tensor
    rows: Tensor
    scores: Tensor


def cut(tokenizer: Tokenizer, item: Item, first: int = LONGEST) -> Iterator[Window]:
    """The windows of `item`, of which the first has up to `first` pieces."""
    words = item.table.words
    return windows(tokenizer, item.pieces, words.sentences.tolist(), words.passages.tolist(), (first, LONGEST))


def cue_words(items: Iterable[Item]) -> frozenset[str]:
    """Words that are cues by themselves at least five times."""
    counts = Counter(
        item.table.words.texts[link.cue[0]].lower()
        for item in items
        for link in item.gold
        if link.cue[1] - link.cue[0] == 1
    )
    return frozenset(word for word, count in counts.items() if count >= 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A window as training shows it: with or without what the rules found, and with cues that are right or wrong."""

    item: Item
    window: Window
    columns: Ints
    cues: tuple[tuple[Stretch, GoldLink | None], ...]
    ways: tuple[Ints, ...]


def link_batch(drawn: Sequence[tuple[Item, Window]], known: frozenset[str], rng: random.Random) -> LinkBatch:
    """The tensors of `drawn`; which wrong cues are shown, and to which windows the rules, is up to `rng`."""
    shown = [_show(item, window, known, rng) for item, window in drawn]
    pieces = _padded(np.array(s.window.pieces) for s in shown)
    cues = [(s, cue, link) for s in shown for cue, link in s.cues]
    branches, distances, rules = (_padded(row for s in shown for row in s.ways[i]) for i in range(3))
    share, vectors = _sentences(shown, pieces.shape[1])
    return LinkBatch(
        pieces=pieces,
        firsts=_padded(np.array(s.window.firsts) for s in shown),
        parents=_padded(_parents(s) for s in shown),
        columns=_padded(s.columns for s in shown),
        inside=_padded(np.ones(len(s.columns), dtype=bool) for s in shown),
        cue_tags=_padded(_cue_tags(s) for s in shown),
        role_tags=_padded(_link_tags(s.window, s.item.gold) for s in shown),
        of=torch.tensor([i for i, s in enumerate(shown) for _ in s.cues], dtype=torch.long),
        marks=_padded(_marked(s.window, cue) for s, cue, _ in cues).float(),
        ways=(branches, distances, rules),
        link_tags=_padded(_link_tags(s.window, [link] if link else []) for s, _, link in cues),
        is_link=torch.tensor([float(link is not None) for _, _, link in cues]),
        sentence_share=share,
        sentence_vectors=vectors,
    )


def _show(item: Item, window: Window, known: frozenset[str], rng: random.Random) -> _Shown:
    unruled = rng.random() < _UNRULED
    columns = item.table.columns[window.start : window.end].copy()
    right = [link for link in item.gold if window.start <= link.cue[0] and link.cue[1] <= window.end]
    cues = [
        *(((link.cue[0] - window.start, link.cue[1] - window.start), link) for link in right),
        *((cue, None) for cue in _wrong_cues(item, window, known, rng)),
    ]
    found: tuple[Ints, ...] = ways(item.table, window, [cue for cue, _ in cues]) if cues else (_NO_WAY,) * 3
    if unruled:
        columns[:, RULED] = 0
        found = (*found[:2], *(np.zeros_like(way) for way in found[2:]))
    return _Shown(item=item, window=window, columns=columns, cues=tuple(cues), ways=found)


def _padded(rows: Iterable[Ints]) -> Tensor:
    """Rows of different length in one tensor, noughts behind the shorter ones."""
    return pad_sequence([torch.from_numpy(row) for row in rows], batch_first=True)


def _parents(shown: _Shown) -> Ints:
    start, end = shown.window.start, shown.window.end
    return np.clip(shown.item.table.words.parents[start:end] - start, 0, end - start - 1)


def _marked(window: Window, cue: Stretch) -> Ints:
    marks = np.zeros(window.end - window.start, dtype=np.int64)
    marks[slice(*cue)] = 1
    return marks


def _cue_tags(shown: _Shown) -> Ints:
    tags = np.zeros(len(shown.columns), dtype=np.int64)
    for link in shown.item.gold:
        _tag(tags, (link.cue,), shown.window, 1)
    return tags


def _link_tags(window: Window, links: Sequence[GoldLink]) -> Ints:
    """Tags of `links`: 1 and 2 begin and go on with a source, 3 and 4 with a content."""
    tags = np.zeros(window.end - window.start, dtype=np.int64)
    for link in links:
        _tag(tags, link.content, window, 3)
    for link in links:
        _tag(tags, link.source, window, 1)
    return tags


def _tag(tags: Ints, stretches: Iterable[Stretch], window: Window, begin: int) -> None:
    for start, end in stretches:
        low, high = max(start, window.start), min(end, window.end)
        if low < high:
            tags[low - window.start : high - window.start] = begin + 1
            tags[low - window.start] = begin


def _sentences(shown: Sequence[_Shown], width: int) -> tuple[Tensor, Tensor]:
    """What averages the pieces of each whole sentence in a batch of windows, `width` pieces each; and its vector."""
    found = [(i, s, *whole) for i, s in enumerate(shown) for whole in _whole_sentences(s.item.table, s.window)]
    share = torch.zeros(len(found), len(shown) * width)
    for row, (i, s, _, start, end) in enumerate(found):
        firsts = (*s.window.firsts, len(s.window.pieces) - 1)
        share[row, i * width + firsts[start] : i * width + firsts[end]] = 1 / (firsts[end] - firsts[start])
    vectors = [s.item.vectors[sentence] for _, s, sentence, _, _ in found]
    return share, torch.from_numpy(np.stack(vectors)).float() if vectors else torch.zeros(0, _VECTOR)


def _wrong_cues(item: Item, window: Window, known: frozenset[str], rng: random.Random) -> Iterator[Stretch]:
    """Cues of the rules, and words that are cues elsewhere, which the annotators did not mark here."""
    taken = {i for link in item.gold for i in range(*link.cue)}
    for link in item.table.links:
        if link.outer and link.cue and window.start <= link.cue[0] and link.cue[-1] < window.end:
            stretch = range(link.cue[0], link.cue[-1] + 1)
            if not taken.intersection(stretch):
                taken.update(stretch)
                yield stretch.start - window.start, stretch.stop - window.start
    others = [
        i for i in range(window.start, window.end) if i not in taken and item.table.words.texts[i].lower() in known
    ]
    for i in rng.sample(others, min(len(others), _WRONG_CUES)):
        yield i - window.start, i + 1 - window.start


def _whole_sentences(table: Table, window: Window) -> Iterator[tuple[int, int, int]]:
    """Sentences that lie in `window` whole: number, first word and end within the window."""
    sentences = table.words.sentences
    start = window.start
    while start < window.end:
        end = start
        while end < window.end and sentences[end] == sentences[start]:
            end += 1
        whole = (start == 0 or sentences[start - 1] != sentences[start]) and (
            end == len(sentences) or sentences[end] != sentences[start]
        )
        if whole:
            yield int(sentences[start]) - int(sentences[0]), start - window.start, end - window.start
        start = end


def fact_sentences(rows: Iterable[dict[str, Any]]) -> list[tuple[str, list[tuple[tuple[int, int], float]]]]:
    """Each sentence once, with its predicates and their factuality, from -3 to 3."""
    found: dict[str, list[tuple[tuple[int, int], float]]] = {}
    for row in rows:
        found.setdefault(row["text"], []).append(((row["span"][0], row["span"][1]), float(row["score"])))
    return list(found.items())


def fact_batch(tokenizer: Tokenizer, drawn: Sequence[tuple[str, list[tuple[tuple[int, int], float]]]]) -> FactBatch:
    """The tensors of `drawn` sentences, cut behind 128 pieces."""
    encodings = [tokenizer.encode(text) for text, _ in drawn]
    longest = min(128, max(len(e.ids) for e in encodings))
    pieces = np.zeros((len(drawn), longest), dtype=np.int64)
    shares, rows, scores = [], [], []
    for b, (encoding, (_, predicates)) in enumerate(zip(encodings, drawn, strict=True)):
        ids = encoding.ids[:longest]
        pieces[b, : len(ids)] = ids
        for (start, end), score in predicates:
            at = [i for i, (s, e) in enumerate(encoding.offsets[:longest]) if s < end and start < e]
            if at:
                share = np.zeros(len(drawn) * longest, dtype=np.float32)
                share[[b * longest + i for i in at]] = 1 / len(at)
                shares.append(share)
                rows.append(b)
                scores.append(score / 3)
    return FactBatch(
        pieces=torch.from_numpy(pieces),
        share=torch.from_numpy(np.stack(shares)),
        rows=torch.tensor(rows),
        scores=torch.tensor(scores),
    )
