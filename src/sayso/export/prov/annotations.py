"""Web Annotations (W3C): which words of a report's text each thing rests on.

Places count Unicode code points, as the Web Annotation Data Model asks (section 4.2.5), not UTF-16 units.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.export.context import Context
from sayso.export.names import urn
from sayso.export.prov.nodes import Node
from sayso.ledger.codec import storable
from sayso.model import Report, Span, Spans

_AROUND = 32  # code points of prefix and suffix: what tells one occurrence of a short quote from another


class Pointed(NamedTuple):
    """What rests on words: the thing's IRI, which of its parts, and where the words stand."""

    thing: str
    part: str
    spans: Spans


def annotations_of(context: Context) -> Iterator[Node]:
    """An annotation for each part of a statement, and of its attributions, that rests on words of the report."""
    for pointed in _pointed(context):
        if pointed.spans:
            yield annotation(context.report, pointed)


def annotation(report: Report, pointed: Pointed) -> Node:
    """The annotation that says which words `pointed` rests on; one target a span, all of which it needs."""
    name = (pointed.thing, pointed.part)
    return {
        "id": urn("annotation", *name),
        "type": ["Annotation"],
        "motivation": "identifying",
        "body": pointed.thing,
        "part": pointed.part,
        "target": [_target(report, span, (*name, str(number))) for number, span in enumerate(pointed.spans)],
    }


def _target(report: Report, span: Span, name: tuple[str, ...]) -> Node:
    text, (start, end) = report.text, span
    position = {"id": urn("position", *name), "type": ["TextPositionSelector"], "start": start, "end": end}
    quote = {
        "id": urn("quote", *name),
        "type": ["TextQuoteSelector"],
        "exact": storable(text[start:end]),
        "prefix": storable(text[max(0, start - _AROUND) : start]),
        "suffix": storable(text[end : end + _AROUND]),
    }
    return {
        "id": urn("target", *name),
        "type": ["SpecificResource"],
        "source": urn("report", report.id),
        "selector": [position, quote],
    }


def _pointed(context: Context) -> Iterator[Pointed]:
    statement = context.statement
    thing = urn("statement", statement.id)
    yield Pointed(thing, "content", statement.content.spans)
    yield Pointed(thing, "factuality", statement.factuality.cues)
    if statement.event:
        yield Pointed(thing, "event", statement.event.trigger)
    if statement.time:
        yield Pointed(thing, "time", statement.time.spans)
    if statement.place:
        yield Pointed(thing, "place", statement.place.spans)
    for number, quantity in enumerate(statement.quantities):
        yield Pointed(urn("quantity", statement.id, str(number)), "quantity", quantity.spans)
    for number, stance in enumerate(statement.stances):
        yield Pointed(urn("stance", statement.id, str(number)), "stance", stance.spans)
    for link in context.chain:
        said = urn("attribution", link.id)
        yield Pointed(said, "source", link.source.spans if link.source else ())
        yield Pointed(said, "cue", link.cue.spans if link.cue else ())
