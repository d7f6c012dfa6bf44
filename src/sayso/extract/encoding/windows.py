"""A report's words as the encoder reads them: in pieces, and in windows that end with a paragraph or a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from tokenizers import Tokenizer

# Pieces a window, without the two marks around it. The encoder was trained on up to 254 and reads fewer as well, in
# less time: that of attention grows with their square.
LIMIT = 190
_LONGEST = 16  # pieces of one word that are read: addresses and the like have hundreds


@dataclass(frozen=True, slots=True)
class Window:
    """Words `start` to `end` of a report: the numbers of their `pieces`, with the marks around them, and the place of
    each word's first piece among these.
    """

    start: int
    end: int
    pieces: tuple[int, ...]
    firsts: tuple[int, ...]


def pieces_of(tokenizer: Tokenizer, words: Sequence[str]) -> list[list[int]]:
    """The pieces of each word; a word that the tokenizer knows nothing of is one unknown piece."""
    encoding = tokenizer.encode(list(words), is_pretokenized=True, add_special_tokens=False)
    found: list[list[int]] = [[] for _ in words]
    for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
        if word is not None and len(found[word]) < _LONGEST:
            found[word].append(piece)
    return [pieces or [_mark(tokenizer, "[UNK]")] for pieces in found]


def windows(
    tokenizer: Tokenizer,
    pieces: Sequence[Sequence[int]],
    sentences: Sequence[int],
    passages: Sequence[int],
    limits: tuple[int, int] = (LIMIT, LIMIT),
) -> Iterator[Window]:
    """The words of a report, given by their `pieces`, in windows that share none.

    `sentences` and `passages` tell each word's. `limits` are those of the first window and of the others: training
    moves the borders.
    """
    before, behind = _mark(tokenizer, "[CLS]"), _mark(tokenizer, "[SEP]")
    sizes = [len(word) for word in pieces]
    start, (limit, others) = 0, limits
    while start < len(sizes):
        end = _cut(start, limit, sizes, sentences, passages)
        firsts = tuple(accumulate(sizes[start : end - 1], initial=1))
        yield Window(start, end, (before, *(p for word in pieces[start:end] for p in word), behind), firsts)
        start, limit = end, others


def _mark(tokenizer: Tokenizer, name: str) -> int:
    number = tokenizer.token_to_id(name)
    if number is None:
        raise ValueError(f"the tokenizer knows no {name}")
    return number


def _cut(start: int, limit: int, sizes: Sequence[int], sentences: Sequence[int], passages: Sequence[int]) -> int:
    """Where a window from `start` ends: behind its last whole paragraph if that fills half of it, else behind its last
    whole sentence, else where it is full.
    """
    full = start + max(1, sum(total <= limit for total in accumulate(sizes[start : start + limit])))
    if full >= len(sizes):
        return len(sizes)
    for units, least in ((passages, start + (full - start) // 2), (sentences, start)):
        end = full
        while end > least and units[end - 1] == units[end]:
            end -= 1
        if end > least:
            return end
    return full
