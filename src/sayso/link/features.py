"""What the signals compare: one statement's appearance, worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.link.actors import heads
from sayso.link.dates import Days, days, published_day
from sayso.link.terms import Term, plain, terms
from sayso.model import Appearance, Place, Role

LONGEST_DATED = 31  # days: a wider time ("since 2014") tells nothing of which event is meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """An appearance and what its words, actors, time and place are for comparison.

    `acts` are the content's words that are neither names nor numbers, `names` its names with those of its participants;
    `setting` holds these names, those of the paragraph around and those of the report's lead;
    `topic` holds what the lead says besides names; `when` is None unless the content is dated within a month.
    """

    appearance: Appearance
    plain: str
    acts: Mapping[str, Term]
    names: Mapping[str, Term]
    numbers: frozenset[str]
    setting: Mapping[str, Term]
    topic: frozenset[str]
    doers: frozenset[str]
    receivers: frozenset[str]
    when: Days | None
    published: int | None
    place: Place | None


def features(appearance: Appearance) -> Features:
    """The features of one appearance: a pure function of it."""
    statement = appearance.statement
    content = terms(statement.content.text)
    around = terms(f"{statement.content.text}\n{appearance.context}\n{appearance.lead}")
    participants = statement.event.participants if statement.event else ()
    doers = heads(p.actor for p in participants if p.role is Role.ACTOR)
    receivers = heads(p.actor for p in participants if p.role is Role.RECIPIENT)
    when = days(statement.time.edtf) if statement.time else None
    return Features(
        appearance=appearance,
        plain=plain(statement.content.text),
        acts={k: t for k, t in content.items() if not t.name and not t.number},
        names={k: t for k, t in content.items() if t.name},
        numbers=frozenset(k for k, t in content.items() if t.number),
        setting={k: t for k, t in around.items() if t.name},
        topic=frozenset(terms(appearance.lead)),
        doers=doers,
        receivers=receivers,
        when=when if when and when.width <= LONGEST_DATED else None,
        published=published_day(appearance.published),
        place=statement.place,
    )


def rarity(found: Mapping[str, Term]) -> float:
    """The summed rarity of terms."""
    return sum(term.rarity for term in found.values())
