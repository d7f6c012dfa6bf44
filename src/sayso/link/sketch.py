"""Keys by which reports meet: their story, a sketch of their wording, the outlets that they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from sayso.link.block import WINDOW, counted_story_keys
from sayso.link.dates import published_day
from sayso.link.keys import keys
from sayso.link.mastheads import folded
from sayso.link.minhash import minhash
from sayso.link.naming import Naming, outlet_keys
from sayso.link.pairs import Side
from sayso.link.telling import short_forms
from sayso.link.terms import Term, running_terms, terms
from sayso.model import Attribution, words

BANDS, ROWS = 24, 2  # a report that shares half of its shingles with another meets it with p > 0.998, a fifth: 0.62
SHINGLE = 4
TOPICS = 12  # rarest repeated words of a report, by which it meets the outlets that it names,
OWN_TOPICS = 24  # and more of them by which its own outlet is met: what is cited of it may be anything that stands here
SAID = 6  # rarest words of what it has from an outlet, by which it meets that as well
CITED = 12  # named outlets a report: one that cites more is a press review


@dataclass(frozen=True, slots=True)
class Sketch:
    """The keys under which a report is kept: of its story, its wording, its outlet and those it names; some 400.
    And those of the reports to ask for (`keys.ranges`): on its story, that it may draw on, or that may draw on it. Both
    directions are asked for, so that the order of reading does not matter.
    """

    kept: frozenset[int]
    asked: frozenset[int]


def sketch(side: Side) -> Sketch:
    """The keys of a report."""
    counts = Counter(running_terms(words(side.report.text, side.report.body)))
    day = published_day(side.report.dated)
    both = counted_story_keys(counts, day) | keys(_bands(side.article.words), day, WINDOW)
    topics = _topics(counts)
    own, named = _of_itself(side.naming, topics[:OWN_TOPICS]), _of_others(side.naming, topics[:TOPICS])
    kept = {f"o:{one}" for one in own} | {f"c:{one}" for one in named}
    asked = {f"o:{one}" for one in named} | {f"c:{one}" for one in own}
    return Sketch(kept=both | keys(kept, day, WINDOW), asked=both | keys(asked, day, WINDOW))


def _bands(found: Sequence[str]) -> frozenset[str]:
    shingles = {" ".join(found[i : i + SHINGLE]).encode() for i in range(len(found) - SHINGLE + 1)}
    if not shingles:
        return frozenset()
    values = minhash(shingles, BANDS * ROWS).tolist()
    return frozenset(f"m{i}:{values[i * ROWS]:x}.{values[i * ROWS + 1]:x}" for i in range(BANDS))


def _topics(counts: Mapping[Term, int]) -> Sequence[str]:
    """The words that tell most of a report: rare in news, and repeated in it."""
    return _rarest(sorted(counts, key=lambda t: (-t.rarity * counts[t], t.key)))


def _rarest(ranked: Iterable[Term]) -> Sequence[str]:
    return tuple(dict.fromkeys(term.key for term in ranked if not term.number))


def _of_itself(known: Naming, topics: Iterable[str]) -> frozenset[str]:
    """The names of a report's own outlet, also in part ("Lagoon Alo" of "Dainik Lagoon Alo"), with its topics."""
    names = [short for name in known.outlets for short in short_forms(folded(name))]
    return _crossed((*known.outlets, *names), topics)


def _of_others(known: Naming, topics: Sequence[str]) -> frozenset[str]:
    """The names of outlets that a report names, with its topics and what it has from them."""
    names = (name for name in (*known.mentioned, *known.names()) if any(word[0].isupper() for word in name.split()))
    said = [(name, _said(attribution)) for name, attribution in known.cited]
    return frozenset(
        one
        for name in tuple(dict.fromkeys(names))[:CITED]
        for one in _crossed((name,), (*topics, *(word for other, words_ in said if other == name for word in words_)))
    )


def _said(attribution: Attribution) -> Sequence[str]:
    """The rarest words of what somebody said."""
    return _rarest(sorted(terms(attribution.content.text).values(), key=lambda t: (-t.rarity, t.key)))[:SAID]


def _crossed(names: Iterable[str], topics: Iterable[str]) -> frozenset[str]:
    forms = {form for name in names for form in outlet_keys(name) if form}
    return frozenset(f"{form}|{topic}" for form, topic in product(forms, tuple(topics)))
