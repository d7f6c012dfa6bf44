"""Linking one report to all that are known: what is new, what changed, what is no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from sayso.link.block import keys_of
from sayso.link.centre import with_centres
from sayso.link.claims import claim_id, make_claim
from sayso.link.cluster import clusters
from sayso.link.features import Features, features
from sayso.link.keys import around, ranges, tell_enough
from sayso.link.likeness import alike
from sayso.link.neighbours import Neighbours
from sayso.link.pairs import Side, side
from sayso.link.reaching import Group, Hanging, Web, hanging_together
from sayso.link.relate import akin, relate, within
from sayso.link.sketch import sketch
from sayso.model import Claim, Derivation, Drift, OnDerivation, Report, SameClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What one report changes: rows to add, claims that are new or changed, ids of claims that are no more.

    `same` holds doubts as well, from a score of 0.2 on. A claim in `claims` replaces the one with its id.
    """

    statement_keys: Mapping[str, frozenset[int]]
    report_keys: frozenset[int]
    same: tuple[SameClaim, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    drifts: tuple[Drift, ...] = ()
    claims: tuple[Claim, ...] = ()
    dissolved: frozenset[str] = frozenset()


def link_report(report: Report, view: Neighbours, retired: frozenset[str] = frozenset()) -> Linked:
    """Link `report` to the reports that `view` knows; the outcome of many does not depend on their order.

    `retired` are statements of a superseded version of it, which leave their claims. What `view` may already know of
    `report` itself is not looked at.
    """
    here = sides((report,), view)[0]
    found = _found(here, view)
    claims, dissolved = _claims(here, Known(view, retired), found.same, found.derivations)
    return replace(found, claims=claims, dissolved=dissolved)


def relink_report(report: Report, view: Neighbours) -> Linked:
    """As `link_report`, of a known report whose statements are others now, but for claims: `reclaim` makes them."""
    return _found(sides((report,), view)[0], view)


def sides(reports: Iterable[Report], view: Neighbours) -> tuple[Side, ...]:
    """Reports ready for comparison, with the vectors that are known of their statements."""
    known = tuple(reports)
    meanings = view.meanings_of({s.id for report in known for s in report.statements})
    return tuple(side(report, meanings) for report in known)


def _found(here: Side, view: Neighbours) -> Linked:
    rulings = view.rulings_of({here.report.id})
    keys = sketch(here)
    near = _near(here, ranges(keys.asked), rulings, view)
    related = [within(here), *(relate(here, there, rulings) for there in near)]
    return Linked(
        statement_keys={f.appearance.statement.id: keys_of(f) for f in here.statements},
        report_keys=keys.kept,
        same=tuple(link for one in related for link in one.same),
        derivations=tuple(derivation for one in related for derivation in one.derivations),
        drifts=tuple(drift for one in related for drift in one.drifts),
    )


@dataclass(frozen=True, slots=True)
class Known:
    """What is known already, and which of its statements are to be taken out."""

    view: Neighbours
    retired: frozenset[str]


def _near(
    here: Side, asked: AbstractSet[tuple[int, int]], rulings: Iterable[OnDerivation], view: Neighbours
) -> tuple[Side, ...]:
    """The known reports that keys, a person's word, or two statements of one claim bring together with `here`."""
    ruled = {end for ruling in rulings if ruling.holds for end in (ruling.report, ruling.from_)}
    met = ruled | {name for name, shared in view.keys_within(asked).items() if tell_enough(shared)}
    found = met | _in_passing(here, met, view)
    return sides(view.reports_of(found - {here.report.id}), view)


def _in_passing(here: Side, found: AbstractSet[str], view: Neighbours) -> set[str]:
    """The reports, besides those `found`, that have a statement of one claim with one of `here`, told by the keys of
    these statements alone.
    """
    kept: dict[int, list[Features]] = {}
    for statement in here.statements:
        for one in around(keys_of(statement)):
            kept.setdefault(one, []).append(statement)
    met = view.statements_with(kept.keys()) - {f.appearance.statement.id for f in here.statements}
    meanings = view.meanings_of(met)
    near = alike([f.meaning for f in here.statements], {one: meanings.get(one) for one in met})
    known = [a for a in view.appearances_of(near) if a.report not in found and a.report != here.report.id]
    out: set[str] = set()
    for other in (features(a, meanings.get(a.statement.id)) for a in known):
        meeting = {f.appearance.statement.id: f for one in keys_of(other) for f in kept.get(one, ())}
        if other.appearance.report not in out and akin((f, other) for _, f in sorted(meeting.items())):
            out.add(other.appearance.report)
    return out


def _claims(
    here: Side, known: Known, same: tuple[SameClaim, ...], derivations: tuple[Derivation, ...]
) -> tuple[tuple[Claim, ...], frozenset[str]]:
    """The claims that were not there without `here`, and the ids of those that are no more."""
    fresh = {f.appearance.statement.id: f.appearance for f in here.statements}
    web = Web(known.view)
    web.add(same)
    start = web.around(fresh.keys() | known.retired)
    before, after = hanging_together(start, Hanging(web, absent=fresh.keys()), Hanging(web, absent=known.retired))
    changed = (before - after, after - before)
    was, now = ({c: sure for group in found for c, sure in _clusters(web, group)} for found in changed)
    made = sorted(now.keys() - was.keys(), key=sorted)
    members = fresh | {a.statement.id: a for a in known.view.appearances_of(frozenset().union(*made) - fresh.keys())}
    drawn = known.view.derivations_of(frozenset(a.report for a in members.values())) if made else ()
    claims = tuple(make_claim((members[s] for s in group), (*drawn, *derivations), now[group]) for group in made)
    return claims, frozenset(claim_id(group) for group in was.keys() - now.keys())


def _clusters(web: Web, group: Group) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The claims of statements that hang together, each with what surely belongs to it."""
    links, bonds = web.within(group)
    return with_centres(clusters(group, links, bonds), links, bonds)


def reached(statements: AbstractSet[str], view: Neighbours) -> frozenset[str]:
    """`statements`, and all whose claims may depend on them."""
    return frozenset(statements).union(*_hanging(statements, Web(view)))


def _hanging(statements: AbstractSet[str], web: Web) -> frozenset[Group]:
    """What hangs together with `statements`, and did or will where people decide otherwise."""
    found, _ = hanging_together(web.around(statements), Hanging(web), Hanging(web, loose=True))
    return found


def reclaim(statements: AbstractSet[str], view: Neighbours) -> tuple[Claim, ...]:
    """All claims of the known `statements`, and of those that they are joined to, anew; they take the place of every
    claim that any of their statements was in.
    """
    web = Web(view)
    found = _hanging(statements, web)
    members = {a.statement.id: a for a in view.appearances_of(frozenset().union(*found))}
    known = (group & members.keys() for group in found)
    made = sorted((found for group in known for found in _clusters(web, group)), key=lambda found: min(found[0]))
    drawn = view.derivations_of(frozenset(a.report for a in members.values())) if members else ()
    return tuple(make_claim((members[s] for s in group), drawn, sure) for group, sure in made)
