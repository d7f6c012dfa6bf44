"""Who cites whom: from outlets by way of those they name to origins, over many statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from sayso.model import Appearance, Derivation, DerivationKind
from sayso.query.shown import one_line


class Via(StrEnum):
    """How one has it from another: names them as a source, or draws on their report."""

    NAMES = "names"
    COPIES = "copies"
    PARAPHRASES = "paraphrases"
    CITES = "cites"
    DROPS_NAME = "drops_name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who is cited or cites; `key` tells two apart. `actor` is the id of whoever is named as a source, None
    for an outlet that nobody names; `is_outlet` tells that reports of that name are here.
    """

    key: str
    name: str
    actor: str | None
    is_outlet: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """That `by` has it from `of`, in how many `statements` or, where a report draws on another, reports."""

    by: str
    of: str
    via: Via
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Citings:
    """Who cites whom, the most frequent first, and everybody in it by key."""

    parties: Mapping[str, Party]
    citings: tuple[Citing, ...]

    def cited(self) -> Mapping[str, int]:
        """How often each is cited."""
        out = dict.fromkeys(self.parties, 0)
        for citing in self.citings:
            out[citing.of] += citing.count
        return out


def citings(members: Iterable[Appearance], derivations: Iterable[Derivation] = ()) -> Citings:
    """Who cites whom in statements, and which of their outlets draw on each other's reports.

    An outlet and a source of one name are one party: an agency reports, and is cited.
    """
    parties: dict[str, Party] = {}
    counts: dict[tuple[str, str, Via], int] = {}
    outlets: dict[str, str] = {}

    def count(by: str, of: str, via: Via) -> None:
        if by != of:
            counts[by, of, via] = counts.get((by, of, via), 0) + 1

    for member in members:
        chain = [*_outlet(member), *_sources(member)]
        for party in chain:
            parties[party.key] = _joined(parties.get(party.key), party)
        if member.outlet:
            outlets[member.report] = chain[0].key
        for by, of in pairwise(chain):
            count(by.key, of.key, Via.NAMES)
    for link in derivations:
        if link.report in outlets and link.from_ in outlets:
            count(outlets[link.report], outlets[link.from_], _VIA[link.kind])
    return _citings(parties, counts)


_VIA = {kind: Via(kind.value) for kind in DerivationKind}


def _citings(parties: Mapping[str, Party], counts: Mapping[tuple[str, str, Via], int]) -> Citings:
    told = (Citing(by=by, of=of, via=via, count=count) for (by, of, via), count in counts.items())
    ordered = sorted(told, key=lambda one: (-one.count, one.by, one.of, one.via))
    within = {key for one in ordered for key in (one.by, one.of)}
    return Citings(parties={key: parties[key] for key in sorted(within)}, citings=tuple(ordered))


def _outlet(member: Appearance) -> Sequence[Party]:
    if not member.outlet:
        return ()
    return (Party(key=_key(member.outlet), name=member.outlet, actor=None, is_outlet=True),)


def _sources(member: Appearance) -> Iterable[Party]:
    """Those who are named, the outermost first, as the words came."""
    for link in reversed(member.chain):
        if link.source:
            actor = link.source.actor
            yield Party(key=_key(actor.name), name=actor.name, actor=actor.id, is_outlet=False)


def _key(name: str) -> str:
    return one_line(name.casefold())


def _joined(known: Party | None, other: Party) -> Party:
    if known is None:
        return other
    is_outlet = known.is_outlet or other.is_outlet
    return Party(key=known.key, name=known.name, actor=known.actor or other.actor, is_outlet=is_outlet)


def most_cited(found: Citings, limit: int) -> Citings:
    """What is left of it among the `limit` parties that are cited most, and those who cite them most."""
    cited, citing = found.cited(), dict.fromkeys(found.parties, 0)
    for one in found.citings:
        citing[one.by] += one.count
    ordered = sorted(found.parties, key=lambda key: (-cited[key], -citing[key], key))
    origins = [key for key in ordered if cited[key]][: limit * 2 // 3]
    # those who cite them, the most first, fill the rest
    theirs = dict.fromkeys(found.parties, 0)
    for one in found.citings:
        if one.of in origins:
            theirs[one.by] += one.count
    others = [key for key in sorted(theirs, key=lambda key: (-theirs[key], key)) if theirs[key] and key not in origins]
    kept = {*origins, *others[: limit - len(origins)]}
    within = tuple(one for one in found.citings if one.by in kept and one.of in kept)
    seen = {key for one in within for key in (one.by, one.of)}
    return Citings(parties={key: party for key, party in found.parties.items() if key in seen}, citings=within)
