"""Blocking: the keys by which statements that may be of one claim meet, few in number and made from one report alone.

Reports on one story meet by the rarest names and words of the whole text; then all their statements are looked at. A
statement that its report only mentions in passing meets others by keys of its own. How many meet is bounded by how
rare a shared thing must be in news, and by windows of time, not by what else is in the ledger: so an unrelated report
changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from math import log

from sayso.link.dates import published_day
from sayso.link.features import Features, features
from sayso.link.keys import key, keys
from sayso.link.terms import Term, running_terms
from sayso.model import Appearance, Report, words

STORY_NAMES, STORY_WORDS = 16, 8  # the most telling of a report: 120 pairs of names, 128 of a name with another word
NAMES, ACTS = 3, 2  # the rarest of a statement: 3 pairs of names, 6 of a name with another word
WINDOW = 14  # days: reports published up to this far apart surely meet by a pair
LEAST_STORY = 9.0  # rarity of a pair in a report's story: three such pairs bring two reports together
LEAST_PAIR = 8.5  # the same of a pair in a statement
LEAST_TRIPLE = 15.0  # of three that hold at any distance in time: rare they must be, or years of news would meet
LEAST_DATED = 5.0  # of one word beside the day of the event
MOST = 3 + 6 + 1 + 3  # keys of a statement
MOST_STORY = 120 + 128


def story_keys(report: Report) -> frozenset[int]:
    """The keys under which a report is kept for its story: at most `MOST_STORY`."""
    return counted_story_keys(Counter(running_terms(words(report.text, report.body))), published_day(report.dated))


def counted_story_keys(counts: Mapping[Term, int], day: int | None) -> frozenset[int]:
    """As `story_keys`, of the terms of a report, counted, and the day of its publication."""
    names, others = _telling(counts)
    pairs = (*combinations(names, 2), *product(names, others))
    return _paired(pairs, day, LEAST_STORY, slight=True)


def _telling(counts: Mapping[Term, int]) -> tuple[list[Term], list[Term]]:
    """The names and the other words that tell most of a report: rare in news, and repeated in it."""
    ranked = sorted((t for t in counts if not t.number), key=lambda t: (-t.rarity * (1 + log(counts[t])), t.key))
    return [t for t in ranked if t.name][:STORY_NAMES], [t for t in ranked if not t.name][:STORY_WORDS]


def statement_keys(appearance: Appearance) -> frozenset[int]:
    """The keys under which a statement is kept: at most `MOST`, a pure function of the appearance."""
    return keys_of(features(appearance))


def keys_of(found: Features) -> frozenset[int]:
    """As `statement_keys`, of features that are worked out already."""
    names = sorted(found.names.values(), key=_rarest_first)[:NAMES]
    acts = sorted(found.acts.values(), key=_rarest_first)[:ACTS]
    pairs = (*combinations(names, 2), *product(names, acts))
    return _paired(pairs, found.published, LEAST_PAIR) | _lasting(found, sorted((*names, *acts), key=_rarest_first))


def _paired(
    pairs: Iterable[tuple[Term, Term]], day: int | None, least: float, *, slight: bool = False
) -> frozenset[int]:
    return keys((f"p|{_join(a, b)}" for a, b in pairs if a.rarity + b.rarity >= least), day, WINDOW, slight=slight)


def _rarest_first(term: Term) -> tuple[float, str]:
    return -term.rarity, term.key


def _lasting(found: Features, items: list[Term]) -> frozenset[int]:
    """Keys without the time of publication: three rare items of its own, or one and the day of the event."""
    return frozenset((*_triples(items[:3]), *_dated(found, items[:3])))


def _triples(items: list[Term]) -> Iterator[int]:
    if len(items) == 3 and sum(term.rarity for term in items) >= LEAST_TRIPLE:
        yield key(f"r|{_join(*items)}")


def _dated(found: Features, items: list[Term]) -> Iterator[int]:
    if found.when and found.when.width == 1:
        for item in items:
            if item.rarity >= LEAST_DATED:
                yield key(f"d|{found.when.first}|{item.key}")


def _join(*items: Term) -> str:
    return "|".join(sorted(item.key for item in items))
