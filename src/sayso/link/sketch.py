"""Keys by which reports meet: their story, a sketch of their wording, the outlets that they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.link.block import WINDOW, counted_story_keys
from sayso.link.dates import published_day
from sayso.link.keys import key
from sayso.link.minhash import minhash
from sayso.link.naming import outlet_keys
from sayso.link.pairs import Side
from sayso.link.terms import Term, running_terms
from sayso.model import words

BANDS, ROWS = 24, 2  # a report that shares half of its shingles with another meets it with p > 0.998, a fifth: 0.62
SHINGLE = 4
TOPICS = 12  # rarest repeated words of a report
CITED = 6  # named outlets a report: one that cites more is a press review


@dataclass(frozen=True, slots=True)
class Sketch:
    """The keys under which a report is kept: of its story, its wording, its outlet and those it names; some 300.
    And those of the reports to ask for (`keys.ranges`): on its story, that it may draw on, or that may draw on it. Both
    directions are asked for, so that the order of reading does not matter.
    """

    kept: frozenset[int]
    asked: frozenset[int]


def sketch(side: Side) -> Sketch:
    """The keys of a report."""
    counts = Counter(running_terms(words(side.report.text, side.report.body)))
    day = published_day(side.report.dated)
    both = counted_story_keys(counts, day) | _windowed(_bands(side.article.words), day)
    others = tuple(dict.fromkeys((*side.naming.mentioned, *side.naming.names())))[:CITED]
    topics, own, named = _topics(counts), _forms(side.naming.outlets), _forms(others)
    kept = _crossed("o:", own, topics) | _crossed("c:", named, topics)
    asked = _crossed("o:", named, topics) | _crossed("c:", own, topics)
    return Sketch(kept=both | _windowed(kept, day), asked=both | _windowed(asked, day))


def _windowed(shared: Iterable[str], day: int | None) -> frozenset[int]:
    return frozenset(key(one, day, WINDOW) for one in shared)


def _bands(found: Sequence[str]) -> frozenset[str]:
    shingles = {" ".join(found[i : i + SHINGLE]).encode() for i in range(len(found) - SHINGLE + 1)}
    if not shingles:
        return frozenset()
    values = minhash(shingles, BANDS * ROWS).tolist()
    return frozenset(f"m{i}:{values[i * ROWS]:x}.{values[i * ROWS + 1]:x}" for i in range(BANDS))


def _topics(counts: Mapping[Term, int]) -> tuple[str, ...]:
    ranked = sorted(counts, key=lambda t: (-t.rarity * counts[t], t.key))
    return tuple(dict.fromkeys(t.key for t in ranked if not t.number))[:TOPICS]


def _forms(names: Iterable[str]) -> frozenset[str]:
    return frozenset(form for name in names for form in outlet_keys(name) if form)


def _crossed(prefix: str, forms: Iterable[str], topics: Sequence[str]) -> frozenset[str]:
    return frozenset(f"{prefix}{form}|{topic}" for form in forms for topic in topics)
