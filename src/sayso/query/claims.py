"""Claims as a person lists them: each with who says so, where, how surely, and what was changed on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.ledger import Filter, View
from sayso.model import Appearance, Certainty, Claim, DriftKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """One claim with what a list shows of it.

    `outlets` and `certainties` are in order of publication and of appearance, each once; `drifts` are the kinds of
    change that some member made; `published` is the first member's report's time, as precise as its page.
    """

    claim: Claim
    published: str | None
    reports: int
    outlets: tuple[str, ...]
    certainties: tuple[Certainty, ...]
    drifts: tuple[DriftKind, ...]


def list_claims(view: View, only: Filter, *, limit: int | None = None, offset: int = 0) -> Iterator[ClaimLine]:
    """The claims that `only` lets through, newest first."""
    for claim in view.claims(only, limit=limit, offset=offset):
        members = view.appearances_of(frozenset(claim.statements))
        drifts = view.drifts_of(frozenset(claim.statements))
        yield _line(claim, members, {d.kind for d in drifts if d.to in claim.statements})


def _line(claim: Claim, members: tuple[Appearance, ...], drifts: set[DriftKind]) -> ClaimLine:
    ordered = sorted(members, key=lambda m: (m.published or "9999", m.statement.id))
    first = next((m for m in ordered if m.statement.id == claim.first), None)
    return ClaimLine(
        claim=claim,
        published=first.published if first else None,
        reports=len({m.report for m in ordered}),
        outlets=tuple(dict.fromkeys(m.outlet for m in ordered if m.outlet)),
        certainties=tuple(dict.fromkeys(m.statement.factuality.certainty for m in ordered)),
        drifts=tuple(sorted(drifts)),
    )
