"""Text reused between two reports: runs of equal words, inside and outside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat

from sayso.link.terms import running_terms
from sayso.model import Report, Span

NEIGHBOURS = 3  # words that say something: so far apart two of them make one detail
RUN = 5  # words: shorter runs are shared by chance
MOST_PLACES = 20  # a run that the earlier report repeats more often is a refrain
_WORD = re.compile(r"[^\W_]+")
_OPEN, _CLOSE = "“«„", "”»"
_MARK = re.compile(f'["{_OPEN}{_CLOSE}]')
_LONGEST_QUOTE = 1500  # characters: an opening mark without its closing one must not swallow the report


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


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """The words of an article in order of place, in lower case, and whether each is in quotation marks; `runs` holds a
    hash of each run of `RUN` words. Each is only itself: what is worked out of two is kept by who they are.
    """

    words: tuple[str, ...]
    quoted: tuple[bool, ...]
    runs: frozenset[int]


def article(report: Report) -> Article:
    """The article of a report, ready for comparison."""
    words = tuple([word.casefold() for body in report.body for word in _WORD.findall(report.text, *body)])
    return Article(
        words=words,
        quoted=tuple(chain.from_iterable(_quoted(report.text, body) for body in report.body)),
        runs=frozenset(map(hash, _each_run(words))),
    )


def word_places(report: Report) -> list[tuple[int, Span]]:
    """Where each word of the article stands: in which of the report's body spans, and from where to where."""
    return [
        (block, Span(*match.span()))
        for block, body in enumerate(report.body)
        for match in _WORD.finditer(report.text, *body)
    ]


@lru_cache(maxsize=1000)
def _places(words: tuple[str, ...]) -> Mapping[tuple[str, ...], Sequence[int]]:
    """Where each run of `RUN` words begins."""
    runs = list(_each_run(words))
    places: dict[tuple[str, ...], Sequence[int]] = dict(zip(runs, zip(range(len(runs))), strict=True))
    if len(places) < len(runs):  # seldom: most reports say nothing twice
        again: dict[tuple[str, ...], list[int]] = {}
        for j, run in enumerate(runs):
            again.setdefault(run, []).append(j)
        places |= again
    return places


def _each_run(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Each run of `RUN` words."""
    return zip(*(words[i:] for i in range(RUN)), strict=False)


def _quoted(text: str, body: Span) -> Iterable[bool]:
    """Of each word of one body span, whether it stands in quotation marks."""
    found = tuple(quotes(text, body))
    if not found:
        return repeat(False, len(_WORD.findall(text, *body)))
    return (any(q.start <= word.start() < q.end for q in found) for word in _WORD.finditer(text, *body))


def quotes(text: str, within: Span) -> Iterator[Span]:
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


@lru_cache(maxsize=4)  # two reports are compared up to three times in a row, this way or that
def reuse(one: Article, other: Article) -> Reuse:
    """What `one`, the later article, has word for word of `other`."""
    found = () if one.runs.isdisjoint(other.runs) else tuple(_runs(one, other))
    here = {i for run in found for i in range(run.start, run.start + run.length) if not one.quoted[i]}
    there = {i for run in found for i in range(run.from_start, run.from_start + run.length) if not other.quoted[i]}
    free = [run.length - sum(one.quoted[run.start : run.start + run.length]) for run in found]
    return Reuse(
        runs=found,
        share=len(here) / max(1, len(one.words) - sum(one.quoted)),
        from_share=len(there) / max(1, len(other.words) - sum(other.quoted)),
        words=len(here),
        longest=max(free, default=0),
    )


def _runs(one: Article, other: Article) -> Iterator[Run]:
    """Longest runs of at least `RUN` equal words, greedily from the start of `one`."""
    later, earlier, places = one.words, other.words, _places(other.words)
    i = 0
    while i <= len(later) - RUN:
        starts = places.get(later[i : i + RUN])
        if starts is None:
            i += 1
            continue
        length, j = max((_length(later, earlier, i, j), -j) for j in starts[:MOST_PLACES])
        yield Run(i, -j, length)
        i += length


def _length(later: Sequence[str], earlier: Sequence[str], i: int, j: int) -> int:
    n = 0
    while i + n < len(later) and j + n < len(earlier) and later[i + n] == earlier[j + n]:
        n += 1
    return n


def shared_details(one: Report, other: Report) -> float:
    """The summed rarity of the pairs of words, names aside, that stand near each other in both articles, in whatever
    order: "500 jerrycans of oil" and "oil in 500 jerrycans" share a detail, and no set phrase.
    """
    here, there = _neighbours(one), _neighbours(other)
    return sum(here[pair] for pair in sorted(here.keys() & there.keys()))


def _neighbours(report: Report) -> Mapping[tuple[str, str], float]:
    """The pairs of words that say something and have at most two such between them, each with the rarity of both."""
    found: dict[tuple[str, str], float] = {}
    for body in report.body:
        told = running_terms(report.text[slice(*body)])
        for number, term in enumerate(told):
            for other in told[number + 1 : number + 1 + NEIGHBOURS]:
                if term.key != other.key and not (term.name or other.name):
                    pair = (min(term.key, other.key), max(term.key, other.key))
                    found[pair] = term.rarity + other.rarity
    return found
