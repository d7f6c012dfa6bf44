"""Blocking: the keys by which statements that may be of one claim meet, bounded in number and made from one alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from sayso.link.features import Features, features
from sayso.link.terms import UNSEEN, Term
from sayso.model import Appearance

NAMES, ACTS = 6, 6  # the rarest of each that make keys: 36 pairs of a name with another word
OWN_NAMES, OWN_ACTS = 4, 5  # of one kind with each other: 6 and 10 pairs
TRIPLE_ITEMS = 5  # 10 keys that hold at any distance in time
WINDOW = 14  # days: statements published up to this far apart surely meet by a pair
NARROW = 4  # days: as WINDOW, of pairs of common words, which would bring half a month of one conflict together
COMMON_PAIR = 7.5  # rarity of two words of which each is in one report in forty
LEAST_RARITY = 4.0  # of a pair: two words that one report in seven has each would bring everything together
LEAST_TRIPLE = 15.0  # of three that hold at any distance in time: rare they must be, or years of news would meet
LEAST_DATED = 3.0  # of one word beside the day of the event
_UNDATED = "-"


def statement_keys(appearance: Appearance) -> frozenset[str]:
    """The keys under which a statement is kept: at most 70, a pure function of the appearance."""
    return keys_of(features(appearance))


def keys_of(found: Features) -> frozenset[str]:
    """As `statement_keys`, of features that are worked out already."""
    return frozenset(_windowed(found, (0,))) | _lasting(found)


def asked_keys(found: Features) -> frozenset[str]:
    """The keys to ask for: those under which a statement of the same or a neighbouring time window is kept."""
    return frozenset(_windowed(found, (-1, 0, 1))) | _lasting(found)


def _own_names(found: Features) -> list[Term]:
    people = {key: Term(key, UNSEEN, name=True) for key in found.doers | found.receivers}
    return sorted((people | dict(found.names)).values(), key=_rarest_first)


def _names(found: Features) -> list[Term]:
    """The rarest names of the content, then those of its surroundings: "the ship" is named in the lead."""
    own = _own_names(found)[:NAMES]
    known = {term.key for term in own}
    around = sorted((t for k, t in found.setting.items() if k not in known), key=_rarest_first)
    return own + around[: NAMES - len(own)]


def _acts(found: Features) -> list[Term]:
    return sorted(found.acts.values(), key=_rarest_first)[:ACTS]


def _rarest_first(term: Term) -> tuple[float, str]:
    return -term.rarity, term.key


def _pairs(found: Features) -> Iterator[tuple[Term, Term]]:
    acts = _acts(found)
    yield from product(_names(found), acts)
    yield from combinations(_own_names(found)[:OWN_NAMES], 2)
    yield from combinations(acts[:OWN_ACTS], 2)


def _windowed(found: Features, offsets: tuple[int, ...]) -> Iterator[str]:
    for a, b in _pairs(found):
        total = a.rarity + b.rarity
        if total >= LEAST_RARITY:
            width = NARROW if total < COMMON_PAIR else WINDOW
            for window in _windows(found.published, width, offsets):
                yield f"p{window}|{_join(a, b)}"


def _windows(published: int | None, width: int, offsets: tuple[int, ...]) -> Iterator[str]:
    if published is None:
        yield _UNDATED
    else:
        yield from (str(published // width + offset) for offset in offsets)


def _lasting(found: Features) -> frozenset[str]:
    """Keys without the time of publication: three rare items of its own, or one and the day of the event."""
    items = sorted(_own_names(found)[:OWN_NAMES] + _acts(found)[:OWN_NAMES], key=_rarest_first)
    threes = combinations(items[:TRIPLE_ITEMS], 3)
    keys = {"r|" + _join(*three) for three in threes if sum(term.rarity for term in three) >= LEAST_TRIPLE}
    if found.when and found.when.width == 1:
        keys |= {f"d{found.when.first}|{item.key}" for item in items if item.rarity >= LEAST_DATED}
    return frozenset(keys)


def _join(*items: Term) -> str:
    return "|".join(sorted(item.key for item in items))
