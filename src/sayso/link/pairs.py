"""Two reports side by side: which statement of the one has its counterpart in which of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from sayso.link.features import Features, features
from sayso.link.naming import Naming, naming
from sayso.link.reuse import Article, article
from sayso.link.score import SAME, linked
from sayso.model import Report, SameClaim, appearances

COVER = 1 / 4  # part of what a statement says, by rarity
LIKE = 0.3  # cosine from which two contents may say the same in other words
_NO_MEANINGS: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Side:
    """A report with the features of its statements, in order of place, its article, and what it says of outlets."""

    report: Report
    statements: tuple[Features, ...]
    article: Article
    naming: Naming


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A statement of the later report, one of the earlier, and how surely they are of one claim."""

    later: Features
    earlier: Features
    score: float


def side(report: Report, meanings: Mapping[str, bytes] = _NO_MEANINGS) -> Side:
    """A report ready for comparison, with the vectors of its statements' contents by their ids."""
    told = tuple(features(a, meanings.get(a.statement.id)) for a in appearances(report))
    return Side(report, told, article(report), naming(report))


def links_between(here: Side, there: Side) -> tuple[SameClaim, ...]:
    """The links of all statements of the two reports, doubts among them."""
    pairs = comparable(here.statements, there.statements)
    return tuple(link for a, b in pairs if (link := linked(a, b)))


def links_within(here: Side) -> tuple[SameClaim, ...]:
    """The links of a report's statements among themselves."""
    place = {f.appearance.statement.id: number for number, f in enumerate(here.statements)}
    pairs = comparable(here.statements, here.statements)
    forth = (p for p in pairs if place[p[0].appearance.statement.id] < place[p[1].appearance.statement.id])
    return tuple(link for a, b in forth if (link := linked(a, b)))


def counterparts(later: Side, earlier: Side, links: Iterable[SameClaim]) -> tuple[Counterpart, ...]:
    """Of the `links` between two reports those that are taken for one claim, best first for each later statement."""
    here = {f.appearance.statement.id: f for f in later.statements}
    there = {f.appearance.statement.id: f for f in earlier.statements}
    found = []
    for link in links:
        a, b = (link.a, link.b) if link.a in here else (link.b, link.a)
        if link.score >= SAME and a in here and b in there:
            found.append(Counterpart(here[a], there[b], link.score))
    return tuple(sorted(found, key=_rank))


def best(found: Iterable[Counterpart]) -> Iterator[Counterpart]:
    """For each later statement its best counterpart: running text before headings."""
    seen: set[str] = set()
    for pair in sorted(found, key=lambda c: (c.later.appearance.statement.id, c.earlier.appearance.heading, *_rank(c))):
        if pair.later.appearance.statement.id not in seen:
            seen.add(pair.later.appearance.statement.id)
            yield pair


def matched(found: Iterable[Counterpart]) -> tuple[Counterpart, ...]:
    """The pairs of which either is the other's best counterpart, each once.

    A sentence that tells two things is the best for one statement and yet has its own best elsewhere.
    """
    pairs = tuple(found)
    forth = tuple(best(pairs))
    back = best(Counterpart(c.earlier, c.later, c.score) for c in pairs)
    turned = (Counterpart(c.earlier, c.later, c.score) for c in back if not c.earlier.appearance.heading)
    known = {_ends(c) for c in forth}
    return (*forth, *(c for c in turned if _ends(c) not in known))


def comparable(here: Sequence[Features], there: Sequence[Features]) -> Iterator[tuple[Features, Features]]:
    """The pairs that may be of one claim: part of what either says stands in the other in the same or near words, or
    they are alike in meaning, or give the same number.

    Names in common are not enough: all statements of two reports on one story have them.
    """
    alike = (_cosines(here, there) >= LIKE).tolist()
    for a, likes in zip(here, alike, strict=True):
        for b, like in zip(there, likes, strict=True):
            if (
                like
                or not a.numbers.isdisjoint(b.numbers)
                or (not b.reach.isdisjoint(a.acts) and _covers(a, b))
                or (not a.reach.isdisjoint(b.acts) and _covers(b, a))
            ):
                yield a, b


def _covers(a: Features, b: Features) -> bool:
    """Whether a part of what `a` says, names aside and by rarity, stands in `b`, in the same or near words."""
    return sum([rarity for key, rarity in a.rarities.items() if key in b.reach]) >= COVER * a.weight


def _cosines(here: Sequence[Features], there: Sequence[Features]) -> NDArray[np.float64]:
    """The cosine of each with each, -1 where one has no vector and for a statement with itself."""
    out = np.full((len(here), len(there)), -1.0)
    rows, columns = ({i: f.meaning for i, f in enumerate(side) if f.meaning is not None} for side in (here, there))
    if rows and columns:
        # the product is of whole numbers under 2^24, so exact: equal vectors are equally near on every machine
        product = np.stack(list(rows.values())) @ np.stack(list(columns.values())).T
        lengths = np.outer([here[i].length for i in rows], [there[j].length for j in columns])
        out[np.ix_(list(rows), list(columns))] = product / np.sqrt(lengths.clip(1))
    if here is there:
        np.fill_diagonal(out, -1.0)
    return out


def _ends(pair: Counterpart) -> tuple[str, str]:
    return pair.later.appearance.statement.id, pair.earlier.appearance.statement.id


def _rank(pair: Counterpart) -> tuple[str, float, str]:
    return pair.later.appearance.statement.id, -pair.score, pair.earlier.appearance.statement.id
