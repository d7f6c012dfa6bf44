"""What a ledger keeps of a report, as rows: pure functions from the model to columns and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sayso.ledger.codec import dumps, loads, storable
from sayso.ledger.folding import key
from sayso.ledger.moments import EARLIEST, LATEST, bounds
from sayso.ledger.versions import moment
from sayso.model import (
    Appearance,
    Claim,
    Derivation,
    Drift,
    Drop,
    Report,
    SameClaim,
    Statement,
    appearances,
    content_id,
)

Row = dict[str, Any]

ORIGIN, SOURCE, STANCE = "origin", "source", "stance"
PLACE = "place"
LONGEST_KEY = 500  # code points of what an index holds: PostgreSQL takes 2,704 bytes

PARTICIPANTS = ("actor", "recipient", "other")  # the values of sayso.model.Role


def report_row(report: Report, superseded_by: str | None) -> Row:
    """The row of a report, but for its number; its statements stand in rows of their own."""
    return {
        "id": report.id,
        "uri": storable(report.uri),
        "outlet": _text(report.outlet),
        "outlet_key": name_key(report.outlet or ""),
        "title": _text(report.title),
        "published": _text(report.published),
        "updated": _text(report.updated),
        "instant": moment(report),
        "language": storable(report.language),
        "statements": len(report.statements),
        "superseded_by": superseded_by,
        "digest": digest(report),
        "payload": dumps(replace(report, statements=())),
    }


def digest(report: Report) -> str:
    """A hash of all that is known of a report, its statements included: what was stored is what comes back."""
    return content_id(dumps(report))


@dataclass(frozen=True, slots=True)
class _Stated:
    """What of the row of a statement is the statement itself; its surroundings are in the report."""

    statement: Statement


def report_from(payload: str, statements: Iterable[str]) -> Report:
    """A report from its row's payload and those of its statements, in order of place."""
    found = tuple(loads(one, _Stated).statement for one in statements)
    return replace(loads(payload, Report), statements=found)


def statement_rows(report: Report, *, current: bool) -> list[Row]:
    """The rows of a report's statements, but for their numbers, each with its surroundings."""
    published = bounds(report.published)
    return [
        _statement_row(appearance, published, current=current) | {"place_in_report": number}
        for number, appearance in enumerate(appearances(report))
    ]


def _statement_row(appearance: Appearance, published: tuple[str, str] | None, *, current: bool) -> Row:
    statement = appearance.statement
    event, place, origin = statement.event, statement.place, statement.origin
    happened = bounds(statement.time.edtf) if statement.time else None
    start, end = happened or (None, None)
    dated_start, dated_end = happened or published or (LATEST, EARLIEST)  # nothing is known: within no range
    return {
        "id": statement.id,
        "report": appearance.report,
        "current": current,
        "origin": origin and origin.id,
        # whoever a statement without a source comes from is its outlet
        "origin_key": name_key(origin.name if origin else appearance.outlet or ""),
        "certainty": statement.factuality.certainty.value,
        "polarity": statement.factuality.polarity.value,
        "realis": statement.realis.value,
        "plover": event and storable(event.plover).upper(),
        "cameo": event and storable(event.cameo),
        "time_start": start,
        "time_end": end,
        "dated_start": dated_start,
        "dated_end": dated_end,
        "place_key": place and name_key(place.name),
        "geonames_id": place and place.geonames_id,
        "country": place and _text(place.country),
        "payload": dumps(appearance),
    }


def actor_rows(report: Report) -> tuple[list[Row], list[Row]]:
    """Rows of the actors that have to do with a report's statements, and of what each has to do with which."""
    names: dict[tuple[str, str], Row] = {}
    parts: dict[tuple[str, str, str], Row] = {}
    for appearance in appearances(report):
        for actor, name, role in _involved(appearance):
            folded = name_key(name)
            names.setdefault((actor, folded), {"id": actor, "key": folded, "name": storable(name)})
            part = {"statement": appearance.statement.id, "actor": actor, "role": role}
            parts.setdefault((appearance.statement.id, actor, role), part)
    return list(names.values()), list(parts.values())


def name_rows(statements: Iterable[Row]) -> list[Row]:
    """Rows of the names of origins and places that `statements`, as rows, have."""
    kinds = {ORIGIN: "origin_key", PLACE: "place_key"}
    found = {(kind, row[column]) for row in statements for kind, column in kinds.items() if row[column]}
    return [{"kind": kind, "key": name} for kind, name in sorted(found)]


def _involved(appearance: Appearance) -> Iterable[tuple[str, str, str]]:
    """Actor, name and role of everybody who has to do with a statement."""
    statement: Statement = appearance.statement
    if statement.origin:
        yield statement.origin.id, statement.origin.name, ORIGIN
    for attribution in appearance.chain:
        if attribution.source:
            yield attribution.source.actor.id, attribution.source.actor.name, SOURCE
    for stance in statement.stances:
        yield stance.actor.id, stance.actor.name, STANCE
    for participant in statement.event.participants if statement.event else ():
        if participant.actor:
            yield participant.actor.id, participant.actor.name, participant.role.value


def link_row(link: SameClaim) -> Row:
    """The row of a link between two statements."""
    return {"a": link.a, "b": link.b, "score": link.score, "payload": dumps(link)}


def claim_row(claim: Claim, published: Mapping[str, str]) -> Row:
    """The row of a claim; `published` tells the moment of each of its statements that is known."""
    return {
        "id": claim.id,
        "instant": published.get(claim.first, EARLIEST),
        "contested": claim.contested,
        "min_origins": claim.independent_origins.min,
        "payload": dumps(claim),
    }


def member_rows(claim: Claim) -> list[Row]:
    """Which statements a claim has."""
    return [{"claim": claim.id, "statement": statement} for statement in dict.fromkeys(claim.statements)]


def derivation_row(derivation: Derivation) -> Row:
    """The row of a derivation; a pair of reports has at most one of each kind."""
    kind = derivation.kind.value
    return {"report": derivation.report, "source": derivation.from_, "kind": kind, "payload": dumps(derivation)}


def drift_row(drift: Drift) -> Row:
    """The row of a drift."""
    payload = dumps(drift)
    return {"id": content_id(payload), "source": drift.from_, "target": drift.to, "payload": payload}


def drop_row(drop: Drop) -> Row:
    """The row of what was left out; the same drop is the same row."""
    payload, place = dumps(drop), storable(drop.where)[:LONGEST_KEY]
    return {"id": content_id(payload), "reason": drop.reason.value, "place": place, "payload": payload}


def name_key(name: str) -> str:
    """A name as it is searched by its words, no longer than an index can hold."""
    return key(name)[:LONGEST_KEY]


def _text(value: str | None) -> str | None:
    return None if value is None else storable(value)
