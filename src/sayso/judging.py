"""A judgement and all that follows from it, in one transaction: what reports show, links, derivations, claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime

from sayso.errors import NotFoundError
from sayso.ledger import Store, View, Writer
from sayso.link.incremental import reached, reclaim, relink_report
from sayso.model import (
    Decision,
    Ground,
    Judgement,
    Merge,
    OnDerivation,
    OnField,
    OnStatement,
    Report,
    Split,
    Undo,
    bonds_of,
    grounds_of,
    judgement,
    reports_of,
    review,
    standing_at,
)
from sayso.relinking import ensure_linked

CLAIM_KINDS = ("merge", "split")


def now() -> str:
    """The present instant, as a judgement bears it: in UTC, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def judge(ledger: Store, decision: Decision, *, who: str, when: str, why: str = "") -> Judgement:
    """Keep a decision as a judgement, and let all that follows from it be so; `when` is an instant as `now` gives it.

    Raises LedgerError where what it undoes is not there, or the ledger cannot be written to.
    """
    ensure_linked(ledger)
    made = judgement(decision, who=who, when=when, why=why)
    take(made, ledger)
    return made


def take(made: Judgement, ledger: Store) -> None:
    """Keep a judgement that was made here or elsewhere, and let all that follows from it be so; one that is known
    changes nothing. Raises LedgerError where what it rests on or undoes is not there.
    """
    with ledger.write() as writer:
        told = _told(made, writer.view)
        lacking = sorted(report for report in reports_of(told) if not writer.view.holds(report))
        if lacking:
            raise NotFoundError(f"there is no report {lacking[0]}")
        if writer.judge(made):
            _follow(told, writer)


def _told(made: Judgement, view: View) -> Decision:
    """What a judgement is about in the end: an undo is about what it undoes."""
    decision = made.decision
    while isinstance(decision, Undo):
        decision = view.judgement(decision.judgement).decision
    return decision


def _follow(decision: Decision, writer: Writer) -> None:
    match decision:
        case OnStatement() | OnField():
            for report in sorted(reports_of(decision)):
                show_again(report, writer)
        case OnDerivation(report=report):
            show_again(report, writer, anyhow=True)
        case Merge() | Split():
            bond_again(writer)
        case _:
            pass  # grades and notes stand beside what the machine found


def show_again(report: str, writer: Writer, *, anyhow: bool = False) -> None:
    """Let a report show what its reading in use says after all judgements, and link it anew where that is something
    else than before, or `anyhow`. An outdated version shows nothing.
    """
    view = writer.view
    if view.newest(report) != report:
        return
    machine = view.reading(report)
    (producer,) = (reading.producer for reading in view.readings(report) if reading.current)
    writer.keep_reading(machine, producer)
    shown = review(machine, view.judgements_on({report})).report
    before = view.report(report)
    if shown != before or anyhow:
        _replace(before, shown, writer)


def _replace(before: Report, shown: Report, writer: Writer) -> None:
    # asked before their links are gone: claims that the old statements only had a part in must be made anew as well
    concerned = reached({statement.id for statement in before.statements}, writer.view)
    concerned |= writer.show(shown)
    writer.link(shown.id, relink_report(shown, writer.view))
    concerned |= _bond(writer) | {statement.id for statement in shown.statements}
    _settle(concerned, writer)


def bond_again(writer: Writer) -> None:
    """Work out anew what people decided about claims, for the statements there are now, and make the claims so."""
    changed = _bond(writer)
    if changed:
        held = {member for claim in writer.view.claims_of(changed) for member in claim.statements}
        _settle(changed | held, writer)


def _bond(writer: Writer) -> frozenset[str]:
    judgements = writer.view.judgements_of(*CLAIM_KINDS)
    grounds = (ground for one in judgements for ground in grounds_of(one.decision))
    return writer.bond(bonds_of(judgements, standing(grounds, writer.view)).bonds)


def standing(grounds: Iterable[Ground], view: View) -> Mapping[Ground, str]:
    """Which statement of the reading in use has the words of each ground; those of outdated reports are left out."""
    by_report: dict[str, set[Ground]] = {}
    for ground in grounds:
        by_report.setdefault(ground.report, set()).add(ground)
    out = {}
    for report in sorted(by_report):
        if view.holds(report) and view.newest(report) == report:
            machine = view.reading(report)
            found = ((ground, standing_at(ground, machine)) for ground in by_report[report])
            out.update({ground: statement.id for ground, statement in found if statement})
    return out


def _settle(statements: AbstractSet[str], writer: Writer) -> None:
    """Make the claims of `statements` anew, and of all that were in a claim with one that is concerned."""
    concerned = frozenset(statements)
    while True:
        claims = reclaim(concerned, writer.view)
        members = concerned | {member for claim in claims for member in claim.statements}
        held = {member for claim in writer.view.claims_of(members) for member in claim.statements}
        if held <= members:
            writer.claim(claims, members)
            return
        concerned = members | held
