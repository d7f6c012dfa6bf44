"""Whether a claim is contested: denied, or given in versions that cannot all be true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations, permutations, product

from sayso import resources
from sayso.link.actors import heads, name_words, proper
from sayso.link.cluster import connected
from sayso.link.dates import published_day
from sayso.link.denying import asks, contrasts, denies, negated, rejects
from sayso.link.grouping import same_voice
from sayso.link.quantities import counterparts, incompatible, meet
from sayso.link.terms import is_country, listed
from sayso.link.voices import is_relay, voices
from sayso.model import Actor, ActorKind, Appearance, Derivation, Polarity, Role

Bases = Mapping[str, frozenset[str]]

_BY_NAME = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GOVERNMENT, ActorKind.UNKNOWN})


def is_contested(members: Sequence[Appearance], derivations: Iterable[Derivation] = ()) -> bool:
    """Whether the claim is denied, or given in versions that cannot all be true: other numbers, another doer, one thing
    "and not" the other.

    Who takes back what he said contests nothing. A number that a report changed of the one it draws on is drift, one
    that an outlet corrects of its own is taken back, and one that is higher on a later day has grown: none of these is
    another version.
    """
    if any(s.polarity is Polarity.NEGATIVE for m in members for s in m.statement.stances):
        return True
    denials = [m for m in members if denies(m)]
    # where all say it in words of negation ("no danger", "none was hurt") nobody contradicts
    claims = [m for m in members if not (denies(m) or asks(m) or negated(m))]
    if any(map(rejects, denials)) or any(not same_voice(a, b) for a, b in product(denials, claims)):
        return True
    versions = [m for m in members if not denies(m) and not asks(m)]
    if any(contrasts(a, b) and not same_voice(a, b) for a, b in permutations(versions, 2)):
        return True
    counts = _counts(versions)
    drawn = _bases(derivations)
    return any(_at_odds(a, b, drawn, counts=counts) for a, b in combinations(versions, 2))


def _counts(versions: Sequence[Appearance]) -> bool:
    """Whether a claim is about a number: most of its statements give one. Where few do, it is told by the way."""
    return 10 * sum(bool(v.statement.quantities) for v in versions) >= 7 * len(versions)


def _bases(derivations: Iterable[Derivation]) -> Bases:
    """Each report with all that it draws on, also by way of others."""
    direct: dict[str, frozenset[str]] = {}
    for d in derivations:
        direct[d.report] = direct.get(d.report, frozenset()) | {d.from_}
    return {report: connected(report, direct) - {report} for report in direct}


def _at_odds(a: Appearance, b: Appearance, drawn: Bases, *, counts: bool = True) -> bool:
    """Whether two statements by different voices exclude each other in number or in who did it."""
    retold = b.report in drawn.get(a.report, ()) or a.report in drawn.get(b.report, ())
    if a.report == b.report and (a.heading or b.heading):
        return False
    if (retold or a.report == b.report) and not _two_sources(a, b):
        return False
    apart = a.report != b.report and not retold
    differ = counts and _other_number(a, b) and not _grown(a, b)
    differ = differ or (apart and _other_doer(a, b))
    return differ and not same_voice(a, b)


def _two_sources(a: Appearance, b: Appearance) -> bool:
    """Whether each has a source of its own that is no outlet."""
    x, y = voices((a,)), voices((b,))
    return bool(x) and bool(y) and not is_relay(x[0]) and not is_relay(y[0])


def _other_number(a: Appearance, b: Appearance) -> bool:
    return incompatible(a.statement.quantities, b.statement.quantities)


def _grown(a: Appearance, b: Appearance) -> bool:
    """Whether all numbers of the one that is of a later day, or that tells of growth, are higher: tolls, areas and
    crowds grow.
    """
    first, then = published_day(a.published), published_day(b.published)
    if first is None or then is None or first == then:
        return any(_risen().search(y.statement.content.text) and _higher(x, y) for x, y in ((a, b), (b, a)))
    return _higher(a, b) if first < then else _higher(b, a)


def _higher(earlier: Appearance, later: Appearance) -> bool:
    pairs = counterparts(earlier.statement.quantities, later.statement.quantities)
    return all((x.max or x.min or 0) <= (y.max or y.min or 0) for x, y in pairs if not meet(x, y))


@cache
def _risen() -> re.Pattern[str]:
    """That a number has grown."""
    return re.compile(rf"\b(?:{'|'.join(resources.lists('link/rebutting.toml')['risen'])})\b", re.IGNORECASE)


def _other_doer(a: Appearance, b: Appearance) -> bool:
    """Whether two tell of one kind of deed and name others who did it; of whom both call by a country, the countries
    count ("Dravian soldiers", "the Kovan army").
    """
    x, y = _doers(a), _doers(b)
    here, there = (frozenset(filter(is_country, doers)) for doers in (x, y))
    if here and there:
        x, y = here, there
    return bool(x) and bool(y) and not x & y and _deed(a) == _deed(b)


def _deed(member: Appearance) -> str | None:
    return member.statement.event.plover if member.statement.event else None


def _doers(member: Appearance) -> frozenset[str]:
    event = member.statement.event
    named = (p.actor for p in event.participants if p.role is Role.ACTOR and p.actor) if event else ()
    return heads(actor for actor in named if _is_named(member, actor)) - listed("states")


def _is_named(member: Appearance, actor: Actor) -> bool:
    """Whether a statement names who did it, not by "we" or "they", nor by what they are ("gunmen") alone."""
    by_name = actor.kind in _BY_NAME or any(is_country(word) for word in name_words(actor.name))
    return by_name and proper(actor) and any(word in member.statement.content.text for word in actor.name.split())
