"""A few reports with everything that a statement can have, for the tests of exports."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from sayso.ledger import Store, View, open_ledger
from sayso.model import (
    GAP,
    Actor,
    ActorKind,
    Attribution,
    Certainty,
    Content,
    Cue,
    Event,
    EventTime,
    Factuality,
    Manner,
    Origin,
    Participant,
    Place,
    Polarity,
    Quantity,
    Realis,
    Report,
    Role,
    Source,
    Span,
    Stance,
    content_id,
    words,
)
from sayso.workflow import keep
from tests.factory import actor, report, statement

MINISTRY = actor("Transport Ministry", kind=ActorKind.GOVERNMENT, country="RO")
MAYOR = actor("Ana Petrescu", kind=ActorKind.PERSON)
DRIVERS = actor("two drivers", kind=ActorKind.GROUP)
AGENCY = actor("River Wire", kind=ActorKind.OUTLET)
GALATI = Place(name="Galați", geonames_id=677697, country="RO", lat=45.43687, lon=28.05028)


def _span(home: Report, text: str) -> tuple[Span, ...]:
    start = home.text.index(text)
    return (Span(start, start + len(text)),)


def _said(home: Report, who: Actor, named: str, cue: str, content: Content) -> Attribution:
    return Attribution(
        id=content_id("attribution", home.id, named, content.text),
        source=Source(spans=_span(home, named), text=named, actor=who),
        cue=Cue(spans=_span(home, cue), text=cue, lemma=cue),
        content=content,
        manner=Manner.INDIRECT,
    )


def _with(home: Report, *found: tuple[tuple[Attribution, ...], dict[str, Any]]) -> Report:
    links = {link.id: link for chain, _ in found for link in chain}
    statements = []
    for number, (chain, fields) in enumerate(found):
        content = fields["content"]
        source = chain[0].source if chain else None
        made = statement(
            content.text.partition(GAP)[0],
            within=home,
            id=content_id("statement", home.id, str(number)),
            chain=tuple(link.id for link in chain),
            origin=Origin(id=source.actor.id, name=source.actor.name) if source else None,
        )
        made = replace(made, **fields)
        statements.append(made)
    return replace(home, attributions=tuple(links.values()), statements=tuple(statements))


def _content(home: Report, *pieces: str) -> Content:
    spans = tuple(span for piece in pieces for span in _span(home, piece))
    return Content(spans=spans, text=words(home.text, spans))


def ministry() -> Report:
    """A bridge, a chain of two, a denial, a place, a time, a bound, characters beyond the first plane."""
    home = report(
        "🚧 At least 40 lorries, the Transport Ministry told River Wire, had likely crossed the bridge at Galați on"
        " Monday. Ana Petrescu, the mayor, denied it.",
        headline="Lorries cross <b>closed</b> bridge & wait",
        uri="https://post.example/bridge?a=1&b=2",
        outlet="Danube Post",
        published="2024-03-14T06:30+02:00",
        bylines=("Ion Munteanu",),
    )
    content = _content(home, "At least 40 lorries", "had likely crossed the bridge at Galați on Monday")
    chain = (
        _said(home, MINISTRY, "the Transport Ministry", "told", content),
        _said(home, AGENCY, "River Wire", "told", content),
    )
    event = Event(
        plover="MOBILIZE",
        cameo="0154",
        trigger=_span(home, "crossed"),
        participants=(Participant(role=Role.ACTOR, spans=_span(home, "Transport Ministry"), actor=MINISTRY),),
    )
    fields: dict[str, Any] = {
        "content": content,
        "factuality": Factuality(certainty=Certainty.PROBABLE, probability=(0.55, 0.80), cues=_span(home, "likely")),
        "stances": (
            Stance(actor=MAYOR, certainty=Certainty.CERTAIN, polarity=Polarity.NEGATIVE, spans=_span(home, "denied")),
        ),
        "event": event,
        "time": EventTime(edtf="2024-03-11", timex="2024-03-11", spans=_span(home, "Monday")),
        "place": Place(
            name="Galați", geonames_id=677697, country="RO", lat=45.43687, lon=28.05028, spans=_span(home, "Galați")
        ),
        "quantities": (Quantity(min=40, max=None, of="lorries", spans=_span(home, "At least 40 lorries")),),
    }
    return _with(home, (chain, fields))


def wire() -> Report:
    """The same claim without a date, an outlet or a source, and what looks like a formula."""
    home = report(
        '=HYPERLINK("x") 40 lorries crossed the bridge at Galați on Monday.\nRepairs take weeks;-1 is no number.',
        uri="wire copy.txt",
        outlet=None,
        published=None,
        title=None,
    )
    said = _content(home, "40 lorries crossed the bridge at Galați on Monday")
    formula = _content(home, '=HYPERLINK("x") 40 lorries')
    planned = _content(home, "Repairs take weeks;-1 is no number")
    return _with(
        home,
        ((), {"content": said, "place": GALATI, "time": EventTime(edtf="2024-03", timex="2024-03", spans=())}),
        ((), {"content": formula}),
        ((), {"content": planned, "realis": Realis.PREDICTED, "place": Place(name="the far bank", spans=())}),
    )


def drivers() -> Report:
    """A denial, by a group, with an open interval."""
    home = report(
        "No lorries crossed the bridge at Galați on Monday, two drivers say. The lorries wait since March 10.",
        uri="https://courier.example/x",
        outlet="North Courier",
        published="2024-03",
    )
    content = _content(home, "No lorries crossed the bridge at Galați on Monday")
    waits = _content(home, "The lorries wait since March 10")
    denied: dict[str, Any] = {
        "content": content,
        "factuality": Factuality(polarity=Polarity.NEGATIVE, cues=_span(home, "No")),
    }
    time = EventTime(edtf="2024-03-10/..", timex="2024-03-10", spans=_span(home, "March 10"))
    chain = (_said(home, DRIVERS, "two drivers", "say", content),)
    return _with(home, (chain, denied), ((), {"content": waits, "time": time}))


def echo() -> Report:
    """The ministry's words, copied by another outlet that leaves out the doubt."""
    told = "At least 40 lorries, the Transport Ministry told River Wire, had crossed the bridge at Galați on Monday."
    home = report(
        f"{told} Ana Petrescu, the mayor, denied it.",
        uri="https://echo.example/y",
        outlet="Echo Daily",
        published="2024-03-15T09:00+02:00",
    )
    content = _content(home, "At least 40 lorries", "had crossed the bridge at Galați on Monday")
    chain = (_said(home, MINISTRY, "the Transport Ministry", "told", content),)
    bound = Quantity(min=40, max=None, of="lorries", spans=_span(home, "At least 40 lorries"))
    return _with(home, (chain, {"content": content, "quantities": (bound,)}))


REPORTS = (ministry(), wire(), drivers(), echo())


def ledger_of(folder: Path, reports: Iterable[Report] = REPORTS) -> Store:
    """A ledger that holds `reports`, linked."""
    store = open_ledger(str(folder / "sayso.db"), create=True)
    for one in reports:
        keep(one, (), store)
    return store


def written(view: View, write: Callable[[View, BinaryIO], None]) -> bytes:
    """What an exporter writes."""
    out = io.BytesIO()
    write(view, out)
    return out.getvalue()
