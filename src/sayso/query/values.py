"""Values of a statement's fields as a person writes them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from sayso.errors import UsageError
from sayso.ledger.moments import bounds
from sayso.model import (
    Actor,
    Certainty,
    Content,
    Event,
    EventTime,
    Field,
    Place,
    Polarity,
    Quantity,
    Realis,
    Report,
    Span,
    Spans,
    Stance,
    Statement,
    Value,
    content_id,
    value_of,
    words,
)
from sayso.model.judgement import spans_in
from sayso.query.shown import one_line

NONE = "none"  # written for a value that is not there

Choice = TypeVar("Choice", bound=StrEnum)

_EVENT = re.compile(r"(?P<plover>[A-Za-z]+)[ /]+(?P<cameo>\d{2,4})")
_PLACE = re.compile(r"(?P<name>.+?)(?:,\s*(?P<country>[A-Z]{2}))?")
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_QUANTITY = re.compile(rf"(?P<min>{_NUMBER})?(?P<open>\.\.)?(?P<max>{_NUMBER})?(?:\s+(?P<of>.+))?")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")  # what TIMEX3 writes as EDTF does


def parse_value(field: Field, told: str, report: Report, statement: Statement) -> Value:
    """The value that `told` is for a field of a statement of `report`.

    In short: a word of the field's list, a name, an EDTF date, `Name, CC`, `PLOVER code`, `min..max of what`, spans
    `start:end`, or `none`; or else the JSON that `sayso extract` prints for the field. What has words of its own keeps
    those that the machine read it from, or the content's. Raises UsageError where it is none of these.
    """
    found = _json(field, told) if told[:1] in ("{", "[") else _PLAIN[field](told.strip(), _Words(report, statement))
    outside = [span for span in spans_in(found) if not 0 <= span.start < span.end <= len(report.text)]
    if outside:
        raise UsageError(f"{outside[0].start}:{outside[0].end} is no part of the report's text")
    return found


@dataclass(frozen=True, slots=True)
class _Words:
    """A statement and the words that a value of one of its fields may rest on."""

    report: Report
    statement: Statement

    def of(self, field: Field) -> Spans:
        """The words from which the machine read the field, or the content where it read nothing."""
        return spans_in(value_of(self.report, self.statement, field)) or self.statement.content.spans


def _json(field: Field, told: str) -> Value:
    try:
        return msgspec.convert({field.value: json.loads(told)}, Value)
    except (ValueError, msgspec.ValidationError) as error:
        raise UsageError(f"{field}: {error}") from error


def _one_of(kind: type[Choice], told: str) -> Choice:
    try:
        return kind(told.lower())
    except ValueError:
        raise UsageError(f"{told!r} is none of {', '.join(kind)}") from None


def _origin(told: str, at: _Words) -> Value:
    if told == NONE:
        return Value(origin=None)
    named = (link.source.actor for link in at.report.attributions if link.source)
    known = next((actor for actor in named if actor.name.casefold() == told.casefold()), None)
    return Value(origin=known or Actor(id=content_id("actor", told.casefold()), name=told))


def _time(told: str, at: _Words) -> Value:
    if told == NONE:
        return Value(time=None)
    if bounds(told) is None:
        raise UsageError(f"{told}: not a date or interval (EDTF: 2024, 2024-03-04, 2024-03/.., 2024-03-04T10:00:00)")
    timex = told if _DAY.fullmatch(told) else ""
    return Value(time=EventTime(edtf=told, timex=timex, spans=at.of(Field.TIME)))


def _place(told: str, at: _Words) -> Value:
    match = _PLACE.fullmatch(told)
    if told == NONE or match is None:
        return Value(place=None)
    return Value(place=Place(name=match["name"], country=match["country"], spans=at.of(Field.PLACE)))


def _event(told: str, at: _Words) -> Value:
    if told == NONE:
        return Value(event=None)
    match = _EVENT.fullmatch(told)
    if match is None:
        raise UsageError(f"{told}: not an event (PLOVER root and CAMEO code: CONSULT 042)")
    known = at.statement.event
    return Value(
        event=Event(
            plover=match["plover"].upper(),
            cameo=match["cameo"],
            trigger=known.trigger if known else at.statement.content.spans,
            participants=known.participants if known else (),
        )
    )


def _quantities(told: str, at: _Words) -> Value:
    if told == NONE:
        return Value(quantities=())
    return Value(quantities=tuple(_quantity(part.strip(), at) for part in told.split(";")))


def _quantity(told: str, at: _Words) -> Quantity:
    match = _QUANTITY.fullmatch(told)
    if match is None or not (match["min"] or match["max"]):
        raise UsageError(f"{told}: not a quantity (20 drones, 20.. drones, ..40 drones, 20..40 drones)")
    low, high = (float(bound.replace(",", "")) if bound else None for bound in (match["min"], match["max"]))
    if low is not None and high is not None and low > high:
        raise UsageError(f"{told}: the least is more than the most")
    return Quantity(min=low, max=high if match["open"] else low, of=match["of"], spans=at.of(Field.QUANTITIES))


def _stances(told: str, at: _Words) -> Value:
    if told == NONE:
        return Value(stances=())
    return Value(stances=tuple(_stance(part.strip(), at) for part in told.split(";")))


def _stance(told: str, at: _Words) -> Stance:
    name, _, commitment = told.rpartition(":")
    parts = commitment.split()
    if not name or len(parts) != 2:
        raise UsageError(f"{told}: not a stance (Name: certain negative)")
    actor = _origin(name.strip(), at).origin
    if not isinstance(actor, Actor):
        raise UsageError(f"{told}: nobody is named")
    certainty, polarity = _one_of(Certainty, parts[0]), _one_of(Polarity, parts[1])
    return Stance(actor=actor, certainty=certainty, polarity=polarity, spans=at.of(Field.STANCES))


def _content(told: str, at: _Words) -> Value:
    try:
        spans = tuple(Span(int(start), int(end)) for start, end in (part.split(":") for part in told.split(",")))
    except ValueError:
        raise UsageError(f"{told}: not spans (start:end, several with a comma, in code points of the text)") from None
    return Value(content=Content(spans=spans, text=words(at.report.text, spans)))


_PLAIN: Mapping[Field, Callable[[str, Any], Value]] = {
    Field.ORIGIN: _origin,
    Field.CERTAINTY: lambda told, _: Value(certainty=_one_of(Certainty, told)),
    Field.POLARITY: lambda told, _: Value(polarity=_one_of(Polarity, told)),
    Field.STANCES: _stances,
    Field.REALIS: lambda told, _: Value(realis=_one_of(Realis, told)),
    Field.EVENT: _event,
    Field.TIME: _time,
    Field.PLACE: _place,
    Field.QUANTITIES: _quantities,
    Field.CONTENT: _content,
}


def show_value(value: Value) -> str:
    """A value in the short form that `parse_value` reads, or as JSON where it has more in it."""
    told = msgspec.to_builtins(value)
    if not told:
        return NONE
    return _shown(next(iter(told)), next(iter(told.values())))


def _shown(field: str, value: Any) -> str:  # noqa: PLR0911 - one a field
    match field, value:
        case _, None | [] | ():
            return NONE
        case _, str():
            return value
        case "origin", {"name": name}:
            return str(name)
        case "time", {"edtf": edtf}:
            return str(edtf)
        case "place", {"name": name, "country": country}:
            return f"{name}, {country}" if country else str(name)
        case "event", {"plover": plover, "cameo": cameo}:
            return f"{plover} {cameo}"
        case "quantities", _:
            return "; ".join(map(_shown_quantity, value))
        case "stances", _:
            return "; ".join(f"{s['actor']['name']}: {s['certainty']} {s['polarity']}" for s in value)
        case "content", {"text": text}:
            return one_line(str(text))
        case _:
            return json.dumps(value, ensure_ascii=False)


def _shown_quantity(value: Mapping[str, Any]) -> str:
    low, high = ("" if value[bound] is None else f"{value[bound]:.10g}" for bound in ("min", "max"))
    amount = low if low == high else f"{low}..{high}"
    return f"{amount} {value['of']}" if value["of"] else amount
