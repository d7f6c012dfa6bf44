"""The words of a report in one row, with what binds them: syntax, sentences, paragraphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.extract.parse import Parsed
from sayso.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a report's article in order of place, blanks left out.

    `starts` and `ends` are offsets in the report's text; `parents` holds numbers of words, and the root of a sentence
    is its own parent; `sentences` and `passages` tell which one each word is in.
    """

    texts: tuple[str, ...]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    parents: NDArray[np.int64]
    sentences: NDArray[np.int64]
    passages: NDArray[np.int64]

    def touched(self, spans: Iterable[Span]) -> list[int]:
        """The numbers of the words that `spans` touch."""
        return [
            i for span in spans for i in range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))
        ]

    def span(self, start: int, end: int) -> Span:
        """Where the words from `start` up to `end` stand in the report's text."""
        return Span(int(self.starts[start]), int(self.ends[end - 1]))


def words_of(parsed: Parsed) -> Words:
    """The words of `parsed`."""
    kept = [(at, token) for at, passage in enumerate(parsed.passages) for token in passage.doc if not token.is_space]
    numbers = {(at, token.i): i for i, (at, token) in enumerate(kept)}
    spans = [parsed.passages[at].span(token) for at, token in kept]
    first = [token.is_sent_start or (i and kept[i - 1][0] != at) for i, (at, token) in enumerate(kept)]
    return Words(
        texts=tuple(token.text for _, token in kept),
        starts=np.array([span.start for span in spans], dtype=np.int64),
        ends=np.array([span.end for span in spans], dtype=np.int64),
        parents=np.array([numbers.get((at, token.head.i), i) for i, (at, token) in enumerate(kept)], dtype=np.int64),
        sentences=np.cumsum(np.array(first, dtype=bool), dtype=np.int64),
        passages=np.array([at for at, _ in kept], dtype=np.int64),
    )
