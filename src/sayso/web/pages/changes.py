"""What became of claims when something was judged, carried in the address of the page that follows.

The claims of before are nowhere any more once others took their place: their figures travel, and nothing is made of
them but numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.errors import LedgerError
from sayso.ledger import View
from sayso.model import Claim, Decision, OnDerivation, OriginCount, Undo, grounds_of

WAS, NOW = "was", "now"
MOST = 4  # claims that are told of on either side
_FIGURES = re.compile(r"(\d{1,6})-(\d{1,6})-(\d{1,6})-([cu])")
_ID = re.compile(r"[0-9a-f]{8,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """The claims that a judgement has to do with, and all their statements."""

    claims: tuple[Claim, ...]
    statements: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a claim was: how many statements, which origins, whether contested."""

    statements: int
    origins: OriginCount
    contested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The figures of the claims of before, and the claims there are now in their place."""

    was: tuple[Figures, ...]
    now: tuple[Claim, ...]


def concerned(view: View, decision: Decision, also: Iterable[str] = ()) -> Concern:
    """The claims of the statements that a decision speaks of, and of those `also` named."""
    claims = view.claims_of(_statements(view, decision) | frozenset(also))
    return Concern(claims=claims, statements=frozenset(one for claim in claims for one in claim.statements))


def _statements(view: View, decision: Decision) -> frozenset[str]:
    while isinstance(decision, Undo):
        decision = view.judgement(decision.judgement).decision
    if isinstance(decision, OnDerivation):
        return _shared(view, decision.report, decision.from_)
    return frozenset(ground.statement for ground in grounds_of(decision))


def _shared(view: View, report: str, source: str) -> frozenset[str]:
    """The statements of a report whose claims another one carries too: who had what from whom counts for these."""
    mine, theirs = (frozenset(one.id for one in view.report(name).statements) for name in (report, source))
    both = [claim for claim in view.claims_of(mine) if theirs & set(claim.statements)]
    return mine & {statement for claim in both for statement in claim.statements}


def parameters(before: Concern, after: Concern) -> Mapping[str, str]:
    """What an address tells of the change: only of claims that are not as they were."""
    same = {claim.id for claim in before.claims if claim in after.claims}
    was = [_told(claim) for claim in before.claims if claim.id not in same]
    now = [claim.id for claim in after.claims if claim.id not in same]
    return {WAS: ".".join(was[:MOST]), NOW: ".".join(now[:MOST])}


def _told(claim: Claim) -> str:
    origins = claim.independent_origins
    return f"{len(claim.statements)}-{origins.min}-{origins.max}-{'c' if claim.contested else 'u'}"


def change(view: View, params: Mapping[str, str]) -> Change | None:
    """What the parameters of an address tell; None where they tell nothing."""
    was = (_FIGURES.fullmatch(told) for told in params.get(WAS, "").split(".")[:MOST])
    found = Change(
        was=tuple(_figures(match) for match in was if match),
        now=tuple(_claims(view, params.get(NOW, "").split(".")[:MOST])),
    )
    return found if found.was or found.now else None


def _figures(match: re.Match[str]) -> Figures:
    statements, low, high = (int(match[number]) for number in (1, 2, 3))
    return Figures(statements=statements, origins=OriginCount(min=low, max=high), contested=match[4] == "c")


def _claims(view: View, ids: Iterable[str]) -> Iterable[Claim]:
    for name in ids:
        if _ID.fullmatch(name):
            try:
                yield view.claim(name)
            except LedgerError:
                continue  # judged again since
