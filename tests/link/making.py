"""Appearances for the tests of linking: one sentence in one report, with everything defaulted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.model import (
    Actor,
    Appearance,
    Attribution,
    Content,
    Cue,
    Event,
    EventTime,
    Manner,
    Origin,
    Participant,
    Place,
    Report,
    Role,
    Source,
    Span,
    appearances,
    content_id,
    words,
)
from tests.factory import actor, report, statement


def told(
    content: str, *, by: str | None = None, cue: str = "say", day: str = "2024-03-14", **fields: Any
) -> Appearance:
    """`content` as the only statement of its own report; `by` names its source, `day` its time of publication.

    Fields `outlet`, `headline` and `around` (the paragraph, with `content` in it) go to the report, others to the
    statement.
    """
    home_fields = {name: fields.pop(name) for name in ("outlet", "headline") if name in fields}
    home = report(fields.pop("around", content), published=day, uri=f"memory:{content_id(content, day)}", **home_fields)
    made = statement(content, within=home, **fields)
    links = (source_of(home, content, by, cue),) if by else ()
    if links and links[0].source:
        who = links[0].source.actor
        made = replace(made, chain=(links[0].id,), origin=Origin(id=who.id, name=who.name))
    return appearances(replace(home, statements=(made,), attributions=links))[-1]


def source_of(home: Report, content: str, name: str, cue: str = "say") -> Attribution:
    """An attribution of `content` to an actor called `name`, whose words need not stand in the report."""
    start = max(0, home.text.find(name))
    spans = (Span(start, start + len(name)),)
    at = home.text.index(content)
    over = (Span(at, at + len(content)),)
    return Attribution(
        id=content_id("attribution", home.id, content, name),
        source=Source(spans=spans, text=name, actor=actor(name)),
        cue=Cue(spans=spans, text=cue, lemma=cue),
        content=Content(spans=over, text=words(home.text, over)),
        manner=Manner.INDIRECT,
    )


def with_statements(home: Report, *told_by: tuple[str, str | None] | tuple[str, str | None, dict[str, Any]]) -> Report:
    """`home` with statements: content, name of its source or None, and other fields."""
    statements, attributions = [], []
    for content, by, *rest in told_by:
        fields = dict(rest[0]) if rest else {}
        cue = fields.pop("cue", "say")
        made = statement(content, within=home, **fields)
        if by:
            link = source_of(home, content, by, cue)
            attributions.append(link)
            made = replace(made, chain=(link.id,), origin=Origin(id=actor(by).id, name=by))
        statements.append(made)
    return replace(home, statements=tuple(statements), attributions=tuple(attributions))


def on(edtf: str) -> EventTime:
    """A time of an event, with words that do not matter."""
    return EventTime(edtf=edtf, timex=edtf, spans=(Span(0, 1),))


def at(name: str, number: int, country: str = "UA", lat: float = 50.0, lon: float = 30.0) -> Place:
    """A place that could be resolved."""
    return Place(name=name, geonames_id=number, country=country, lat=lat, lon=lon)


def event(plover: str, cameo: str, doer: Actor | None = None, done_to: Actor | None = None) -> Event:
    """An event with who acts and who is acted on."""
    roles = ((Role.ACTOR, doer), (Role.RECIPIENT, done_to))
    parts = tuple(Participant(role=role, spans=(Span(0, 1),), actor=who) for role, who in roles if who)
    return Event(plover=plover, cameo=cameo, trigger=(Span(0, 1),), participants=parts)
