"""Whether a report has another's text: copied, cut, or told in other words."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, log1p

from sayso.link.actors import same_name
from sayso.link.comparing import Comparison, days_between, given_bare, soon
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
BARE = 2  # contents given as the outlet's own word that the other report has from a source: one may be chance
# What each sign of rewriting weighs, by logistic regression on open storylines (`python -m training.link.rewriting`),
# and how likely it must be: more likely than not
BASE, OF_WORDING, OF_DETAILS, OF_BARE, OF_DAYS = -3.25, 7.9, 0.77, 1.13, -0.135
LIKELY = 0.5
DETAIL = 20.0  # rarity of a pair of words that say something and stand near each other


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
    """Whether the later report retells the earlier one: likely, by all signs together, within two weeks.

    No sign tells it alone: two outlets at one press conference have statements in common, and two who cite one agency
    details, but seldom the words around them and the sources left out. A body's own page speaks for itself.
    """
    if not (c.pairs or c.wording.runs) or not soon(c) or any(own_page(f.appearance) for f in c.later.statements):
        return False
    return weighed(signs(c)) >= LIKELY


def signs(c: Comparison) -> tuple[float, float, float, float]:
    """The signs of rewriting: the share of either text that the other has word for word, outside quotation marks; the
    details in common, in whatever order (`shared_details`); the contents given as the outlet's own word that the other
    has from a source, for who was at the source would name it; the days between the two. Many more tell little more.
    """
    return (
        max(c.wording.share, c.wording.from_share),
        log1p(shared_details(c.later.report, c.earlier.report) / DETAIL),
        log1p(given_bare(c.pairs)),
        days_between(c),
    )


def weighed(found: tuple[float, float, float, float]) -> float:
    """How likely a report with such signs retells the other, from 0 to 1."""
    weights = (OF_WORDING, OF_DETAILS, OF_BARE, OF_DAYS)
    return 1 / (1 + exp(-BASE - sum(weight * sign for weight, sign in zip(weights, found, strict=True))))


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
