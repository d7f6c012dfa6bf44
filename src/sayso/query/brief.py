"""A cited summary of a claim, an actor or a period: sentences, each with the exact words it rests on.

Nothing in it is concluded beyond what the ledger holds, and what is not known is said to be unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.errors import NotFoundError
from sayso.ledger import Filter, View
from sayso.model import Appearance, Claim, Derivation, Drift, Report, Spans

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """Exact words of a report; `spans` are where they stand in its text."""

    report: str
    words: str
    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a brief, and the words it rests on."""

    text: str
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Sentences under a heading."""

    title: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A report that is cited, by its number; what its page does not tell is None."""

    number: int
    report: str
    outlet: str | None
    title: str | None
    published: str | None
    uri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A summary; `references` are numbered in the order in which they are first cited."""

    title: str
    sections: tuple[Section, ...]
    references: tuple[Reference, ...]

    def number(self, cite: Cite) -> int:
        """The number of the report that is cited."""
        return next(r.number for r in self.references if r.report == cite.report)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A claim with all that a brief says of it; `members` are in order of publication, `reports` theirs by id."""

    claim: Claim
    members: tuple[Appearance, ...]
    drifts: tuple[Drift, ...]
    derivations: tuple[Derivation, ...]
    reports: dict[str, Report]

    def member(self, statement: str) -> Appearance | None:
        """The member with this id."""
        return next((m for m in self.members if m.statement.id == statement), None)


def facts(view: View, claim: Claim) -> Facts:
    """What the ledger holds of a claim."""
    place = {statement: number for number, statement in enumerate(claim.statements)}
    found = view.appearances_of(frozenset(claim.statements))
    members = tuple(sorted(found, key=lambda m: place[m.statement.id]))
    ids = {m.report for m in members}
    drifts = view.drifts_of(frozenset(claim.statements))
    return Facts(
        claim=claim,
        members=members,
        drifts=tuple(d for d in drifts if d.to in place and d.from_ in place),
        derivations=tuple(d for d in view.derivations_of(ids) if d.report in ids and d.from_ in ids),
        reports={report: view.report(report) for report in sorted(ids)},
    )


def asked(view: View, claim: str | None, only: Filter, limit: int) -> tuple[str, tuple[Facts, ...]]:
    """What a brief is on: its title, and the facts of one claim, or of the newest `limit` claims that `only` lets
    through; those that `about` makes count as being about them.

    Raises NotFoundError where the ledger holds nothing of it.
    """
    if claim is not None:
        one = facts(view, view.claim(claim))
        return one.claim.gist, (one,)
    found = tuple(facts(view, one) for one in _claims(view, only, limit))
    if not found:
        raise NotFoundError("no claim in this ledger to write a brief on")
    return _title(only), found


def _claims(view: View, only: Filter, limit: int) -> list[Claim]:
    """The claims asked for; of an actor, those they make before those that are about them."""
    asked_for = [only]
    if only.about and not only.origin:
        asked_for = [replace(only, about=None, origin=only.about), only]
    found = {claim.id: claim for filtered in asked_for for claim in view.claims(filtered, limit=limit)}
    return list(found.values())[:limit]


def _title(only: Filter) -> str:
    period = f"{only.since or '…'} to {only.until or '…'}" if only.since or only.until else ""
    parts = (
        only.about,
        f"claims of {only.origin}" if only.origin else "",
        f"claims in {only.outlet}" if only.outlet else "",
        only.place,
        only.event,
        period,
        f"given as {only.certainty}" if only.certainty else "",
        f"known origins at least {only.min_origins}" if only.min_origins else "",
        "contested claims" if only.contested else "",
    )
    return ", ".join(part for part in parts if part) or "Newest claims"


def references(cited: Iterable[Cite], found: Sequence[Facts]) -> tuple[Reference, ...]:
    """The reports that are cited, in the order in which they first are."""
    reports = {report.id: report for one in found for report in one.reports.values()}
    order = dict.fromkeys(cite.report for cite in cited)
    return tuple(
        Reference(number=number, report=r.id, outlet=r.outlet, title=r.title, published=r.published, uri=r.uri)
        for number, r in enumerate((reports[report] for report in order), 1)
    )
