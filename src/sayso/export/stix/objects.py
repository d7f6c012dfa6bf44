"""Objects of STIX 2.1: pure functions from the model to what JSON holds.

A statement is a note: words that a report was seen to hold. How far somebody commits to it is an opinion of theirs on
that note, so that nothing in a bundle asserts what a source asserts. Everything that STIX has no place for stands in
one extension, the spans among it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sayso.export.context import UNKNOWN, Context, speaker
from sayso.export.names import instant, is_address, uuid
from sayso.export.scales import ADMIRALTY, confidence, opinion
from sayso.model import (
    Actor,
    ActorKind,
    Claim,
    Derivation,
    Drift,
    Factuality,
    Overruled,
    Place,
    Quantity,
    Report,
    Spans,
    Stance,
    words,
)

Object = dict[str, Any]

MADE = "2026-11-01T00:00:00.000Z"  # when this mapping was made: the date of objects that have none of their own

_CLASSES: Mapping[ActorKind, str] = {
    ActorKind.PERSON: "individual",
    ActorKind.ORGANISATION: "organization",
    ActorKind.GOVERNMENT: "organization",
    ActorKind.OUTLET: "organization",
    ActorKind.GROUP: "group",
}  # for the rest the property, which is optional, says nothing

PRODUCER = f"identity--{uuid('sayso')}"
EXTENSION = f"extension-definition--{uuid('stix extension')}"


def ref(kind: str, *parts: str) -> str:
    """The id of the object of this STIX type for the thing that `parts` tell."""
    return f"{kind}--{uuid(kind, *parts)}"


def _object(identifier: str, at: str | None, properties: Object, extension: Object | None = None) -> Object:
    made = {
        "type": identifier.partition("--")[0],
        "spec_version": "2.1",
        "id": identifier,
        "created_by_ref": PRODUCER,
        "created": at or MADE,
        "modified": at or MADE,
        **properties,
    }
    if extension:
        made["extensions"] = {EXTENSION: {"extension_type": "property-extension", **_dense(extension)}}
    return _dense(made)


def _dense(properties: Object) -> Object:
    """Without what is empty: STIX knows neither null nor empty lists."""
    return {name: value for name, value in properties.items() if value not in (None, "", (), [], {})}


def producer() -> tuple[Object, ...]:
    """The program itself, and what its extension is."""
    identity = _object(PRODUCER, None, {"name": "sayso", "identity_class": "system"})
    del identity["created_by_ref"]
    definition = {
        "name": "statements of sayso",
        "description": "What a statement in a report means, and the exact words that tell.",
        "schema": "Each property repeats the field of that name that `sayso schema` describes. Spans are half-open"
        " ranges of Unicode code points in the `text` of the report's object.",
        "version": "1.0.0",
        "extension_types": ["property-extension"],
    }
    return identity, _object(EXTENSION, None, definition)


def identity_of(actor: Actor) -> Object:
    """An actor or an outlet."""
    extension = {"actor": actor.id, "kind": actor.kind.value, "country": actor.country}
    return _object(
        ref("identity", actor.id),
        None,
        {"name": actor.name or UNKNOWN, "identity_class": _CLASSES.get(actor.kind)},
        extension,
    )


def location_of(place: Place) -> Object | None:
    """A place; None where neither its country nor its coordinates are known, which STIX asks for."""
    known = place.lat is not None and place.lon is not None
    if place.country is None and not known:
        return None
    told = str(place.geonames_id or (place.name, place.country, place.lat, place.lon))
    properties = {"name": place.name, "country": place.country}
    where = {"latitude": place.lat, "longitude": place.lon} if known else {}
    made = _object(ref("location", told), None, properties, {"geonames_id": place.geonames_id})
    return made | where  # after the empty was left out: the equator is no empty value


def report_ref(report: Report) -> str:
    """The id of a report's object: a report, or a grouping where its date, which a report must have, is not known."""
    return ref("report" if instant(report.published) else "grouping", report.id)


def report_of(report: Report, refs: Iterable[str]) -> Object:
    """A report, with `refs` to all that was found in it."""
    published = instant(report.published)
    reference = {
        "source_name": report.outlet or UNKNOWN,
        "url": report.uri if is_address(report.uri) else None,
        "external_id": report.id,
    }
    extension = {
        "report": report.id,
        "uri": report.uri,
        "outlet": report.outlet,
        "published": report.published,
        "updated": report.updated,
        "body": report.body,
        "text": report.text,
    }
    properties = {
        "name": report.title or report.uri or UNKNOWN,
        "published": published,
        "context": None if published else "unspecified",
        "lang": None if report.language == UNKNOWN else report.language,
        "object_refs": list(refs),
        "external_references": [_dense(reference)],
    }
    return _object(report_ref(report), published, properties, extension)


def note_of(context: Context, refs: Iterable[str]) -> Object:
    """A statement: the words, whose they are, and `refs` to whom and what they are about."""
    report, statement = context.report, context.statement
    factuality = statement.factuality
    properties = {
        "abstract": f"{speaker(context).name}: {factuality.certainty}, {factuality.polarity}, {statement.realis}",
        "content": statement.content.text or UNKNOWN,
        "authors": [speaker(context).name or UNKNOWN],
        "object_refs": list(refs),
        "confidence": ADMIRALTY.get(context.grade) if context.grade else None,
    }
    return _object(ref("note", statement.id), instant(report.published), properties, _of_statement(context))


def _of_statement(context: Context) -> Object:
    statement, factuality = context.statement, context.statement.factuality
    event, time, place = statement.event, statement.time, statement.place
    low, high = factuality.probability or (None, None)
    return {
        "statement": statement.id,
        "report_ref": report_ref(context.report),
        "claim_ref": ref("grouping", context.claim.id) if context.claim else None,
        "spans": statement.content.spans,
        "chain": [_link(context, number) for number in range(len(context.chain))],
        "certainty": factuality.certainty.value,
        "polarity": factuality.polarity.value,
        "probability_min": low,
        "probability_max": high,
        "factuality_spans": factuality.cues,
        "realis": statement.realis.value,
        "plover": event and event.plover,
        "cameo": event and event.cameo,
        "event_spans": event and event.trigger,
        "time": time and time.edtf,
        "time_spans": time and time.spans,
        "place": place and place.name,
        "place_spans": place and place.spans,
        "quantities": [_quantity(quantity) for quantity in statement.quantities],
        "overruled": [_ruling(one) for one in context.overruled],
        "grade": context.grade and context.grade.value,
        "extractor": statement.provenance.extractor,
        "score": statement.provenance.score,
    }


def _ruling(one: Overruled) -> Object:
    by = one.judgement
    return _dense({"field": one.field.value, "who": by.who, "when": by.when, "why": by.why})


def _link(context: Context, number: int) -> Object:
    link = context.chain[number]
    source, cue = link.source, link.cue
    return _dense(
        {
            "source": source.text if source else UNKNOWN,
            "source_ref": ref("identity", source.actor.id) if source else None,
            "source_spans": source.spans if source else None,
            "cue": cue and cue.text,
            "cue_spans": cue and cue.spans,
            "manner": link.manner.value,
        }
    )


def _quantity(quantity: Quantity) -> Object:
    bounds = {"min": quantity.min, "max": quantity.max}
    rest = {"counted": quantity.of, "word": quantity.word, "spans": quantity.spans}
    return {name: value for name, value in bounds.items() if value is not None} | _dense(rest)


def opinions_of(context: Context) -> tuple[Object, ...]:
    """How far the origin commits to a statement, and how far each other source does."""
    statement = context.statement
    first = _opinion(context, speaker(context), statement.factuality, 0, statement.factuality.cues)
    rest = (_opinion(context, s.actor, s, number, s.spans) for number, s in enumerate(statement.stances, 1))
    return first, *rest


def _opinion(context: Context, actor: Actor, stand: Factuality | Stance, number: int, spans: Spans) -> Object:
    report, statement = context.report, context.statement
    properties = {
        "opinion": opinion(stand),
        "explanation": words(report.text, spans),
        "authors": [actor.name or UNKNOWN],
        "object_refs": [ref("note", statement.id)],
        "confidence": confidence(stand) if isinstance(stand, Factuality) else None,
    }
    extension = {
        "statement": statement.id,
        "report_ref": report_ref(report),
        "actor_ref": ref("identity", actor.id),
        "certainty": stand.certainty.value,
        "polarity": stand.polarity.value,
        "spans": spans,
    }
    return _object(ref("opinion", statement.id, str(number)), instant(report.published), properties, extension)


def grouping_of(claim: Claim, dates: tuple[str | None, ...]) -> Object:
    """A claim: the notes that share it, none of them the claim of this bundle's maker. `dates` are when its
    statements were published.
    """
    count = claim.independent_origins
    moments = sorted(date for date in map(instant, dates) if date) or [MADE]
    properties = {
        "name": claim.gist or UNKNOWN,
        "description": f"independent origins: {count.min} at least, {count.max} at most"
        + ("; contested" if claim.contested else ""),
        "context": "unspecified",
        "object_refs": [ref("note", statement) for statement in claim.statements],
    }
    extension = {
        "claim": claim.id,
        "first_ref": ref("note", claim.first),
        "denial_refs": [ref("note", statement) for statement in claim.denials],
        "origin_refs": [ref("identity", origin.actor.id) for origin in claim.origins],
        "independent_origins_min": count.min,
        "independent_origins_max": count.max,
        "contested": claim.contested,
    }
    return _object(ref("grouping", claim.id), moments[0], properties, extension) | {"modified": moments[-1]}


def derivation_of(derivation: Derivation, report: str, source: str) -> Object:
    """That one report draws on another; both by the ids of their objects."""
    kind = derivation.kind.value
    properties = {
        # derived-from is for two objects of one type
        "relationship_type": "derived-from" if _type(report) == _type(source) else "related-to",
        "source_ref": report,
        "target_ref": source,
        "description": f"{kind} ({derivation.score:.2f})",
    }
    evidence = [{"spans": e.spans, "from_spans": e.from_spans} for e in derivation.evidence]
    extension = {"kind": kind, "score": derivation.score, "evidence": evidence}
    return _object(ref("relationship", derivation.report, derivation.from_, kind), None, properties, extension)


def _type(identifier: str) -> str:
    return identifier.partition("--")[0]


def drift_of(drift: Drift) -> Object:
    """What a statement changed of the one that it derives from."""
    properties = {
        "relationship_type": "derived-from",
        "source_ref": ref("note", drift.to),
        "target_ref": ref("note", drift.from_),
        "description": drift.kind.value,
    }
    told = (drift.to, drift.from_, drift.kind.value, str(drift.spans))
    return _object(ref("relationship", *told), None, properties, {"kind": drift.kind.value, "spans": drift.spans})
