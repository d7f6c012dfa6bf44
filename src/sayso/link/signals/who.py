"""Signals from who and what is named, who acts on whom, and whose word it is."""

from __future__ import annotations

from sayso.link.actors import same_name
from sayso.link.features import Features
from sayso.link.signals.pair import Pair
from sayso.link.signals.words import contained_words
from sayso.link.terms import listed
from sayso.model import Polarity

TELLING = 8.0  # summed rarity of two names that are not rare


_DENIED = 0.75  # the part of the words that must be the same: a report also says what nobody denies


def other_names(pair: Pair) -> float:
    """How far each names what the other, with what stands around it, does not: another town, another minister.

    In one report the surroundings tell nothing: a list of towns is of one paragraph.
    """
    a, b = pair.a, pair.b
    one = a.appearance.report == b.appearance.report and not own_headline(pair)
    around_a, around_b = (a.names, b.names) if one else (a.setting, b.setting)
    only_a = sum([t.rarity for k, t in a.names.items() if k not in b.names and k not in around_b])
    only_b = sum([t.rarity for k, t in b.names.items() if k not in a.names and k not in around_a]) if only_a else 0.0
    least = min(a.named, b.named)
    return min(1.0, min(only_a, only_b) / least) if least else 0.0


def other_setting(pair: Pair) -> float:
    """How far the two stand among other names: 1 where their surroundings share none, 0 from half of them on.

    Surroundings with less than two names tell that much less.
    """
    a, b = pair.a, pair.b
    least = min(a.around, b.around)
    return max(0.0, 1 - 2 * _common(a, b) / least) * min(1.0, least / TELLING) if least else 0.0


def elsewhere(pair: Pair) -> float:
    """As `other_setting`, of two of which one names nothing itself: "nobody was hurt" is told of many places."""
    return 0.0 if pair.a.named and pair.b.named else other_setting(pair)


def same_participants(pair: Pair) -> float:
    """Whether the same actors take part, in whatever role."""
    a, b = pair.a, pair.b
    x, y = a.doers | a.receivers, b.doers | b.receivers
    return len(x & y) / min(len(x), len(y)) if x and y else 0.0


def roles_swapped(pair: Pair) -> float:
    """1 where who acts in the one is acted on in the other, and the other way round."""
    a, b = pair.a, pair.b
    there, back = a.doers - a.receivers, a.receivers - a.doers
    return float(bool(there & (b.receivers - b.doers)) and bool(back & (b.doers - b.receivers)))


def same_origin(pair: Pair) -> float:
    """Whether both have it from the same named source."""
    a, b = pair.a, pair.b
    x, y = a.appearance.statement.origin, b.appearance.statement.origin
    if x is None or y is None:
        return 0.0
    return float(x.id == y.id or same_name(x.name, y.name))


def same_report(pair: Pair) -> float:
    """1 for two statements in the running text of one report, which seldom says a thing twice."""
    a, b = pair.a, pair.b
    one = a.appearance.report == b.appearance.report
    return float(one and not a.appearance.heading and not b.appearance.heading and not own_denial(pair))


def own_denial(pair: Pair) -> float:
    """1 where one report gives both sides: what somebody says, and another denies in the same words."""
    a, b = pair.a, pair.b
    one = a.appearance.report == b.appearance.report
    sides = one and _denial(a) != _denial(b) and not same_origin(pair)
    return float(sides and contained_words(pair) >= _DENIED)


def said_and_denied(pair: Pair) -> float:
    """1 where one source says the one and denies the other in one report: nobody denies what they say."""
    a, b = pair.a, pair.b
    one = a.appearance.report == b.appearance.report
    return float(one and _denial(a) != _denial(b)) * same_origin(pair)


def own_headline(pair: Pair) -> float:
    """1 for a report's headline and a statement of its own text, which the headline is there to give."""
    a, b = pair.a, pair.b
    return float(a.appearance.report == b.appearance.report and a.appearance.heading != b.appearance.heading)


def _denial(f: Features) -> bool:
    cue = f.appearance.chain[0].cue if f.appearance.chain else None
    negative = f.appearance.statement.factuality.polarity is Polarity.NEGATIVE
    return negative and cue is not None and cue.lemma in listed("denying")


def _common(a: Features, b: Features) -> float:
    if a.setting.keys().isdisjoint(b.setting):
        return 0.0
    return sum([t.rarity for k, t in a.setting.items() if k in b.setting])
