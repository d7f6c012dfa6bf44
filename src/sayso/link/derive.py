"""Which report draws on which, how, and by what words it shows."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sayso.link.actors import same_name
from sayso.link.correcting import corrects_itself, recalled
from sayso.link.dates import clock_before, published_before, published_day
from sayso.link.features import rarity
from sayso.link.naming import (
    credits_alike,
    credits_outlet,
    describes_outlet,
    keeps_source,
    names_outlet,
)
from sayso.link.pairs import Counterpart, Side, best, counterparts, links_between, matched, side
from sayso.link.reuse import Article, Reuse, reuse, shared_details
from sayso.link.speaking import own_page
from sayso.link.telling import Told, told_by, told_then
from sayso.link.terms import terms
from sayso.model import Derivation, DerivationKind, Evidence, Report, SameClaim, Span, Spans, hull, words

NAMED_WAIT = 45  # days from a report to one that names its outlet
COPIED = 0.5  # share of either report's words outside quotation marks: half is "nearly word for word" after a cut
COPIED_CUT = (0.3, 10)  # less of it, with a run of so many words: a copy cut by half, under a new lead
LONG_RUN = 25  # words outside quotation marks in one run: nobody writes these anew
LEAST_WORDS = 15
REUSED = 0.25  # share of reused wording that tells a rewritten report from one on the same event,
REUSED_RUN = (0.15, 8)  # or less of it where one run is longer than set phrases are
VERBATIM = 0.75  # from here on a text without its origin's name is called a copy as well
BACKED = 0.6  # share (by rarity) of a cited content's terms that the cited report must hold
BACKED_SENTENCE = 0.6  # the same of a sentence that names the outlet without an attribution to it
# the same where it is named as press, by days since: what it published is meant, if perhaps in another report, which is
# the likelier the longer ago this one was
BACKED_PRESS = ((7, 0.2), (NAMED_WAIT, 0.4))
BACKED_OWN = 0.4  # the same of a paragraph that speaks of what its own outlet published before
ENOUGH = 3  # words that tell something
COVERED = 0.5  # share of a report's statements with a counterpart
LONGEST_WAIT = 14  # days from a report to one that rewrites it without naming it
BARE = 2  # contents given as the outlet's own word that the other report has from a source: one may be chance
BARE_WAIT = 3  # days, of such a report
BARE_REUSED = 0.1  # share of its wording: about one set phrase
BARE_ENOUGH = (3, 0.75)  # such contents, and share of statements, that are none by chance, whatever the wording
DETAILED = 200.0  # rarity of the pairs of neighbouring words in both; two who have it from a third share nearly as many
RETOLD = 0.9  # score of a statement and its counterpart that surely say the same
RETOLD_PART = (3, 0.75)  # how many, and what part of either report: two who were there choose differently
RETOLD_VOICES = 3  # sources they are from, the outlet among them: at one press conference one voice speaks
RETOLD_WAIT = 2  # days, of such a report
RETOLD_REUSED = 0.05  # share of its wording
AGENCY_REUSED = 0.1  # share of wording that is enough where agencies are credited and the other report is an agency's
CORRECTED_NAMES = 2  # rare names that a correction shares with what it corrects, where no statement does
MOST_EVIDENCE = 8


@dataclass(frozen=True, slots=True)
class Comparison:
    """A later and an earlier report, their statements' counterparts and the wording they share."""

    later: Side
    earlier: Side
    pairs: tuple[Counterpart, ...]
    wording: Reuse
    ordered: bool


def derive(a: Report, b: Report) -> tuple[Derivation, ...]:
    """The ways in which one of `a` and `b` draws on the other; the order of the two does not matter.

    Reports of one outlet are versions or sequels of each other, not derivations, but for corrections. Which is the
    later is told by time of publication, else by which names the other.
    """
    if a.id == b.id:
        return ()
    here, there = side(a), side(b)
    links = links_between(here, there)
    comparison = compare_reports(*in_order(here, there, links), links)
    return () if sequels(comparison) else derivations_of(comparison)


def sequels(c: Comparison) -> bool:
    """Whether both are of one outlet, and the later does not say that it corrects or recalls what went before."""
    return one_outlet(c.later, c.earlier) and not corrects_itself(c.later.report) and not any(_recalled(c))


def _recalled(c: Comparison) -> Iterator[Evidence]:
    """Paragraphs that speak of what their own outlet published before, and of what stands in the earlier report."""
    if not _soon(c, NAMED_WAIT):
        return
    text, found = c.later.report.text, terms(words(c.earlier.report.text, c.earlier.report.body))
    for block in recalled(c.later.report, c.later.naming.outlets):
        if _backed(text[slice(*block)], found, BACKED_OWN):
            yield Evidence(spans=(block,), from_spans=_counterpart_of(c, (block,)))


def one_outlet(a: Side, b: Side) -> bool:
    """Whether both reports are of one outlet."""
    return any(same_name(x, y) for x in a.naming.outlets for y in b.naming.outlets)


def derivations_of(comparison: Comparison) -> tuple[Derivation, ...]:
    """As `derive`, of reports of two outlets that are compared already."""
    return tuple(_kinds(comparison))


def in_order(a: Side, b: Side, links: Iterable[SameClaim] = ()) -> tuple[Side, Side, bool]:
    """The later and the earlier of two reports, and whether anything tells which is which.

    Where neither time nor names do, the one that gives as its own word what the other has from a source, by the `links`
    of their statements, is taken for the later; else the shorter, as a cut copy is.
    """
    a_first = published_before(a.report.dated, b.report.dated)
    if a_first is None:
        a_names, b_names = _names_it(a, b), _names_it(b, a)
        told = a_names != b_names
        clock = None if told else clock_before(a.report.dated, b.report.dated)
        if clock is not None:
            return (b, a, True) if clock else (a, b, True)
        if told:
            return (a, b, True) if a_names else (b, a, True)
        found = tuple(links)
        barer = _bare(counterparts(a, b, found)) - _bare(counterparts(b, a, found))
        if abs(barer) >= BARE:
            return (a, b, False) if barer > 0 else (b, a, False)
        shorter, longer = sorted((a, b), key=lambda s: (len(s.report.text), s.report.id))
        return shorter, longer, False
    return (b, a, True) if a_first else (a, b, True)


def compare_reports(later: Side, earlier: Side, ordered: bool, links: Iterable[SameClaim]) -> Comparison:
    """Set a later report beside an earlier one; `links` are those between their statements."""
    pairs = counterparts(later, earlier, links)
    return Comparison(later, earlier, pairs, reuse(later.article, earlier.article), ordered)


def _kinds(c: Comparison) -> Iterator[Derivation]:
    """The kind that tells most, if any: a credit line, be it "Agencies" only, is part of a copy, and a text that drops
    the name is a copy only if it is one word for word.
    """
    if one_outlet(c.later, c.earlier):
        yield from _corrected(c)
        return
    if _by_a_third(c):
        return
    told = tuple(_told_evidence(c))
    named = (*told, *_credit_evidence(c))
    copied = _copied(c) or (not told and _cut(c))
    drawn = copied or bool(named) or rewritten(c)
    nameless = tuple(_nameless(c)) if drawn and not named else ()
    attributed = tuple(_attributed(c)) if drawn else ()
    share = max(c.wording.share, c.wording.from_share)
    if copied and (not nameless or share >= VERBATIM or c.later.naming.by_agencies):
        yield _derivation(c, DerivationKind.COPIES, share, _run_evidence(c))
    elif named:
        yield _derivation(c, DerivationKind.CITES, 0.9, named)
    elif nameless:
        yield _derivation(c, DerivationKind.DROPS_NAME, _coverage(c), tuple(map(_pair_evidence, nameless)))
    elif attributed:
        yield _derivation(c, DerivationKind.PARAPHRASES, _coverage(c), tuple(map(_pair_evidence, attributed)))


def _by_a_third(c: Comparison) -> bool:
    """Whether what the two share they have from elsewhere: one agency is credited by both, or the earlier one names the
    later one's outlet, which then had it first.
    """
    if _names_it(c.later, c.earlier):
        return False
    return credits_alike(c.later.naming, c.earlier.naming) or _names_it(c.earlier, c.later)


def _corrected(c: Comparison) -> Iterator[Derivation]:
    """What a report that corrects itself has of the one it corrects: its wording, or what it says again."""
    own = tuple(_recalled(c))
    if c.wording.longest >= LONG_RUN:
        yield _derivation(c, DerivationKind.COPIES, c.wording.share, _run_evidence(c))
    elif own:
        yield _derivation(c, DerivationKind.CITES, 0.9, own)
    elif _soon(c) and (c.pairs or _of_one_story(c)):
        yield _derivation(c, DerivationKind.CITES, 0.9, tuple(map(_pair_evidence, best(c.pairs))))


def _of_one_story(c: Comparison) -> bool:
    """Whether what a correction opens with and the earlier report share names, if they share no statement."""
    opening = terms(c.later.statements[0].appearance.lead if c.later.statements else "")
    earlier = terms(words(c.earlier.report.text, c.earlier.report.body))
    return sum(term.name and key in earlier for key, term in opening.items()) >= CORRECTED_NAMES


def _derivation(c: Comparison, kind: DerivationKind, score: float, evidence: Sequence[Evidence]) -> Derivation:
    return Derivation(
        report=c.later.report.id,
        from_=c.earlier.report.id,
        kind=kind,
        score=round(min(1.0, score), 4),
        evidence=tuple(evidence[:MOST_EVIDENCE]),
    )


def _copied(c: Comparison) -> bool:
    """Whether half of either text, or one long run, is reused outside quotation marks.

    Quotations are left out: two reports that quote one speech share its words without knowing of each other. Of a run
    alone it must be known who came first, as both may have it from a third.
    """
    shares = max(c.wording.share, c.wording.from_share)
    long = c.ordered and c.wording.longest >= LONG_RUN
    return c.wording.words >= LEAST_WORDS and (shares >= COPIED or long)


def _cut(c: Comparison) -> bool:
    """Whether less is reused, but more than two writers have in common: a copy that was cut and given a new lead."""
    share, run = COPIED_CUT
    return c.ordered and max(c.wording.share, c.wording.from_share) >= share and c.wording.longest >= run


def rewritten(c: Comparison) -> bool:
    """Whether the later report retells the earlier one: most of its statements, and some of its wording.

    Both are asked for, within two weeks: two outlets at one press conference have the statements in common, but not
    the words around them. Less wording is enough where, within days, it gives several contents as its own word
    that the earlier report has from a source: who was at the source would name it.
    """
    if _detailed(c):
        return True
    if not c.ordered:
        return False
    if _soon(c, RETOLD_WAIT) and c.wording.share >= RETOLD_REUSED and _retold(c):
        return True
    if _coverage(c) < COVERED:
        return False
    if _soon(c) and (_reworded(c) or (c.wording.share >= AGENCY_REUSED and _from_agency(c))):
        return True
    bare, (enough, covered) = _bare(c.pairs), BARE_ENOUGH
    most = bare >= enough and _coverage(c) >= covered
    return _soon(c, BARE_WAIT) and (most or (c.wording.share >= BARE_REUSED and bare >= BARE))


def _detailed(c: Comparison) -> bool:
    """Whether the later report gives several contents as its own word that the earlier one has from a source, and many
    details of it in the same words, if not in the same order: who asked for himself tells other details.
    """
    if any(own_page(f.appearance) for f in c.later.statements) or not _soon(c, BARE_WAIT) or _bare(c.pairs) < BARE:
        return False
    return shared_details(c.later.report, c.earlier.report) >= DETAILED


def _from_agency(c: Comparison) -> bool:
    """Whether the later report thanks agencies, without a name, and the earlier one is an agency's of these days."""
    return _soon(c, BARE_WAIT) and c.later.naming.by_agencies and c.earlier.naming.is_agency


def _retold(c: Comparison) -> bool:
    """Whether most statements of either report, of several voices, have their like in the other, one by one.

    An agency names the outlet that it has something from; what it has in common without that, it asked for itself.
    """
    if c.later.naming.is_agency:
        return False
    sure = sorted((p for p in c.pairs if p.score >= RETOLD), key=lambda p: -p.score)
    pairs = [p for p in sure if not p.later.appearance.heading and not p.earlier.appearance.heading]
    alike: dict[str, Counterpart] = {}
    for pair in pairs:
        taken = {p.earlier.appearance.statement.id for p in alike.values()}
        if pair.earlier.appearance.statement.id not in taken:
            alike.setdefault(pair.later.appearance.statement.id, pair)
    voices = {o.name if (o := p.earlier.appearance.statement.origin) else "" for p in alike.values()}
    told = min(sum(not f.appearance.heading for f in side.statements) for side in (c.later, c.earlier))
    least, part = RETOLD_PART
    return len(alike) >= max(least, part * told) and len(voices) >= RETOLD_VOICES


def _bare(pairs: Iterable[Counterpart]) -> int:
    """How many statements of the earlier report that name a source the later one gives without any; headlines leave
    sources out by habit.
    """
    text = [p for p in best(pairs) if not p.earlier.appearance.heading and not p.later.appearance.heading]
    sourced = [p for p in text if p.earlier.appearance.chain and not p.later.appearance.chain]
    return len({p.earlier.appearance.statement.id for p in sourced})


def _reworded(c: Comparison) -> bool:
    share, run = REUSED_RUN
    return c.wording.share >= REUSED or (c.wording.share >= share and c.wording.longest >= run)


def _soon(c: Comparison, wait: int = LONGEST_WAIT) -> bool:
    x, y = published_day(c.later.report.dated), published_day(c.earlier.report.dated)
    return x is None or y is None or abs(x - y) <= wait


def _coverage(c: Comparison) -> float:
    told = [f for f in c.later.statements if not f.appearance.heading]
    found = {pair.later.appearance.statement.id for pair in c.pairs if not pair.later.appearance.heading}
    return len(found) / len(told) if told else 0.0


def _names_it(one: Side, other: Side) -> bool:
    named = any(names_outlet(name, other.naming.outlets) for name in one.naming.names())
    return named or any(_told(one, other))


def _told(one: Side, other: Side) -> Iterator[Told]:
    """Where the article of the one names the outlet of the other as who told something."""
    return told_by(one.report, other.naming.outlets, one.naming.outlets)


def _told_evidence(c: Comparison) -> Iterator[Evidence]:
    """Words that name the earlier report's outlet as the source, each beside what the earlier report says of it."""
    # what a report with agencies credited has of a body or an outlet, the agencies have from there
    if not _soon(c, NAMED_WAIT) or c.later.naming.by_agencies:
        return
    found = terms(words(c.earlier.report.text, c.earlier.report.body))
    yield from _named_sources(c, found)
    yield from _named_in_passing(c, found)


def _credit_evidence(c: Comparison) -> Iterator[Evidence]:
    """Datelines, credits and bylines that name the earlier report's outlet."""
    if not _soon(c) or not (c.pairs or c.wording.share >= REUSED):
        return
    for name, span in c.later.naming.credited:
        own = credits_outlet(name, c.later.naming.outlets)
        if not own and credits_outlet(name, c.earlier.naming.outlets):
            yield Evidence(spans=(span,), from_spans=_run_evidence(c)[0].from_spans if c.wording.runs else ())


def _named_sources(c: Comparison, found: Container[str]) -> Iterator[Evidence]:
    """Attributions to the earlier report's outlet of what stands there too."""
    outlets = c.earlier.naming.outlets
    named = [(a, BACKED) for name, a in c.later.naming.cited if names_outlet(name, outlets)]
    known = {attribution.id for attribution, _ in named}
    if not c.earlier.naming.is_press:
        described = (a for name, a in c.later.naming.described if describes_outlet(name, outlets))
        named += [(a, BACKED_SENTENCE) for a in described if a.id not in known]
    for attribution, least in named:
        source, content = attribution.source, attribution.content
        there = _counterpart_of(c, content.spans)
        if source and (_backed(content.text, found, least) or _surely_there(c, content.spans)):
            yield Evidence(spans=source.spans + content.spans, from_spans=there)


def _named_in_passing(c: Comparison, found: Container[str]) -> Iterator[Evidence]:
    """Sentences that name the outlet beside a word of telling, without an attribution to it that was found.

    Words in common are a weak sign of a body, as every report of a story has its names; an outlet that is named as
    press is one that has published something, and the less of it is asked for.
    """
    text = c.later.report.text
    for told in _told(c.later, c.earlier):
        there = _counterpart_of(c, (told.sentence,))
        least = _least_of_press(c) if told.as_press else BACKED_SENTENCE
        rest = _without(text, told.sentence, told.name)
        said = _backed(rest, found, least) or (not told.as_press and _surely_there(c, (told.next,)))
        if said and told_then(text, told.name, c.earlier.report):
            yield Evidence(spans=(told.name,), from_spans=there)


def _least_of_press(c: Comparison) -> float:
    x, y = published_day(c.later.report.dated), published_day(c.earlier.report.dated)
    apart = NAMED_WAIT if x is None or y is None else abs(x - y)
    return next((least for days, least in BACKED_PRESS if apart <= days), 1.0)


def _without(text: str, block: Span, name: Span) -> str:
    return text[block.start : name.start] + text[name.end : block.end]


def _backed(content: str, found: Container[str], least: float) -> bool:
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


def _counterpart_of(c: Comparison, content: Spans) -> Spans:
    """Where the earlier report says what `content` of the later one says; nothing where no statement is known."""
    for pair in c.pairs:
        if hull(pair.later.appearance.statement.content.spans).overlaps(hull(content)):
            return pair.earlier.appearance.statement.content.spans
    return ()


def _attributed(c: Comparison) -> Iterator[Counterpart]:
    """Counterparts that name the same origin."""
    for pair in best(c.pairs):
        x, y = pair.later.appearance.statement.origin, pair.earlier.appearance.statement.origin
        if x and y and (x.id == y.id or same_name(x.name, y.name)):
            yield pair


def _nameless(c: Comparison) -> Iterator[Counterpart]:
    """Counterparts of which the earlier names or describes a source, and the later report none at all of its chain.

    Headlines are no sign: they leave sources out by habit.
    """
    for pair in matched(c.pairs):
        sources = [a.source for a in pair.earlier.appearance.chain if a.source]
        later = pair.later.appearance
        if (
            sources
            and not later.chain
            and not later.heading
            and not any(keeps_source(c.later.report, later.context, s) for s in sources)
        ):
            yield pair


def _pair_evidence(pair: Counterpart) -> Evidence:
    return Evidence(
        spans=pair.later.appearance.statement.content.spans, from_spans=pair.earlier.appearance.statement.content.spans
    )


def _run_evidence(c: Comparison) -> tuple[Evidence, ...]:
    """The longest runs of reused words, in order of length; equals in order of place."""
    ranked = sorted(c.wording.runs, key=lambda run: (-run.length, run.start))[:MOST_EVIDENCE]
    return tuple(
        Evidence(
            spans=_over(c.later.article, run.start, run.length),
            from_spans=_over(c.earlier.article, run.from_start, run.length),
        )
        for run in ranked
    )


def _over(found: Article, start: int, length: int) -> Spans:
    """The words of a run as spans, one for each body span that it runs through."""
    pieces = (tuple(group) for _, group in groupby(range(start, start + length), key=lambda i: found.blocks[i]))
    return tuple(Span(found.spans[piece[0]][0], found.spans[piece[-1]][1]) for piece in pieces)
