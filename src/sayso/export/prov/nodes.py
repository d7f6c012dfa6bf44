"""A ledger as nodes of JSON-LD: pure functions from the model.

Every node has an IRI, none is blank, so that two exports can be merged and the same ledger gives the same file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from sayso.export.context import Context, outlet
from sayso.export.names import is_address, urn
from sayso.ledger.codec import storable
from sayso.ledger.moments import bounds
from sayso.model import (
    Actor,
    ActorKind,
    Attribution,
    Claim,
    Derivation,
    DerivationKind,
    Drift,
    Quantity,
    Report,
    Stance,
    Statement,
)

Node = dict[str, Any]

_AGENTS = {
    ActorKind.PERSON: "prov:Person",
    ActorKind.ORGANISATION: "prov:Organization",
    ActorKind.GOVERNMENT: "prov:Organization",
    ActorKind.OUTLET: "prov:Organization",
}  # the rest are no more than agents: a group may be a crowd
_DATES = (
    (re.compile(r"\d{4}"), "xsd:gYear"),
    (re.compile(r"\d{4}-\d\d"), "xsd:gYearMonth"),
    (re.compile(r"\d{4}-\d\d-\d\d"), "xsd:date"),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?"), "xsd:dateTime"),
)
_MINUTES = re.compile(r"(T\d\d:\d\d)(?=$|Z|[+-])")
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"


def _node(identifier: str, kinds: list[str], properties: Node) -> Node:
    told = {name: value for name, value in properties.items() if value not in (None, "", [], ())}
    return {"id": identifier, "type": kinds, **told}


def _text(value: str | None) -> str | None:
    return None if value is None else storable(value)


def _at(identifier: str) -> Node:
    return {"id": identifier}


def date(moment: str | None) -> Node | str | None:
    """A report's time as the XML Schema type that is as exact as it; as it stands where it is no date."""
    if moment is None or bounds(moment) is None:
        return _text(moment)
    full = _MINUTES.sub(r"\1:00", moment)
    kind = next((kind for form, kind in _DATES if form.fullmatch(full)), None)
    return {"@value": full, "@type": kind} if kind else moment


def report_node(report: Report) -> Node:
    """A report: an entity that its outlet is answerable for, with the text that all places are counted in."""
    address = {"@value": storable(report.uri), "@type": "xsd:anyURI"} if is_address(report.uri) else None
    properties = {
        "identifier": report.id,
        "title": _text(report.title),
        "url": address,
        "creator": [storable(name) for name in report.bylines],
        "issued": date(report.published),
        "modified": date(report.updated),
        "language": None if report.language == "unknown" else _text(report.language),
        "text": storable(report.text),
        "wasAttributedTo": _at(urn("identity", outlet(report).id)),
    }
    return _node(urn("report", report.id), ["Entity", "Report"], properties)


def agent_node(actor: Actor) -> Node:
    """An actor or outlet."""
    kinds = ["Agent", _AGENTS[actor.kind]] if actor.kind in _AGENTS else ["Agent"]
    properties = {"name": storable(actor.name), "kind": actor.kind.value, "country": actor.country}
    return _node(urn("identity", actor.id), kinds, properties)


def attribution_node(attribution: Attribution) -> Node:
    """What the report says that somebody said: an entity that this source is answerable for."""
    source, cue = attribution.source, attribution.cue
    properties = {
        "value": storable(attribution.content.text),
        "wasAttributedTo": _at(urn("identity", source.actor.id)) if source else None,
        "manner": attribution.manner.value,
        "cue": _text(cue.lemma if cue else None),
        "saidOn": {"@value": storable(attribution.said_on.edtf), "@type": EDTF} if attribution.said_on else None,
    }
    return _node(urn("attribution", attribution.id), ["Entity", "Attribution"], properties)


def reading_nodes(context: Context) -> Iterator[Node]:
    """The reading that found the statement, and the program that did it."""
    report, extractor = context.report, storable(context.statement.provenance.extractor)
    program = urn("program", extractor)
    yield _node(program, ["Agent", "prov:SoftwareAgent"], {"name": extractor})
    activity = {"used": _at(urn("report", report.id)), "wasAssociatedWith": _at(program)}
    yield _node(_reading(context), ["Activity"], activity)


def _reading(context: Context) -> str:
    return urn("reading", context.report.id, context.statement.provenance.extractor)


def statement_nodes(context: Context) -> Iterator[Node]:
    """A statement, its chain from the outlet inwards, the stances of others, and its quantities."""
    statement = context.statement
    chain = [urn("attribution", link.id) for link in context.chain]
    for inner, outer in pairwise(chain):
        yield {"id": outer, "wasDerivedFrom": _at(inner)}
    stances = [_stance(statement, number, stance) for number, stance in enumerate(statement.stances)]
    quantities = [_quantity(statement, number, quantity) for number, quantity in enumerate(statement.quantities)]
    yield from (*stances, *quantities)
    links = {
        "wasQuotedFrom": _at(urn("report", context.report.id)),
        "wasGeneratedBy": _at(_reading(context)),
        "wasDerivedFrom": _at(chain[-1]) if chain else None,
        "hadPrimarySource": _at(chain[0]) if chain else None,
        "claim": _at(urn("claim", context.claim.id)) if context.claim else None,
        "quantity": [_at(node["id"]) for node in quantities],
    }
    yield _node(urn("statement", statement.id), ["Entity", "Statement"], _meaning(statement) | links)


def _meaning(statement: Statement) -> Node:
    factuality, event, place = statement.factuality, statement.event, statement.place
    low, high = factuality.probability or (None, None)
    return {
        "identifier": statement.id,
        "value": storable(statement.content.text),
        "certainty": factuality.certainty.value,
        "polarity": factuality.polarity.value,
        "probabilityMin": _double(low),
        "probabilityMax": _double(high),
        "realis": statement.realis.value,
        "plover": _text(event.plover if event else None),
        "cameo": _text(event.cameo if event else None),
        "eventTime": {"@value": storable(statement.time.edtf), "@type": EDTF} if statement.time else None,
        "place": _text(place.name if place else None),
        "geonames": _at(f"https://sws.geonames.org/{place.geonames_id}/") if place and place.geonames_id else None,
        "score": _double(statement.provenance.score),
    }


def _double(value: float | None) -> Node | None:
    return None if value is None else {"@value": repr(float(value)), "@type": "xsd:double"}


def _stance(statement: Statement, number: int, stance: Stance) -> Node:
    properties = {
        "stanceOn": _at(urn("statement", statement.id)),
        "wasAttributedTo": _at(urn("identity", stance.actor.id)),
        "certainty": stance.certainty.value,
        "polarity": stance.polarity.value,
    }
    return _node(urn("stance", statement.id, str(number)), ["Entity", "Stance"], properties)


def _quantity(statement: Statement, number: int, quantity: Quantity) -> Node:
    bounds_told = {"min": _double(quantity.min), "max": _double(quantity.max)}
    rest = {"counted": _text(quantity.of), "word": _text(quantity.word)}
    return _node(urn("quantity", statement.id, str(number)), ["Quantity"], bounds_told | rest)


def judgement_nodes(context: Context) -> Iterator[Node]:
    """Where a person overruled the machine: an activity that the statement was changed by, and the person."""
    for one in context.overruled:
        person, judgement = urn("person", one.judgement.who), urn("judgement", one.judgement.id)
        yield _node(person, ["Agent", "prov:Person"], {"name": storable(one.judgement.who)})
        properties = {
            "wasAssociatedWith": _at(person),
            "endedAtTime": date(one.judgement.when),
            "field": one.field.value,
            "why": storable(one.judgement.why),
        }
        yield _node(judgement, ["Activity", "Judgement"], properties)
        yield {"id": urn("statement", context.statement.id), "overruledBy": _at(judgement)}


def claim_node(claim: Claim) -> Node:
    """A claim: the collection of the statements that share it."""
    properties = {
        "identifier": claim.id,
        "title": storable(claim.gist),
        "hadMember": [_at(urn("statement", statement)) for statement in claim.statements],
        "first": _at(urn("statement", claim.first)),
        "independentOriginsMin": claim.independent_origins.min,
        "independentOriginsMax": claim.independent_origins.max,
        "contested": claim.contested,
    }
    return _node(urn("claim", claim.id), ["Entity", "Collection", "Claim"], properties)


def derivation_nodes(derivation: Derivation) -> Iterator[Node]:
    """That a report draws on another; one that copies it quotes it, in the sense of PROV."""
    report, source, kind = urn("report", derivation.report), urn("report", derivation.from_), derivation.kind
    how = urn("derivation", derivation.report, derivation.from_, kind.value)
    properties = {"entity": _at(source), "kind": kind.value, "score": _double(derivation.score)}
    yield _node(how, ["prov:Derivation"], properties)
    plain = "wasQuotedFrom" if kind is DerivationKind.COPIES else "wasDerivedFrom"
    yield {"id": report, plain: _at(source), "qualifiedDerivation": _at(how)}


def drift_nodes(drift: Drift) -> Iterator[Node]:
    """What a statement changed of the one that it derives from."""
    changed, source = urn("statement", drift.to), urn("statement", drift.from_)
    how = urn("drift", drift.to, drift.from_, drift.kind.value)
    yield _node(how, ["prov:Derivation", "Drift"], {"entity": _at(source), "kind": drift.kind.value})
    yield {"id": changed, "wasDerivedFrom": _at(source), "qualifiedDerivation": _at(how)}
