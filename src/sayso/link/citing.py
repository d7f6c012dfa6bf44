"""Where a report names another one's outlet as the place it has something from."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from functools import cache

from sayso.link.calling import calls
from sayso.link.comparing import Comparison, compare_reports, counterpart_of, coverage, soon
from sayso.link.dates import published_day
from sayso.link.evidence import run_evidence
from sayso.link.features import rarity
from sayso.link.naming import (
    credits_outlet,
    describes_outlet,
    names_outlet,
)
from sayso.link.pairs import Counterpart, Side
from sayso.link.quantities import incompatible
from sayso.link.rewriting import RETOLD, rewritten
from sayso.link.speaking import is_press_name
from sayso.link.telling import Told, of_what_it_said, on_its_page, told_by, told_then
from sayso.link.terms import terms
from sayso.model import Evidence, SameClaim, Span, Spans, hull, words

Found = Callable[[], Container[str]]  # the words of the earlier report

NAMED_WAIT = 45  # days from a report to one that names its outlet
BACKED = 0.6  # share (by rarity) of a cited content's terms that the cited report must hold
BACKED_SENTENCE = 0.6  # the same of a sentence that names the outlet without an attribution to it
# the same where it is named as press, by days since: what it published is meant, if perhaps in another report, which is
# the likelier the longer ago this one was
BACKED_PRESS = ((2, 0.05), (7, 0.2), (NAMED_WAIT, 0.4))
BACKED_BARELY = 0.3  # the same where no word of telling stands near its name
CREDITED_RUN = 8  # words in one run that are of a credited text
CREDITED_PART = 0.5  # or share of statements with a counterpart there
PAGE_WAIT = 7  # days from a report to one that names its outlet for what it said on its page
CALLED_WAIT = 10  # days from a report to one that speaks of its outlet without the name
ALIKE = 0.5  # score of a statement beside a word that may mean the outlet, and its counterpart
ENOUGH = 3  # words that tell something


def names_it(one: Side, other: Side) -> bool:
    """Whether the one names the outlet of the other, as a source or in a credit."""
    outlets = other.naming.outlets
    cited = any(names_outlet(name, outlets) for name, _ in one.naming.cited)
    return cited or credits_it(one, other) or any(not told.barely for told in _told(one, other))


def credits_it(one: Side, other: Side) -> bool:
    """Whether a dateline, a credit or a byline of the one names the outlet of the other, or the mark it signs with."""
    theirs = (name for name, _ in one.naming.credited if not credits_outlet(name, one.naming.outlets))
    return any(credits_outlet(name, other.naming.outlets) for name in theirs)


def tells_of(one: Side, other: Side, links: Iterable[SameClaim]) -> int:
    """How surely the one has read the other: 2 where it names its outlet as press, which speaks in print alone; 1 where
    it names it otherwise, or speaks of what stands there; 0 where it does neither.
    """
    if any(told.as_press for told in _told(one, other)):
        return 2
    return int(names_it(one, other) or any(told_evidence(compare_reports(one, other, False, links))))


def _told(one: Side, other: Side) -> Iterator[Told]:
    """Where the article of the one names the outlet of the other as who told something."""
    names = other.naming.outlets
    return told_by(one.report, one.naming.shown, names, one.naming.outlets, press=other.naming.is_press)


def told_evidence(c: Comparison) -> Iterator[Evidence]:
    """Words that name the earlier report's outlet as the source, each beside what the earlier report says of it."""
    # what a report with agencies credited has of a body or an outlet, the agencies have from there
    if not soon(c, NAMED_WAIT) or c.later.naming.by_agencies:
        return
    found = cache(lambda: terms(words(c.earlier.report.text, c.earlier.report.body)))  # seldom asked for
    yield from _named_sources(c, found)
    yield from _named_in_passing(c, found)
    yield from _called(c, found)


def credit_evidence(c: Comparison) -> Iterator[Evidence]:
    """Datelines, credits and bylines that name the earlier report's outlet, of which a run of words or most of what is
    said here must be: an agency tells more than once of one thing.
    """
    if not soon(c) or not (c.wording.longest >= CREDITED_RUN or coverage(c) >= CREDITED_PART or rewritten(c)):
        return
    for name, span in c.later.naming.credited:
        own = credits_outlet(name, c.later.naming.outlets)
        if not own and credits_outlet(name, c.earlier.naming.outlets):
            yield Evidence(spans=(span,), from_spans=run_evidence(c)[0].from_spans if c.wording.runs else ())


def _named_sources(c: Comparison, found: Found) -> Iterator[Evidence]:
    """Attributions to the earlier report's outlet of what stands there too."""
    outlets = c.earlier.naming.outlets
    named = [(a, BACKED) for name, a in c.later.naming.cited if names_outlet(name, outlets)]
    known = {attribution.id for attribution, _ in named}
    if not c.earlier.naming.is_press:
        described = (a for name, a in c.later.naming.described if describes_outlet(name, outlets))
        named += [(a, BACKED_SENTENCE) for a in described if a.id not in known]
    for attribution, least in named:
        source, content = attribution.source, attribution.content
        there = counterpart_of(c, content.spans)
        if not c.earlier.naming.is_press and _said_otherwise(c, hull(content.spans)):
            continue
        if source and (backed(content.text, found(), least) or _surely_there(c, content.spans)):
            yield Evidence(spans=source.spans + content.spans, from_spans=there)


def _named_in_passing(c: Comparison, found: Found) -> Iterator[Evidence]:
    """Sentences that name the outlet beside a word of telling, without an attribution to it that was found.

    Words in common are a weak sign of a body, as every report of a story has its names; an outlet that is named as
    press is one that has published something, and the less of it is asked for.
    """
    text = c.later.report.text
    for told in _told(c.later, c.earlier):
        there = counterpart_of(c, (told.sentence,))
        published = _published(c, told)
        least = max(_least_of_press(c), BACKED_BARELY * told.barely) if published else BACKED_SENTENCE
        rest = _without(text, told.sentence, told.name)
        if not published and _said_otherwise(c, told.sentence):
            continue
        said = backed(rest, found(), least) or (not told.as_press and _surely_there(c, (told.next,)))
        if said and told_then(text, told.name, c.earlier.report):
            yield Evidence(spans=(told.name,), from_spans=there)


def _published(c: Comparison, told: Told) -> bool:
    """Whether the outlet is named for what it published: as press, being press, or these days for what it said on its
    page or in a statement.
    """
    if told.as_press or any(map(is_press_name, c.earlier.naming.outlets)):
        return True
    text = c.later.report.text
    return soon(c, PAGE_WAIT) and (on_its_page(text[slice(*told.sentence)]) or of_what_it_said(text, told.name))


def _called(c: Comparison, found: Found) -> Iterator[Evidence]:
    """Sentences that speak of the outlet without its name ("the ministry", "a local radio") and tell what stands there.

    Many go by such a word: a statement of the sentence must have its counterpart, or most words of it.
    """
    if not soon(c, CALLED_WAIT):
        return
    text = c.later.report.text
    for told in calls(c.later.report, c.earlier.naming.guise):
        if _said_otherwise(c, told.sentence):
            continue
        there = _alike(c, told)
        if there or backed(_without(text, told.sentence, told.name), found(), BACKED_SENTENCE):
            yield Evidence(spans=(told.name,), from_spans=there)


def _alike(c: Comparison, told: Told) -> Spans:
    """Where the earlier report says what a statement of this sentence does; of a body its own words alone count."""
    for pair in c.pairs:
        later, earlier = pair.later.appearance, pair.earlier.appearance
        if pair.score < ALIKE or not hull(later.statement.content.spans).overlaps(told.sentence):
            continue
        sources = [hull(a.source.spans) for a in later.chain if a.source]
        by_others = any(s.overlaps(told.sentence) for s in sources) and not any(s.overlaps(told.name) for s in sources)
        if told.as_press or not by_others:
            return earlier.statement.content.spans
    return ()


def _said_otherwise(c: Comparison, content: Span) -> bool:
    """Whether what the later report has in `content` is the other way round, or another number, in the earlier one: a
    source that changed its word did not say it there.
    """
    pairs = [p for p in c.pairs if hull(p.later.appearance.statement.content.spans).overlaps(content)]
    return bool(pairs) and all(map(_differs, pairs))


def _differs(pair: Counterpart) -> bool:
    later, earlier = pair.later.appearance.statement, pair.earlier.appearance.statement
    turned = later.factuality.polarity is not earlier.factuality.polarity
    return turned or incompatible(later.quantities, earlier.quantities)


def _least_of_press(c: Comparison) -> float:
    x, y = published_day(c.later.report.dated), published_day(c.earlier.report.dated)
    apart = 0 if x is None or y is None else abs(x - y)
    return next((least for days, least in BACKED_PRESS if apart <= days), 1.0)


def _without(text: str, block: Span, name: Span) -> str:
    return text[block.start : name.start] + text[name.end : block.end]


def backed(content: str, found: Container[str], least: float) -> bool:
    """Whether most of what `content` says, by rarity, stands among the words `found` of the earlier report."""
    said = terms(content)
    return len(said) >= ENOUGH and sum(t.rarity for k, t in said.items() if k in found) >= least * rarity(said)


def _surely_there(c: Comparison, content: Spans) -> bool:
    """Whether a statement of the earlier report surely says what `content` of the later one does, or a paragraph holds
    all its words, be they two only ("production at the smelter goes on").
    """
    told, said = hull(content), terms(words(c.later.report.text, content)).keys()
    there = c.earlier.report
    if len(said) > 1 and any(said <= terms(there.text[slice(*body)]).keys() for body in there.body):
        return True
    return any(p.score >= RETOLD and hull(p.later.appearance.statement.content.spans).overlaps(told) for p in c.pairs)
