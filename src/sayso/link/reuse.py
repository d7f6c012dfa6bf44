"""Text reused between two reports: runs of equal words, inside and outside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.model import Report, Span

RUN = 5  # words: shorter runs are shared by chance
MOST_PLACES = 20  # a run that the earlier report repeats more often is a refrain
_WORD = re.compile(r"[^\W_]+")
_OPEN, _CLOSE = "“«„", "”»"
_MARK = re.compile(f'["{_OPEN}{_CLOSE}]')
_LONGEST_QUOTE = 1500  # characters: an opening mark without its closing one must not swallow the report


class Word(NamedTuple):
    """One word of a report's article: in which of its body spans it stands, and whether in quotation marks."""

    text: str
    span: Span
    block: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Equal words in two reports: `length` words from `start` in the one and from `from_start` in the other."""

    start: int
    from_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Reuse:
    """What two reports have word for word: shares of words outside quotation marks, from 0 to 1, and the runs.

    `share` is of the later report's words, `from_share` of the earlier one's, `longest` the words of the longest run
    without those in quotation marks.
    """

    runs: tuple[Run, ...]
    share: float
    from_share: float
    words: int
    longest: int


@dataclass(frozen=True, slots=True)
class Article:
    """The words of an article, and where each run of `RUN` words begins."""

    words: tuple[Word, ...]
    places: Mapping[tuple[str, ...], Sequence[int]]


def article(report: Report) -> Article:
    """The article of a report, ready for comparison."""
    found = article_words(report)
    texts = [word.text for word in found]
    places: dict[tuple[str, ...], list[int]] = {}
    for j, run in enumerate(zip(*(texts[i:] for i in range(RUN)), strict=False)):
        places.setdefault(run, []).append(j)
    return Article(found, places)


def article_words(report: Report) -> tuple[Word, ...]:
    """The words of the article, lower case, in order of place."""
    out = []
    for block, body in enumerate(report.body):
        quotes = tuple(_quotes(report.text, body))
        for match in _WORD.finditer(report.text, *body):
            span = Span(*match.span())
            quoted = bool(quotes) and any(q.start <= span.start < q.end for q in quotes)
            out.append(Word(match.group().casefold(), span, block, quoted))
    return tuple(out)


def _quotes(text: str, within: Span) -> Iterator[Span]:
    """The quoted passages of one block; a quotation without closing mark runs to the block's end, as print has it."""
    opened: int | None = None
    for match in _MARK.finditer(text, *within):
        i, mark = match.start(), match.group()
        if opened is None and mark not in _CLOSE:
            opened = i
        elif opened is not None and mark not in _OPEN:
            yield Span(opened, i + 1)
            opened = None
    if opened is not None and within.end - opened < _LONGEST_QUOTE:
        yield Span(opened, within.end)


def reuse(one: Article, other: Article) -> Reuse:
    """What `one`, the later article, has word for word of `other`."""
    later, earlier = one.words, other.words
    found = () if one.places.keys().isdisjoint(other.places) else tuple(_runs(one, other))
    here = {i for run in found for i in range(run.start, run.start + run.length) if not later[i].quoted}
    there = {i for run in found for i in range(run.from_start, run.from_start + run.length) if not earlier[i].quoted}
    free = [sum(not later[i].quoted for i in range(run.start, run.start + run.length)) for run in found]
    return Reuse(
        runs=found,
        share=len(here) / max(1, sum(not w.quoted for w in later)),
        from_share=len(there) / max(1, sum(not w.quoted for w in earlier)),
        words=len(here),
        longest=max(free, default=0),
    )


def _runs(one: Article, other: Article) -> Iterator[Run]:
    """Longest runs of at least `RUN` equal words, greedily from the start of `one`."""
    later, earlier = ([w.text for w in article.words] for article in (one, other))
    i = 0
    while i <= len(later) - RUN:
        starts = other.places.get(tuple(later[i : i + RUN]), ())[:MOST_PLACES]
        length, j = max(((_length(later, earlier, i, j), -j) for j in starts), default=(0, 0))
        if length:
            yield Run(i, -j, length)
        i += length or 1


def _length(later: Sequence[str], earlier: Sequence[str], i: int, j: int) -> int:
    n = 0
    while i + n < len(later) and j + n < len(earlier) and later[i + n] == earlier[j + n]:
        n += 1
    return n
