"""FollowTheMoney entities, one a line, for Aleph and OpenSanctions' tools.

A statement with an event is an Event, any other a Note; the name of both begins with who says it and how surely, so
that nobody reads a claim as a fact.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, BinaryIO

from sayso.export.context import Context, involved, of_report, outlet, speaker
from sayso.export.document import encode
from sayso.export.names import is_address, uuid
from sayso.ledger import View
from sayso.ledger.codec import storable
from sayso.ledger.moments import EARLIEST, LATEST, bounds
from sayso.model import Actor, ActorKind, Derivation, Report, Span, Spans, Stance, Statement, words

Entity = dict[str, Any]

_SCHEMATA: Mapping[ActorKind, str] = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.GOVERNMENT: "PublicBody",
    ActorKind.OUTLET: "Organization",
}  # the rest are of the schema above these, LegalEntity: groups, roles, the unknown
_OTHER = "LegalEntity"
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")  # the dates that FollowTheMoney keeps: no longer, no doubt marks
_LANGUAGES: Mapping[str, str] = {"en": "eng"}  # ISO 639-3, which FollowTheMoney asks for, of what extraction reads


def write_ftm(view: View, out: BinaryIO) -> None:
    """Write the ledger's current reports, actors, statements and derivations as FollowTheMoney entities, one a line."""
    seen: set[str] = set()
    for entity in _entities(view):
        if entity["id"] not in seen:
            seen.add(entity["id"])
            out.write(encode(entity) + b"\n")


def _entities(view: View) -> Iterator[Entity]:
    for report in view.reports():
        yield _article(report)
        yield _actor(outlet(report))
        for context in of_report(view, report):
            for actor in involved(context):
                yield _actor(actor)
                yield _mention(report, actor)
            yield _event(context) if context.statement.event else _note(context)
    for derivation in view.derivations():
        yield _link(derivation)


def _entity(schema: str, identifier: str, properties: Mapping[str, Iterable[str | None]]) -> Entity:
    told = {name: [storable(value) for value in values if value] for name, values in properties.items()}
    return {"id": identifier, "schema": schema, "properties": {name: values for name, values in told.items() if values}}


def _id(*parts: str) -> str:
    return f"sayso-{uuid(*parts)}"


def _article(report: Report) -> Entity:
    properties = {
        "title": (report.title,),
        "author": report.bylines,
        "publisher": (report.outlet,),
        "sourceUrl": (report.uri if is_address(report.uri) else None,),
        "fileName": (None if is_address(report.uri) else report.uri,),
        "publishedAt": (_moment(report.published),),
        "modifiedAt": (_moment(report.updated),),
        "language": (_LANGUAGES.get(report.language),),
        "bodyText": (body_text(report.text),),
    }
    return _entity("Article", _id("report", report.id), properties)


def body_text(text: str) -> str:
    """`text` as FollowTheMoney keeps it, so that places in it hold after a load: composed (NFC), without what cannot be
    seen and without blanks at both ends.
    """
    return _composed(text).strip()


def body_spans(text: str, spans: Spans) -> Spans:
    """`spans` of `text` as places in its `body_text`."""
    composed = _composed(text)
    cut = len(composed) - len(composed.lstrip())
    kept = len(composed.strip())

    def place(at: int) -> int:
        return min(max(0, len(_composed(text[:at])) - cut), kept)

    return tuple(Span(place(start), place(end)) for start, end in spans)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(map(_visible, text)))


@cache
def _visible(character: str) -> str:
    kept = character in "\t\n\r\u00a0" or unicodedata.category(character)[0] not in "CZ"
    return character if kept else " "


def _moment(published: str | None) -> str | None:
    """A report's time as exact as FollowTheMoney keeps one: a day, or a second in UTC."""
    told = bounds(published)
    if told is None or published is None:
        return None
    return published if _DAY.fullmatch(published) else told[0]


def _actor(actor: Actor) -> Entity:
    country = actor.country.lower() if actor.country else None
    properties = {"name": (actor.name,), "country": (country,)}
    return _entity(_SCHEMATA.get(actor.kind, _OTHER), _id("identity", actor.id), properties)


def _mention(report: Report, actor: Actor) -> Entity:
    properties = {
        "document": (_id("report", report.id),),
        "resolved": (_id("identity", actor.id),),
        "name": (actor.name,),
        "detectedSchema": (_SCHEMATA.get(actor.kind, _OTHER),),
    }
    return _entity("Mention", _id("mention", report.id, actor.id), properties)


def _told(context: Context) -> dict[str, tuple[str | None, ...]]:
    """The properties that an Event and a Note share."""
    report, statement = context.report, context.statement
    factuality = statement.factuality
    sure = f"{factuality.certainty}, {factuality.polarity}, {statement.realis}"
    decided = (f"{one.field} overruled by {one.judgement.who}, {one.judgement.when}" for one in context.overruled)
    claimed = f"claim:{context.claim.id}" if context.claim else None
    return {
        "name": (f"{speaker(context).name} ({sure}): {statement.content.text}",),
        "description": (body_text(statement.content.text),),
        "notes": (_spans(context), *(_stance(report, stance) for stance in statement.stances), *decided),
        "keywords": (
            f"certainty:{factuality.certainty}",
            f"polarity:{factuality.polarity}",
            f"realis:{statement.realis}",
            claimed,
        ),
        "publisher": (report.outlet,),
        "sourceUrl": (report.uri if is_address(report.uri) else None,),
        "proof": (_id("report", report.id),),
    }


def _spans(context: Context) -> str:
    """Where the words stand in the article's bodyText."""
    spans = body_spans(context.report.text, context.statement.content.spans)
    return "code points " + " ".join(f"{start}-{end}" for start, end in spans)


def _stance(report: Report, stance: Stance) -> str:
    return f"{stance.actor.name}: {stance.certainty}, {stance.polarity}: “{words(report.text, stance.spans)}”"


def _note(context: Context) -> Entity:
    about = tuple(_id("identity", actor.id) for actor in involved(context))
    country = context.statement.place.country if context.statement.place else None
    properties = _told(context) | {"entity": about, "country": (country.lower() if country else None,)}
    return _entity("Note", _id("statement", context.statement.id), properties)


def _event(context: Context) -> Entity:
    statement = context.statement
    event, place = statement.event, statement.place
    participants = event.participants if event else ()
    codes = (f"plover:{event.plover}", f"cameo:{event.cameo}") if event else ()
    told = _told(context)
    properties = (
        told
        | _dates(statement)
        | {
            "keywords": (*told["keywords"], *codes),
            "involved": tuple(_id("identity", p.actor.id) for p in participants if p.actor),
            "location": (place.name if place else None,),
            "country": (place.country.lower() if place and place.country else None,),
            "recordId": (statement.id,),
        }
    )
    return _entity("Event", _id("statement", statement.id), properties)


def _dates(statement: Statement) -> dict[str, tuple[str | None, ...]]:
    """When it happened: one date where FollowTheMoney can keep it so, else the first and the last day."""
    edtf = statement.time.edtf if statement.time else ""
    if _DAY.fullmatch(edtf) and bounds(edtf):
        return {"date": (edtf,)}
    first, last = bounds(edtf) or (EARLIEST, LATEST)
    return {
        "startDate": (None if first == EARLIEST else first[:10],),
        "endDate": (None if last == LATEST else last[:10],),
    }


def _link(derivation: Derivation) -> Entity:
    properties = {
        "subject": (_id("report", derivation.report),),
        "object": (_id("report", derivation.from_),),
        "role": (derivation.kind.value,),
    }
    told = ("derivation", derivation.report, derivation.from_, derivation.kind.value)
    return _entity("UnknownLink", _id(*told), properties)
