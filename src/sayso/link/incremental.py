"""Linking one report to all that are known: what is new, what changed, what is no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import combinations

from sayso.link.actors import same_name
from sayso.link.block import asked_keys, keys_of
from sayso.link.claims import claim_id, make_claim
from sayso.link.cluster import clusters
from sayso.link.derive import compare_reports, in_order
from sayso.link.drift import drifts_along, headline_drifts
from sayso.link.features import Features, features
from sayso.link.neighbours import Neighbours
from sayso.link.pairs import Side, comparable, side
from sayso.link.rulings import ruled
from sayso.link.score import KEPT, SAME, compare
from sayso.link.sketch import asked_report_keys, report_keys
from sayso.model import Bonds, Claim, Derivation, DerivationKind, Drift, OnDerivation, Report, SameClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What one report changes: rows to add, claims that are new or changed, ids of claims that are no more.

    `same` holds doubts as well, from a score of 0.2 on. A claim in `claims` replaces the one with its id.
    """

    statement_keys: Mapping[str, frozenset[str]]
    report_keys: frozenset[str]
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
    here = side(report)
    same = tuple(_same(here.statements, view, retired))
    found = _found(here, same, view)
    claims, dissolved = _claims(here, Known(view, retired), same, found.derivations)
    return replace(found, claims=claims, dissolved=dissolved)


def relink_report(report: Report, view: Neighbours) -> Linked:
    """As `link_report`, of a known report whose statements are others now, but for claims: `reclaim` makes them."""
    here = side(report)
    return _found(here, tuple(_same(here.statements, view, frozenset())), view)


def _found(here: Side, same: tuple[Link, ...], view: Neighbours) -> Linked:
    rulings = view.rulings_of({here.report.id})
    derivations, drifts = _draw(here, _neighbour_reports(here, same, rulings, view), rulings)
    return Linked(
        statement_keys={f.appearance.statement.id: keys_of(f) for f in here.statements},
        report_keys=report_keys(here.report),
        same=tuple(link for link, _ in same),
        derivations=derivations,
        drifts=(*drifts, *headline_drifts(here)),
    )


Link = tuple[SameClaim, str]  # with the report of its other end


@dataclass(frozen=True, slots=True)
class Known:
    """What is known already, and which of its statements are to be taken out."""

    view: Neighbours
    retired: frozenset[str]


def _same(statements: tuple[Features, ...], view: Neighbours, retired: frozenset[str]) -> Iterator[Link]:
    """The links of a report's statements among themselves and to known ones that a key brings together."""
    for a, b in combinations(statements, 2):
        yield from _kept(a, b)
    asking: dict[str, list[Features]] = {}
    for found in statements:
        for key in asked_keys(found):
            asking.setdefault(key, []).append(found)
    own = {f.appearance.report for f in statements}
    for known in view.statements_with(asking.keys()) if asking else ():
        if known.report in own or known.statement.id in retired:
            continue
        other = features(known)
        meeting = {f.appearance.statement.id: f for key in keys_of(other) for f in asking.get(key, ())}
        for _, found in sorted(meeting.items()):
            yield from _kept(found, other)


def _kept(a: Features, b: Features) -> Iterator[Link]:
    if comparable(a, b) and (link := compare(a, b)).score >= KEPT:
        yield link, b.appearance.report


def _neighbour_reports(
    here: Side, same: tuple[Link, ...], rulings: Iterable[OnDerivation], view: Neighbours
) -> tuple[Side, ...]:
    """The reports of other outlets that `here` may draw on, or that may draw on it, and those that it does draw on by
    a person's word.
    """
    linked = {report for link, report in same if link.score >= SAME} - {here.report.id}
    ruled = {end for ruling in rulings if ruling.holds for end in (ruling.report, ruling.from_)} - {here.report.id}
    found = view.reports_with(asked_report_keys(here.report, linked | ruled))
    others = (r for r in found if r.id != here.report.id)
    return tuple(side(r) for r in others if r.id in ruled or not _one_outlet(r, here.report))


def _one_outlet(a: Report, b: Report) -> bool:
    return bool(a.outlet and b.outlet) and same_name(a.outlet or "", b.outlet or "")


def _draw(
    here: Side, near: Iterable[Side], rulings: tuple[OnDerivation, ...]
) -> tuple[tuple[Derivation, ...], tuple[Drift, ...]]:
    """What `here` has from its neighbours or they from it, and what was changed on the way."""
    derivations: list[Derivation] = []
    drifts: list[Drift] = []
    for other in near:
        comparison = compare_reports(*in_order(here, other))
        found = ruled(comparison, rulings)
        derivations += found
        if any(derivation.from_ == comparison.earlier.report.id for derivation in found):
            cites = {derivation.kind for derivation in found} == {DerivationKind.CITES}
            drifts += drifts_along(comparison.later, comparison.earlier, comparison.pairs, cites=cites)
    return tuple(derivations), tuple(drifts)


def _claims(
    here: Side, known: Known, same: tuple[Link, ...], derivations: tuple[Derivation, ...]
) -> tuple[tuple[Claim, ...], frozenset[str]]:
    """The claims that were not there without `here`, and the ids of those that are no more."""
    fresh = {f.appearance.statement.id: f.appearance for f in here.statements}
    found = _reachable({*fresh, *known.retired}, {(k.a, k.b): k for k, _ in same}, known.view)
    before = set(clusters(found.statements - fresh.keys(), found.links, found.bonds))
    after = set(clusters((found.statements | fresh.keys()) - known.retired, found.links, found.bonds))
    made = sorted(after - before, key=sorted)
    members = fresh | {a.statement.id: a for a in known.view.appearances_of(frozenset().union(*made) - fresh.keys())}
    drawn = known.view.derivations_of(frozenset(a.report for a in members.values())) if made else ()
    claims = tuple(make_claim((members[s] for s in group), (*drawn, *derivations)) for group in made)
    return claims, frozenset(claim_id(group) for group in before - after)


@dataclass(frozen=True, slots=True)
class Reached:
    """Statements that may be of one claim, with all that speaks for and against it."""

    statements: frozenset[str]
    links: tuple[SameClaim, ...]
    bonds: Bonds


def _reachable(start: AbstractSet[str], links: Mapping[tuple[str, str], SameClaim], view: Neighbours) -> Reached:
    """All statements that `start` is joined to over links that are taken for one claim or by a person's word, with the
    links among them. Of `start` itself only what has a link or was retired counts.
    """
    found, reached, frontier = dict(links), set(start), set(start)
    strong = {end for link in links.values() if link.score >= SAME for end in (link.a, link.b)}
    frontier |= strong
    reached |= strong
    while frontier:
        more = view.links_of(frontier)
        found.update({(link.a, link.b): link for link in more})
        near = {end for link in more if link.score >= SAME for end in (link.a, link.b)}
        frontier = (near | view.bonds_of(frontier).bundle.keys()) - reached
        reached |= frontier
    among = tuple(link for link in found.values() if link.a in reached and link.b in reached)
    return Reached(frozenset(reached), among, view.bonds_of(reached))


def reached(statements: AbstractSet[str], view: Neighbours) -> frozenset[str]:
    """`statements`, and all whose claims may depend on them."""
    return _reachable(statements, {}, view).statements


def reclaim(statements: AbstractSet[str], view: Neighbours) -> tuple[Claim, ...]:
    """All claims of the known `statements`, and of those that they are joined to, anew; they take the place of every
    claim that any of their statements was in.
    """
    found = _reachable(statements, {}, view)
    members = {a.statement.id: a for a in view.appearances_of(found.statements)}
    groups = clusters(members, found.links, found.bonds)
    drawn = view.derivations_of(frozenset(a.report for a in members.values())) if members else ()
    return tuple(make_claim((members[s] for s in group), drawn) for group in groups)
