"""Whether a report has another's text: copied, cut, or told in other words."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.link.actors import same_name
from sayso.link.comparing import Comparison, coverage, given_bare, soon
from sayso.link.naming import (
    keeps_source,
)
from sayso.link.pairs import Counterpart, best, matched
from sayso.link.reuse import shared_details
from sayso.link.speaking import own_page

COPIED = 0.5  # share of either report's words outside quotation marks: half is "nearly word for word" after a cut
COPIED_CUT = (0.3, 10)  # less of it, with a run of so many words: a copy cut by half, under a new lead
LONG_RUN = 25  # words outside quotation marks in one run: nobody writes these anew
LEAST_WORDS = 15
REUSED = 0.25  # share of reused wording that tells a rewritten report from one on the same event,
REUSED_RUN = (0.15, 8)  # or less of it where one run is longer than set phrases are
COVERED = 0.5  # share of a report's statements with a counterpart
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


def is_copied(c: Comparison) -> bool:
    """Whether half of either text, or one long run, is reused outside quotation marks.

    Quotations are left out: two reports that quote one speech share its words without knowing of each other. Of a run
    alone it must be known who came first, as both may have it from a third.
    """
    shares = max(c.wording.share, c.wording.from_share)
    long = c.ordered and c.wording.longest >= LONG_RUN
    return c.wording.words >= LEAST_WORDS and (shares >= COPIED or long)


def is_cut(c: Comparison) -> bool:
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
    if soon(c, RETOLD_WAIT) and c.wording.share >= RETOLD_REUSED and _retold(c):
        return True
    if coverage(c) < COVERED:
        return False
    if soon(c) and (_reworded(c) or (c.wording.share >= AGENCY_REUSED and _from_agency(c))):
        return True
    bare, (enough, covered) = given_bare(c.pairs), BARE_ENOUGH
    most = bare >= enough and coverage(c) >= covered
    return soon(c, BARE_WAIT) and (most or (c.wording.share >= BARE_REUSED and bare >= BARE))


def _detailed(c: Comparison) -> bool:
    """Whether the later report gives several contents as its own word that the earlier one has from a source, and many
    details of it in the same words, if not in the same order: who asked for himself tells other details.
    """
    if any(own_page(f.appearance) for f in c.later.statements) or not soon(c, BARE_WAIT) or given_bare(c.pairs) < BARE:
        return False
    return shared_details(c.later.report, c.earlier.report) >= DETAILED


def _from_agency(c: Comparison) -> bool:
    """Whether the later report thanks agencies, without a name, and the earlier one is an agency's of these days."""
    return soon(c, BARE_WAIT) and c.later.naming.by_agencies and c.earlier.naming.is_agency


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


def _reworded(c: Comparison) -> bool:
    share, run = REUSED_RUN
    return c.wording.share >= REUSED or (c.wording.share >= share and c.wording.longest >= run)


def with_same_origin(c: Comparison) -> Iterator[Counterpart]:
    """Counterparts that name the same origin."""
    for pair in best(c.pairs):
        x, y = pair.later.appearance.statement.origin, pair.earlier.appearance.statement.origin
        if x and y and (x.id == y.id or same_name(x.name, y.name)):
            yield pair


def without_source(c: Comparison) -> Iterator[Counterpart]:
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
