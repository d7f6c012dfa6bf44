"""Keys by which reports meet: their story, a sketch of their wording, the outlets that they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sayso.link.block import WINDOW, story_keys
from sayso.link.dates import published_day
from sayso.link.keys import around, key
from sayso.link.minhash import minhash
from sayso.link.naming import cited, credited, outlet_keys, outlet_names
from sayso.link.reuse import article_words
from sayso.link.terms import running_terms
from sayso.model import Report, words

BANDS, ROWS = 24, 2  # a report that shares half of its shingles with another meets it with p > 0.998, a fifth: 0.62
SHINGLE = 4
TOPICS = 6  # rarest repeated words of a report
CITED = 6  # named outlets a report: one that cites more is a press review


def report_keys(report: Report) -> frozenset[int]:
    """The keys under which a report is kept: of its story, its wording, its outlet and those it names; at most 148."""
    kept = _bands(report) | _outlets(report, outlet_names(report), "o:") | _outlets(report, _named(report), "c:")
    return story_keys(report) | _windowed(report, kept)


def asked_report_keys(report: Report) -> frozenset[int]:
    """The keys to ask for the reports on its story, and those that `report` may draw on, or that may draw on it."""
    return around(plain_asked_keys(report))


def plain_asked_keys(report: Report) -> frozenset[int]:
    """As `asked_report_keys`, of the report's own windows of time alone.

    Both directions are asked for, so that the order of reading does not matter.
    """
    sources, citers = _outlets(report, _named(report), "o:"), _outlets(report, outlet_names(report), "c:")
    return story_keys(report) | _windowed(report, _bands(report) | sources | citers)


def _windowed(report: Report, shared: Iterable[str]) -> frozenset[int]:
    day = published_day(report.published)
    return frozenset(key(one, day, WINDOW) for one in shared)


def _bands(report: Report) -> frozenset[str]:
    found = [w.text for w in article_words(report)]
    shingles = {" ".join(found[i : i + SHINGLE]).encode() for i in range(len(found) - SHINGLE + 1)}
    if not shingles:
        return frozenset()
    values = minhash(shingles, BANDS * ROWS)
    return frozenset(f"m{i}:{values[i * ROWS]:x}.{values[i * ROWS + 1]:x}" for i in range(BANDS))


def _topics(report: Report) -> tuple[str, ...]:
    counts = Counter(running_terms(words(report.text, report.body)))
    ranked = sorted(counts, key=lambda t: (-t.rarity * counts[t], t.key))
    return tuple(dict.fromkeys(t.key for t in ranked if not t.number))[:TOPICS]


def _named(report: Report) -> tuple[str, ...]:
    names = [name for name, _ in credited(report)] + [name for name, _ in cited(report)]
    return tuple(dict.fromkeys(names))[:CITED]


def _outlets(report: Report, names: Iterable[str], prefix: str) -> frozenset[str]:
    forms = {form for name in names for form in outlet_keys(name) if form}
    return frozenset(f"{prefix}{form}|{topic}" for form in forms for topic in _topics(report))
