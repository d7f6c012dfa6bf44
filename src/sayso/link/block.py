"""Blocking: the keys by which statements that may be of one claim meet, bounded in number and made from one alone."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from sayso.link.features import Features, features
from sayso.link.terms import UNSEEN, Term
from sayso.model import Appearance

NAMES, ACTS = 4, 4  # the rarest of each that make keys: pairs of 8 are 28 keys
TRIPLE_ITEMS = 5  # 10 keys that hold at any distance in time
WINDOW = 14  # days: statements published up to this far apart surely meet by a pair
LEAST_RARITY = 4.0  # of a pair: two words that one report in seven has each would bring everything together
_UNDATED = "-"


def statement_keys(appearance: Appearance) -> frozenset[str]:
    """The keys under which a statement is kept: at most 46, a pure function of the appearance."""
    return keys_of(features(appearance))


def keys_of(found: Features) -> frozenset[str]:
    """As `statement_keys`, of features that are worked out already."""
    return frozenset(_pairs(found, (0,))) | _lasting(found)


def asked_keys(found: Features) -> frozenset[str]:
    """The keys to ask for: those under which a statement of the same or a neighbouring time window is kept."""
    return frozenset(_pairs(found, (-1, 0, 1))) | _lasting(found)


def _items(found: Features) -> list[Term]:
    """The rarest names and other words, participants among the names; in order of rarity, then of spelling."""
    people = {key: Term(key, UNSEEN, name=True) for key in found.doers | found.receivers}
    names = sorted((people | dict(found.names)).values(), key=_rarest_first)
    return sorted(names[:NAMES] + sorted(found.acts.values(), key=_rarest_first)[:ACTS], key=_rarest_first)


def _rarest_first(term: Term) -> tuple[float, str]:
    return -term.rarity, term.key


def _pairs(found: Features, offsets: Iterable[int]) -> set[str]:
    windows = [_UNDATED] if found.published is None else [str(found.published // WINDOW + o) for o in offsets]
    pairs = [_join(a, b) for a, b in combinations(_items(found), 2) if a.rarity + b.rarity >= LEAST_RARITY]
    return {f"p{window}|{pair}" for window in windows for pair in pairs}


def _lasting(found: Features) -> frozenset[str]:
    """Keys without the time of publication: three rare items, or one and the day of the event."""
    items = _items(found)
    triples = {"r|" + _join(*three) for three in combinations(items[:TRIPLE_ITEMS], 3)}
    if found.when and found.when.width == 1:
        triples |= {f"d{found.when.first}|{item.key}" for item in items}
    return frozenset(triples)


def _join(*items: Term) -> str:
    return "|".join(sorted(item.key for item in items))
