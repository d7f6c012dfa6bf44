"""What the machine decided without being sure, for a person to judge: the least sure first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.ledger import View
from sayso.link.features import features
from sayso.link.score import compare
from sayso.model import (
    Appearance,
    Claim,
    Derivation,
    Ground,
    Judgement,
    Merge,
    OnDerivation,
    OnField,
    OnStatement,
    Reason,
    SameClaim,
    Spans,
    Split,
    effective,
)

SURE = 0.7  # from here on nobody is asked

Standing = Mapping[tuple[str, Spans], str]  # a statement's id, by its report and the spans of its content


class DoubtKind(StrEnum):
    """What is in doubt: that somebody says so, that two statements are of one claim, that a report draws on another."""

    STATEMENT = "statement"
    LINK = "link"
    DERIVATION = "derivation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One question. `sure` is how sure the machine is of what it decided, from 0 to 1; `things` are the ids it is
    about: a statement, two statements, or a report and the one that it draws on. `together` tells of a link whether
    the two are in one claim now.
    """

    kind: DoubtKind
    sure: float
    things: tuple[str, ...]
    together: bool = False
    link: SameClaim | None = None
    derivation: Derivation | None = None

    @property
    def name(self) -> str:
        """The same for the same question, whatever else is in doubt."""
        return "-".join((self.kind.value, *self.things))


def doubts(view: View, claims: Sequence[Claim]) -> tuple[Doubt, ...]:
    """The questions that claims leave open, without those that a person has answered."""
    members = view.appearances_of(frozenset(statement for claim in claims for statement in claim.statements))
    links = view.links_of(frozenset(member.statement.id for member in members))
    other = frozenset(end for link in links for end in (link.a, link.b)) - {member.statement.id for member in members}
    beyond = view.appearances_of(other)
    reports = frozenset(member.report for member in (*members, *beyond))
    judged = _judged(view, reports, {member.statement.id: member for member in (*members, *beyond)})
    found = [
        *_of_statements(members),
        *_of_links(links, _claims_of(view, claims, other)),
        *_of_derivations(view.derivations_of(frozenset(member.report for member in members))),
    ]
    open_ones = (one for one in found if one.sure < SURE and (one.kind, *one.things) not in judged)
    return tuple(sorted(open_ones, key=lambda one: (one.sure, one.name)))


def reasons(view: View, link: SameClaim) -> tuple[Reason, ...]:
    """What speaks for and against a link: a ledger keeps links without their reasons."""
    ends = view.appearances_of(frozenset((link.a, link.b)))
    meanings = view.meanings_of(frozenset((link.a, link.b)))
    told = [features(end, meanings.get(end.statement.id)) for end in ends]
    return compare(*told).reasons if len(told) == 2 else ()


def _claims_of(view: View, claims: Iterable[Claim], others: frozenset[str]) -> Mapping[str, str]:
    """The id of the claim that each statement is of."""
    known = {claim.id: claim for claim in (*claims, *view.claims_of(others))}
    return {statement: claim.id for claim in known.values() for statement in claim.statements}


def _of_statements(members: Iterable[Appearance]) -> Iterator[Doubt]:
    for member in members:
        one = member.statement
        yield Doubt(kind=DoubtKind.STATEMENT, sure=round(one.provenance.score, 4), things=(one.id,))


def _of_links(links: Iterable[SameClaim], claim_of: Mapping[str, str]) -> Iterator[Doubt]:
    """Of two claims that might be one, the strongest link between them; within a claim, the strongest of each
    statement: what holds it there.
    """
    between: dict[tuple[str, str], SameClaim] = {}
    within: dict[str, SameClaim] = {}
    for link in sorted(links, key=lambda link: (-link.score, link.a, link.b)):
        a, b = claim_of.get(link.a), claim_of.get(link.b)
        if a is None or b is None:
            continue
        if a == b:
            within.setdefault(link.a, link)
            within.setdefault(link.b, link)
        else:
            between.setdefault((min(a, b), max(a, b)), link)
    for link in dict.fromkeys(within.values()):
        yield _link(link, link.score, together=True)
    for link in between.values():
        yield _link(link, 1 - link.score, together=False)


def _link(link: SameClaim, sure: float, *, together: bool) -> Doubt:
    return Doubt(kind=DoubtKind.LINK, sure=round(sure, 4), things=(link.a, link.b), together=together, link=link)


def _of_derivations(derivations: Iterable[Derivation]) -> Iterator[Doubt]:
    for one in derivations:
        yield Doubt(kind=DoubtKind.DERIVATION, sure=round(one.score, 4), things=(one.report, one.from_), derivation=one)


def _judged(view: View, reports: frozenset[str], members: Mapping[str, Appearance]) -> frozenset[tuple[str, ...]]:
    """The questions that judgements on words of `reports` answer."""
    standing = {(member.report, member.statement.content.spans): name for name, member in members.items()}
    found: set[tuple[str, ...]] = set()
    for one in effective(view.judgements_on(reports)):
        found.update(_answered(one, standing))
    return frozenset(found)


def _answered(one: Judgement, standing: Standing) -> Iterator[tuple[str, ...]]:
    match one.decision:
        case OnStatement(ground=ground) | OnField(ground=ground):
            if name := standing.get((ground.report, ground.spans)):
                yield DoubtKind.STATEMENT, name
        case Merge(grounds=grounds):
            yield from _pairs(grounds, grounds, standing)
        case Split(out=out, rest=rest):
            yield from _pairs(out, rest, standing)
        case OnDerivation(report=report, from_=source):
            yield DoubtKind.DERIVATION, report, source
        case _:
            pass


def _pairs(some: Iterable[Ground], others: Iterable[Ground], standing: Standing) -> Iterator[tuple[str, ...]]:
    first, second = ([standing.get((g.report, g.spans)) for g in grounds] for grounds in (some, others))
    for a in filter(None, first):
        for b in filter(None, second):
            yield DoubtKind.LINK, min(a, b), max(a, b)
