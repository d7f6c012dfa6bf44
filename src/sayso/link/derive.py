"""Which report draws on which, how, and by what words it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.link.citing import NAMED_WAIT, backed, credit_evidence, names_it, tells_of, told_evidence
from sayso.link.comparing import Comparison, compare_reports, counterpart_of, coverage, given_bare, one_outlet, soon
from sayso.link.correcting import corrects_itself, recalled
from sayso.link.dates import clock_before, published_before
from sayso.link.evidence import MOST_EVIDENCE, pair_evidence, run_evidence
from sayso.link.naming import (
    credits_alike,
)
from sayso.link.pairs import Side, best, counterparts, links_between, side
from sayso.link.rewriting import BARE, LONG_RUN, is_copied, is_cut, rewritten, with_same_origin, without_source
from sayso.link.terms import terms
from sayso.model import Derivation, DerivationKind, Evidence, Report, SameClaim, words

NAMELESS = 0.5  # share of statements without the source that the other has: what drops the names, not a cut copy
VERBATIM = 0.75  # from here on a text without its origin's name is called a copy as well
BACKED_OWN = 0.4  # share (by rarity) of what a paragraph on its own outlet's earlier report says that stands there
CORRECTED_NAMES = 2  # rare names that a correction shares with what it corrects, where no statement does


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
    if not soon(c, NAMED_WAIT):
        return
    text, found = c.later.report.text, terms(words(c.earlier.report.text, c.earlier.report.body))
    for block in recalled(c.later.report, c.later.naming.outlets):
        if backed(text[slice(*block)], found, BACKED_OWN):
            yield Evidence(spans=(block,), from_spans=counterpart_of(c, (block,)))


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
        found = tuple(links)
        a_names, b_names = (tells_of(*pair, found) for pair in ((a, b), (b, a)))
        told = a_names != b_names
        clock = None if told else clock_before(a.report.dated, b.report.dated)
        if clock is not None:
            return (b, a, True) if clock else (a, b, True)
        if told:
            return (a, b, True) if a_names > b_names else (b, a, True)
        barer = given_bare(counterparts(a, b, found)) - given_bare(counterparts(b, a, found))
        if abs(barer) >= BARE:
            return (a, b, False) if barer > 0 else (b, a, False)
        shorter, longer = sorted((a, b), key=lambda s: (len(s.report.text), s.report.id))
        return shorter, longer, False
    return (b, a, True) if a_first else (a, b, True)


def _kinds(c: Comparison) -> Iterator[Derivation]:
    """The kind that tells most, if any: a credit line, be it "Agencies" only, is part of a copy, and a text that drops
    the name is a copy only if it is one word for word.
    """
    if one_outlet(c.later, c.earlier):
        yield from _corrected(c)
        return
    if _by_a_third(c):
        return
    told = tuple(told_evidence(c))
    credited = tuple(credit_evidence(c))
    named = (*told, *credited)
    copied = is_copied(c) or (not told and is_cut(c)) or (bool(credited) and bool(c.wording.runs))
    drawn = copied or bool(named) or rewritten(c)
    nameless = tuple(without_source(c)) if drawn and not named else ()
    told_again = (tuple(with_same_origin(c)) or tuple(best(c.pairs))) if drawn else ()
    share = max(c.wording.share, c.wording.from_share)
    mostly = len(nameless) > NAMELESS * len(c.later.statements)
    if copied and (credited or not mostly or share >= VERBATIM or c.later.naming.by_agencies):
        yield _derivation(c, DerivationKind.COPIES, share, run_evidence(c))
    elif named:
        yield _derivation(c, DerivationKind.CITES, 0.9, named)
    elif nameless:
        yield _derivation(c, DerivationKind.DROPS_NAME, coverage(c), tuple(map(pair_evidence, nameless)))
    elif told_again:
        yield _derivation(c, DerivationKind.PARAPHRASES, coverage(c), tuple(map(pair_evidence, told_again)))


def _by_a_third(c: Comparison) -> bool:
    """Whether what the two share they have from elsewhere: one agency is credited by both, or the earlier one names the
    later one's outlet, which then had it first.
    """
    if names_it(c.later, c.earlier):
        return False
    return credits_alike(c.later.naming, c.earlier.naming) or names_it(c.earlier, c.later)


def _corrected(c: Comparison) -> Iterator[Derivation]:
    """What a report that corrects itself has of the one it corrects: its wording, or what it says again."""
    own = tuple(_recalled(c))
    if c.wording.longest >= LONG_RUN:
        yield _derivation(c, DerivationKind.COPIES, c.wording.share, run_evidence(c))
    elif own:
        yield _derivation(c, DerivationKind.CITES, 0.9, own)
    elif soon(c) and (c.pairs or _of_one_story(c)):
        yield _derivation(c, DerivationKind.CITES, 0.9, tuple(map(pair_evidence, best(c.pairs))))


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
