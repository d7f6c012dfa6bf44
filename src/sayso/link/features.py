"""What the signals compare: one statement's appearance, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.link.actors import heads, proper
from sayso.link.dates import Days, days, published_day
from sayso.link.terms import Term, plain, terms
from sayso.model import Appearance, Participant, Place, Realis, Role

LONGEST_DATED = 31  # days: a wider time ("since 2014") tells nothing of which event is meant
NEWS_DAYS = 3  # an undated headline tells what happened so many days before, or on, the day of publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """An appearance and what its words, actors, time and place are for comparison.

    `acts` are the content's words that are neither names nor numbers, `names` its names with those of its participants;
    `setting` holds these names, those of the paragraph around and those of the report's lead;
    `topic` holds what the lead says besides names; `when` is None unless the content is dated within a month, or is the
    headline of what happened: that is news, so of these days.
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
    return Features(
        appearance=appearance,
        plain=plain(statement.content.text),
        acts={k: t for k, t in content.items() if not t.name and not t.number},
        names={k: t for k, t in content.items() if t.name},
        numbers=frozenset(k for k, t in content.items() if t.number),
        setting={k: t for k, t in around.items() if t.name},
        topic=frozenset(terms(appearance.lead)),
        doers=_named(participants, Role.ACTOR),
        receivers=_named(participants, Role.RECIPIENT),
        when=_when(appearance),
        published=published_day(appearance.published),
        place=statement.place,
    )


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


def rarity(found: Mapping[str, Term]) -> float:
    """The summed rarity of terms."""
    return sum(term.rarity for term in found.values())
