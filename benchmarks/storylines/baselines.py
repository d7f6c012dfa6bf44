"""What people do without sayso, given its statements: which are one claim, which reports derive, by likeness alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import msgspec
import numpy as np

from benchmarks.likeness import read
from benchmarks.predict import parsed_text
from benchmarks.storylines.answers import Answer, ToldClaim, ToldDerivation
from benchmarks.storylines.by_sayso import Reading
from benchmarks.storylines.counts import Count, Figure, total
from benchmarks.storylines.gold import Storyline
from benchmarks.storylines.pages import Page, words_of
from benchmarks.storylines.score import judge
from sayso.link.dates import published_before
from sayso.link.minhash import minhash
from sayso.model import words

STEPS = tuple(step / 20 for step in range(1, 21))  # the thresholds that are tried
SKETCH = 128  # numbers of a sketch
SHINGLE = 3  # words

Likeness = Callable[[Sequence[str]], Sequence[Sequence[float]]]  # of texts, each with each, from 0 to 1
Pairs = Sequence[tuple[float, str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A storyline with sayso's reading of it, and its pages."""

    storyline: Storyline
    reading: Reading
    pages: Mapping[str, Page]


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """A way to tell likeness, of contents and of what stands for a report. `fixed`: 1 or nothing, no threshold."""

    name: str
    likeness: Likeness
    titles: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The pairs of one storyline's statements and of its reports (later, earlier), each with its likeness."""

    read: Read
    statements: Pairs
    reports: Pairs


def compare(baseline: Baseline, read: Read) -> Compared:
    """All pairs of a storyline, by a baseline."""
    told = read.reading.answer.statements
    contents = baseline.likeness([" ".join(s.words) for s in told])
    files = sorted(read.reading.reports)
    shown = [_shown(read, file, titles=baseline.titles) for file in files]
    articles = baseline.likeness(shown)
    return Compared(
        read=read,
        statements=[(contents[i][j], told[i].id, told[j].id) for i, j in combinations(range(len(told)), 2)],
        reports=[(articles[i][j], *_in_order(read, files[i], files[j])) for i, j in combinations(range(len(files)), 2)],
    )


def _shown(read: Read, file: str, *, titles: bool) -> str:
    report = read.reading.reports[file]
    return (report.title or file) if titles else words(report.text, report.body)


def _in_order(read: Read, a: str, b: str) -> tuple[str, str]:
    """The later and the earlier of two files; the order of their names where times of publication do not tell."""
    reports = read.reading.reports
    return (a, b) if published_before(reports[b].published, reports[a].published) else (b, a)


def answer(compared: Compared, claims: float, derivations: float) -> Answer:
    """The answer by two thresholds; two statements that are alike are a claim of their own, with no chaining."""
    return msgspec.structs.replace(
        compared.read.reading.answer,
        claims=tuple(ToldClaim(statements=(a, b)) for share, a, b in compared.statements if share >= claims),
        derivations=tuple(
            ToldDerivation(report=late, from_=early) for share, late, early in compared.reports if share >= derivations
        ),
        drifts=(),
    )


def figures(all_compared: Iterable[Compared], claims: float, derivations: float) -> Mapping[Figure, Count]:
    """The counts of a baseline over storylines."""
    return total(
        judge(c.read.storyline.gold, answer(c, claims, derivations), c.read.pages) for c in all_compared
    ).counts


def best(compared: Sequence[Compared], figure: Figure) -> float:
    """The threshold with the best F1 of a figure; of equals the highest."""
    return max(STEPS, key=lambda step: ((figures(compared, step, step)[figure].f1 or 0.0), step))


def by_title(texts: Sequence[str]) -> Sequence[Sequence[float]]:
    """1 where two texts have the same words, whatever their case."""
    plain = [" ".join(words_of(text)).casefold() for text in texts]
    return [[float(a == b) for b in plain] for a in plain]


def by_minhash(texts: Sequence[str]) -> Sequence[Sequence[float]]:
    """The share of equal numbers in the sketches of the texts' shingles."""
    sketches = [minhash(_shingles(text), SKETCH) for text in texts]
    return [[float(np.mean(a == b)) for b in sketches] for a in sketches]


def _shingles(text: str) -> set[bytes]:
    said = [word.casefold() for word in words_of(text)]
    last = max(1, len(said) - SHINGLE + 1)
    return {" ".join(said[start : start + SHINGLE]).encode() for start in range(last)}


def by_vectors(texts: Sequence[str]) -> Sequence[Sequence[float]]:
    """The cosine of the mean vectors of the texts' sentences, by the encoder that sayso has for contents."""
    if not texts:
        return []
    vectors = np.stack([read(_sentences(text)).mean(axis=0) for text in texts])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    found: list[list[float]] = (vectors @ vectors.T).tolist()
    return found


def _sentences(text: str) -> list[str]:
    return [sentence.text for _, sentence in parsed_text(text).sentences()]


BASELINES = (
    Baseline(name="exact title", likeness=by_title, titles=True, fixed=True),
    Baseline(name="MinHash alone", likeness=by_minhash),
    Baseline(name="sentence vectors", likeness=by_vectors),
)
