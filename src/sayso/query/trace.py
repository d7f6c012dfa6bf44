"""Who had it from whom: a claim as a tree from its origins to the reports that carry it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sayso.ledger import View
from sayso.model import Appearance, Claim, Derivation, DerivationKind, Drift, Overruled
from sayso.query.judgements import overruled

Children = tuple["Step", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the tree: somebody who said it (`appearance` is None), or a statement of a report.

    `by` tells how the report draws on the one above it, where it does; `drifts` what its words changed; `overruled` in
    which fields a person's value stands for the machine's.
    """

    who: str
    appearance: Appearance | None = None
    by: DerivationKind | None = None
    drifts: tuple[Drift, ...] = ()
    overruled: tuple[Overruled, ...] = ()
    below: Children = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A claim and the lines under it: its origins first, then the outlets that name nobody."""

    claim: Claim
    below: Children


def trace(view: View, claim_id: str) -> Trace:
    """The tree of a claim, given by its id or the id's first digits; LedgerError where there is none."""
    claim = view.claim(claim_id)
    members = view.appearances_of(frozenset(claim.statements))
    parents = _parents(members, view.derivations_of(frozenset(m.report for m in members)))
    drifts = view.drifts_of(frozenset(claim.statements))
    judged = overruled(view, {m.report for m in members})
    return Trace(claim=claim, below=_tree(members, parents, drifts, judged))


def _order(appearance: Appearance) -> tuple[str, str, int, str]:
    start = appearance.statement.content.spans[0].start
    return appearance.published or "9999", appearance.report, start, appearance.statement.id


def _parents(
    members: Iterable[Appearance], derivations: Iterable[Derivation]
) -> Mapping[str, tuple[Appearance, DerivationKind]]:
    """For each statement the one that its report has it from, by statement id: the nearest and surest derivation's, and
    there the statement with the same origin or else the first in the text, the headline last.
    """
    members = sorted(members, key=lambda m: (m.heading, _order(m)))
    parents: dict[str, tuple[Appearance, DerivationKind]] = {}
    for link in _nearest_first(tuple(derivations)):
        sources = [m for m in members if m.report == link.from_]
        for member in (m for m in members if m.report == link.report and m.statement.id not in parents):
            same = [s for s in sources if s.statement.origin == member.statement.origin]
            if same or sources:
                parents[member.statement.id] = ((same or sources)[0], link.kind)
    return parents


def _nearest_first(derivations: tuple[Derivation, ...]) -> list[Derivation]:
    """Of two reports that a third draws on, the one that draws on the other comes first: it is the direct source."""
    drawn = {(d.report, d.from_) for d in derivations}

    def behind(link: Derivation) -> int:
        return sum((link.from_, other.from_) in drawn for other in derivations if other.report == link.report)

    return sorted(derivations, key=lambda d: (-behind(d), -d.score, d.from_, d.kind))


def _tree(
    members: Iterable[Appearance],
    parents: Mapping[str, tuple[Appearance, DerivationKind]],
    drifts: Iterable[Drift],
    judged: Mapping[str, tuple[Overruled, ...]],
) -> Children:
    changed: dict[str, list[Drift]] = {}
    for drift in drifts:
        changed.setdefault(drift.to, []).append(drift)
    below: dict[str, list[Appearance]] = {}
    roots: dict[tuple[str, ...], list[Appearance]] = {}
    for member in sorted(members, key=_order):
        if member.statement.id in parents:
            below.setdefault(parents[member.statement.id][0].statement.id, []).append(member)
        else:
            roots.setdefault(_voices(member), []).append(member)

    def line(member: Appearance) -> Step:
        _, kind = parents.get(member.statement.id, (None, None))
        return Step(
            who=member.outlet or "unknown outlet",
            appearance=member,
            by=kind,
            drifts=tuple(changed.get(member.statement.id, ())),
            overruled=judged.get(member.statement.id, ()),
            below=tuple(line(child) for child in below.get(member.statement.id, ())),
        )

    return _under_voices((voices, tuple(line(m) for m in group)) for voices, group in sorted(roots.items(), key=_named))


def _named(root: tuple[tuple[str, ...], list[Appearance]]) -> tuple[bool, tuple[str, str, int, str]]:
    voices, group = root
    return not voices, _order(group[0])


def _voices(member: Appearance) -> tuple[str, ...]:
    """Whose words reached the report, innermost first; empty where the outlet itself asserts it."""
    return tuple(a.source.actor.name for a in member.chain if a.source)


def _under_voices(roots: Iterable[tuple[tuple[str, ...], Children]]) -> Children:
    """Statements below the chain of voices that they came through; chains that begin alike share their beginning."""
    out: list[Step] = []
    for voices, lines in roots:
        if not voices:
            out.extend(lines)
            continue
        known = next((i for i, step in enumerate(out) if step.appearance is None and step.who == voices[0]), None)
        rest = ((voices[1:], lines),)
        if known is None:
            out.append(Step(who=voices[0], below=_under_voices(rest)))
        else:
            out[known] = replace(out[known], below=out[known].below + _under_voices(rest))
    return tuple(out)
