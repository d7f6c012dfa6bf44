"""schema.org Claims as JSON-LD, for search engines' and fact-checkers' tools.

sayso gives no verdict: a claim comes with its appearances, the first of them, and who says it. Only where a person has
graded one of its statements is there a ClaimReview, and it is that person's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from sayso.export.context import UNKNOWN
from sayso.export.document import separated
from sayso.export.names import is_address, urn
from sayso.ledger import View
from sayso.model import Actor, ActorKind, Appearance, Claim, Credibility, ItemGrade, Judgement, effective
from sayso.query.shown import CREDIBILITY

Node = dict[str, Any]

CONTEXT = "https://schema.org"

_TYPES: Mapping[ActorKind, str] = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.GOVERNMENT: "GovernmentOrganization",
    ActorKind.OUTLET: "NewsMediaOrganization",
    ActorKind.GROUP: "Organization",
}


def write_claimreview(view: View, out: BinaryIO) -> None:
    """Write the claims, and the reviews of them that people gave, as one JSON-LD document of schema.org."""
    out.write(b'{"@context": "' + CONTEXT.encode() + b'",\n"@graph": [')
    for chunk in separated(_nodes(view)):
        out.write(chunk)
    out.write(b"]}\n")


def _nodes(view: View) -> Iterator[Node]:
    for claim in view.claims():
        members = view.appearances_of(frozenset(claim.statements))
        addresses = {report: view.report(report).uri for report in {member.report for member in members}}
        yield _claim(claim, _in_order(claim, members), addresses)
        yield from _reviews(claim, members, view.judgements_on({member.report for member in members}))


def _in_order(claim: Claim, members: Iterable[Appearance]) -> list[Appearance]:
    place = {statement: number for number, statement in enumerate(claim.statements)}
    return sorted(members, key=lambda member: place[member.statement.id])


def _claim(claim: Claim, members: Sequence[Appearance], addresses: Mapping[str, str]) -> Node:
    appearances = {member.statement.id: _appearance(member, addresses[member.report]) for member in members}
    return {
        "@type": "Claim",
        "@id": urn("claim", claim.id),
        "identifier": claim.id,
        "text": claim.gist,
        # who only denies it is no author of it
        "author": [_agent(o.actor) for o in claim.origins if not set(o.statements) <= set(claim.denials)],
        "appearance": list(appearances.values()),
        "firstAppearance": appearances[claim.first],
    }


def _agent(actor: Actor) -> Node:
    return {"@type": _TYPES.get(actor.kind, "Thing"), "name": actor.name or UNKNOWN}


def _appearance(member: Appearance, uri: str) -> Node:
    """The words of one statement, as a part of the report they stand in."""
    factuality = member.statement.factuality
    report = {
        "@type": "NewsArticle",
        "@id": urn("report", member.report),
        "publisher": {"@type": "NewsMediaOrganization", "name": member.outlet} if member.outlet else None,
        "datePublished": member.published,
        "url": uri if is_address(uri) else None,
    }
    spans = " ".join(f"{start}-{end}" for start, end in member.statement.content.spans)
    return {
        "@type": "Quotation",
        "@id": urn("statement", member.statement.id),
        "text": member.statement.content.text,
        "spokenByCharacter": _speaker(member),
        "description": f"{factuality.certainty}, {factuality.polarity}, {member.statement.realis};"
        f" code points {spans} of the report's text",
        "isPartOf": {name: value for name, value in report.items() if value is not None},
    }


def _speaker(member: Appearance) -> Node | None:
    source = member.chain[0].source if member.chain else None
    if source:
        return _agent(source.actor)
    return {"@type": "NewsMediaOrganization", "name": member.outlet or UNKNOWN}


def _reviews(claim: Claim, members: Iterable[Appearance], judgements: Sequence[Judgement]) -> Iterator[Node]:
    """What people graded: a grade of the Admiralty code for a statement, from 1 (best) to 5; 6 is no rating."""
    graded = {(member.report, member.statement.content.spans) for member in members}
    for judgement in effective(judgements):
        grade = judgement.decision
        if isinstance(grade, ItemGrade) and grade.ground and (grade.report, grade.ground.spans) in graded:
            yield _review(claim, judgement, grade)


def _review(claim: Claim, judgement: Judgement, grade: ItemGrade) -> Node:
    worded = {"alternateName": f"{grade.grade.value} {CREDIBILITY[grade.grade]}", "ratingExplanation": judgement.why}
    rated = {"ratingValue": int(grade.grade.value), "bestRating": 1, "worstRating": 5}
    return {
        "@type": "ClaimReview",
        "@id": urn("judgement", judgement.id),
        "itemReviewed": {"@id": urn("claim", claim.id)},
        "claimReviewed": grade.ground.text if grade.ground else claim.gist,
        "author": {"@type": "Person", "name": judgement.who},
        "datePublished": judgement.when,
        "reviewRating": {"@type": "Rating", **worded, **({} if grade.grade is Credibility.UNJUDGED else rated)},
    }
