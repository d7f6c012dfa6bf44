"""How each word of a window stands to one cue: by syntax, by distance, and by the rules' links."""

from __future__ import annotations

from collections.abc import Container, Sequence

import numpy as np

from sayso.extract.attributions.table import Ints, Table

_ELSEWHERE, _SELF, _ABOVE, _BESIDE, _SENTENCE, _BEFORE, _AFTER, _PASSAGE, _BELOW = range(9)
_STEPS = np.array([1, 2, 3, 5, 8, 13, 21, 36])  # words: a bucket ends before each
DISTANCES = 2 * len(_STEPS) + 1
RULES = 5  # no link of the rules at this cue; none of its words, its source, its cue, its content


def branch_count(dependencies: int) -> int:
    """How many values `branches` may take where the parser knows so many dependency labels."""
    return _BELOW + dependencies + 1


def branches(table: Table, cue: Sequence[int], start: int, end: int) -> Ints:
    """For words `start` to `end`, through which child of the cue they hang on it, or else where they stand.

    Values from 8 on are 8 + the number of the dependency label of the cue's child above the word.
    """
    words = table.words
    sentence, passage = words.sentences[cue[0]], words.passages[cue[0]]
    sentences, passages = words.sentences[start:end], words.passages[start:end]
    out = np.full(end - start, _ELSEWHERE, dtype=np.int64)
    out[passages == passage] = _PASSAGE
    out[sentences == sentence - 1] = _BEFORE
    out[sentences == sentence + 1] = _AFTER
    low, high = (int(np.searchsorted(words.sentences, sentence, side)) for side in ("left", "right"))
    heads = (words.parents[low:high] - low).tolist()
    ways = _ways(heads, table.columns[low:high, 0].tolist(), [i - low for i in cue if i < high])
    first, last = max(low, start), min(high, end)
    out[first - start : last - start] = ways[first - low : last - low]
    return out


def _ways(heads: Sequence[int], dependencies: Sequence[int], cue: Sequence[int]) -> list[int]:
    """`branches` for the words of one sentence, numbered within it."""
    known = dict.fromkeys(cue, _SELF)
    above = _up(heads, next((i for i in cue if heads[i] not in known), cue[0]), set())
    nearest = above[0] if above else None
    for ancestor in above:
        known.setdefault(ancestor, _ABOVE)
    out = []
    for i in range(len(heads)):
        path = [] if i in known else [i, *_up(heads, i, known.keys())]
        if path:
            top = _parent(heads, path[-1])
            way = known.get(top, _SENTENCE) if top is not None else _SENTENCE
            if way == _SELF:
                way = _BELOW + dependencies[path[-1]]
            elif way == _ABOVE:
                way = _BESIDE if top == nearest else _SENTENCE
            known.update(dict.fromkeys(path, way))
        out.append(known[i])
    return out


def _parent(heads: Sequence[int], i: int) -> int | None:
    """The head of word `i`; None for a root, and where the head is cut off."""
    return heads[i] if heads[i] != i and 0 <= heads[i] < len(heads) else None


def _up(heads: Sequence[int], i: int, stop: Container[int]) -> list[int]:
    """The words above `i`, nearest first, up to the root or to one in `stop`."""
    path: list[int] = []
    at = _parent(heads, i)
    while at is not None and at not in stop and at not in path:
        path.append(at)
        at = _parent(heads, at)
    return path


def distances(cue: Sequence[int], start: int, end: int) -> Ints:
    """For words `start` to `end` a bucket of the distance to the cue, in words: the middle one is the cue itself."""
    words = np.arange(start, end)
    before, after = np.maximum(cue[0] - words, 0), np.maximum(words - cue[-1], 0)
    away = np.searchsorted(_STEPS, np.maximum(before, after), side="right")
    return np.where(before > 0, len(_STEPS) - away, len(_STEPS) + away).astype(np.int64)


def by_rules(table: Table, cue: Sequence[int], start: int, end: int) -> Ints:
    """For words `start` to `end`, which part of the rules' link at this cue they are; 0 throughout if there is none."""
    words = set(cue)
    link = next((link for link in table.links if words.intersection(link.cue)), None)
    if link is None:
        return np.zeros(end - start, dtype=np.int64)
    out = np.ones(end - start, dtype=np.int64)
    for value, part in ((2, link.source), (3, link.cue), (4, link.content)):
        out[[i - start for i in part if start <= i < end]] = value
    return out
