"""What the signals compare: one statement's appearance, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import sqrt
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from sayso.link.actors import heads, proper
from sayso.link.dates import Days, days, published_day
from sayso.link.localities import localities_of
from sayso.link.terms import Term, kindred, plain, terms
from sayso.model import Appearance, Participant, Place, Realis, Role

LONGEST_DATED = 31  # days: a wider time ("since 2014") tells nothing of which event is meant
NEAR = 0.6  # nearness from which two words may tell of one thing
NEWS_DAYS = 3  # an undated headline tells what happened so many days before, or on, the day of publication

# Whole numbers in floats: their products add up exactly, in whatever order a library adds them.
Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """An appearance and what its words, actors, time and place are for comparison.

    `acts` are the content's words that are neither names nor numbers, `rarities` how rare each is, `names` its names;
    `localities` are the words of those that say where it was; `setting` holds these names, those of the paragraph
    around and those of the report's lead; `topic` holds what the lead says besides names; `when` is None unless the
    content is dated within a month, or is the headline of what happened: that is news, so of these days. `reach` holds
    `acts` and the words near them in meaning;
    `meaning` is the vector of the content, whole numbers of about 127 in length, None where none was made, and `length`
    the square of that length. `weight`, `named` and `around` are the summed rarity of `acts`, `names` and `setting`.
    """

    appearance: Appearance
    plain: str
    acts: Mapping[str, Term]
    rarities: Mapping[str, float]
    names: Mapping[str, Term]
    localities: frozenset[str]
    numbers: frozenset[str]
    setting: Mapping[str, Term]
    topic: frozenset[str]
    doers: frozenset[str]
    receivers: frozenset[str]
    when: Days | None
    published: int | None
    place: Place | None
    reach: frozenset[str]
    weight: float
    named: float
    around: float
    meaning: Vector | None = field(default=None, compare=False)
    length: float = field(default=0.0, compare=False)


def features(appearance: Appearance, meaning: bytes | None = None) -> Features:
    """The features of one appearance and the vector of its content, a signed byte a number: a pure function of them."""
    statement = appearance.statement
    content = terms(statement.content.text)
    around = {**content, **_around_terms(appearance.context), **_around_terms(appearance.lead)}
    acts = {k: t for k, t in content.items() if not t.name and not t.number}
    names = {k: t for k, t in content.items() if t.name}
    vector = None if meaning is None else np.frombuffer(meaning, dtype=np.int8).astype(np.float32)
    setting = {k: t for k, t in around.items() if t.name}
    participants = statement.event.participants if statement.event else ()
    return Features(
        appearance=appearance,
        plain=plain(statement.content.text),
        acts=acts,
        rarities={k: t.rarity for k, t in acts.items()},
        names=names,
        localities=localities_of(appearance),
        numbers=frozenset(k for k, t in content.items() if t.number),
        setting=setting,
        topic=_topic(appearance.lead),
        doers=_named(participants, Role.ACTOR),
        receivers=_named(participants, Role.RECIPIENT),
        when=_when(appearance),
        published=published_day(appearance.published),
        place=statement.place,
        weight=rarity(acts),
        named=rarity(names),
        around=rarity(setting),
        reach=frozenset().union(*(kindred(k, NEAR) for k in acts)),
        meaning=vector,
        length=0.0 if vector is None else float(vector @ vector),
    )


@lru_cache(maxsize=256)
def _around_terms(text: str) -> Mapping[str, Term]:
    """The terms of a lead, which all statements of a report share, or of a paragraph, which some do."""
    return MappingProxyType(terms(text))


@lru_cache(maxsize=256)
def _topic(lead: str) -> frozenset[str]:
    """The keys of the terms of a lead: one set for all statements of a report."""
    return frozenset(_around_terms(lead))


def _named(participants: Iterable[Participant], role: Role) -> frozenset[str]:
    """The names of those who take part in `role`; "nine people" or "the army" are anybody's."""
    return heads(p.actor for p in participants if p.role is role and p.actor and proper(p.actor))


def _when(appearance: Appearance) -> Days | None:
    statement = appearance.statement
    if statement.time:
        found = days(statement.time.edtf)
        return found if found and found.width <= LONGEST_DATED else None
    published = published_day(appearance.published)
    if appearance.heading and published is not None and statement.realis is Realis.ACTUAL:
        return Days(published - NEWS_DAYS, published)
    return None


def cosine(a: Features, b: Features) -> float:
    """The cosine of the vectors of two contents; 0 where one has none."""
    if a.meaning is None or b.meaning is None:
        return 0.0
    length = sqrt(a.length * b.length)
    return float(a.meaning @ b.meaning) / length if length else 0.0


def rarity(found: Mapping[str, Term]) -> float:
    """The summed rarity of terms."""
    return sum([term.rarity for term in found.values()])
