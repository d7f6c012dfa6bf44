"""One small function a signal: two statements to a value from 0 to 1; `link/weights.toml` weighs them."""

from __future__ import annotations

from collections.abc import Callable

from sayso.link.signals import event, who, words
from sayso.link.signals.pair import Pair

Signal = Callable[[Pair], float]

SIGNALS: tuple[Signal, ...] = (
    words.contained_words,
    words.same_wording,
    words.within_wording,
    words.nothing_shared,
    words.like_meaning,
    words.other_meaning,
    words.shared_numbers,
    words.same_quantity,
    who.other_names,
    who.elsewhere,
    who.other_setting,
    who.same_participants,
    who.roles_swapped,
    who.same_report,
    who.own_headline,
    who.own_denial,
    who.said_and_denied,
    event.other_event,
    event.other_realis,
    event.same_time,
    event.other_time,
    event.far_apart,
    event.undated,
    event.same_place,
    event.other_place,
    event.other_locality,
)

# What is told of two statements of one report alone; of others these signals say nothing.
WITHIN = frozenset({who.same_report, who.own_headline, who.own_denial, who.said_and_denied})
