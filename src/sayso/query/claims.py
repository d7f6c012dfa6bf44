"""Claims as a person lists them: each with who says so, where, how surely, and what was changed on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from sayso.ledger import Filter, View
from sayso.model import Appearance, Certainty, Claim, DriftKind

_PAGE = 100  # claims whose statements are fetched together


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """One claim with what a list shows of it.

    `outlets` and `certainties` are in order of publication and of appearance, each once; `drifts` are the kinds of
    change that some member made; `published` is the first member's report's time, as precise as its page; `times` are
    those of all its reports that tell one, oldest first.
    """

    claim: Claim
    published: str | None
    reports: int
    outlets: tuple[str, ...]
    certainties: tuple[Certainty, ...]
    drifts: tuple[DriftKind, ...]
    times: tuple[str, ...] = ()


def list_claims(view: View, only: Filter, *, limit: int | None = None, after: str | None = None) -> Iterator[ClaimLine]:
    """The claims that `only` lets through, newest first; those behind the claim with the id `after`."""
    claims = view.claims(only, limit=limit, after=after)
    while page := tuple(islice(claims, _PAGE)):
        wanted = frozenset(statement for claim in page for statement in claim.statements)
        members = {member.statement.id: member for member in view.appearances_of(wanted)}
        changed: dict[str, set[DriftKind]] = {}
        for drift in view.drifts_of(wanted):
            changed.setdefault(drift.to, set()).add(drift.kind)
        for claim in page:
            own = tuple(members[s] for s in claim.statements if s in members)
            yield _line(claim, own, set().union(*(changed.get(s, set()) for s in claim.statements)))


def _line(claim: Claim, members: tuple[Appearance, ...], drifts: set[DriftKind]) -> ClaimLine:
    ordered = sorted(members, key=lambda m: (m.published or "9999", m.statement.id))
    first = next((m for m in ordered if m.statement.id == claim.first), None)
    reports = {m.report: m.published for m in ordered}
    return ClaimLine(
        claim=claim,
        published=first.published if first else None,
        reports=len(reports),
        outlets=tuple(dict.fromkeys(m.outlet for m in ordered if m.outlet)),
        certainties=tuple(dict.fromkeys(m.statement.factuality.certainty for m in ordered)),
        drifts=tuple(sorted(drifts)),
        times=tuple(time for time in reports.values() if time),
    )
