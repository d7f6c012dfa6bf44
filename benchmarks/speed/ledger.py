"""How long a large ledger takes to answer: `python -m benchmarks.speed.ledger 100000 big.db`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from sayso.ledger import Filter, Store, View, open_ledger
from sayso.model import (
    Actor,
    Block,
    BlockKind,
    Claim,
    Content,
    Derivation,
    DerivationKind,
    Drift,
    Event,
    EventTime,
    Origin,
    OriginCount,
    Participant,
    Place,
    Provenance,
    Report,
    Role,
    SameClaim,
    Span,
    Statement,
    article_spans,
    content_id,
)

PER_REPORT = 20
_TOWNS = ("Gomel", "Brest", "Minsk", "Grodno", "Vitebsk", "Mogilev", "Pinsk", "Polotsk")
_THINGS = ("bridge", "ferry", "depot", "railway", "airport", "hospital", "pipeline", "refinery", "school", "market")
_VERBS = ("closed", "opened", "repaired", "attacked", "inspected", "evacuated", "flooded", "sold", "rebuilt", "guarded")


@dataclass(frozen=True, kw_only=True)
class _Links:
    statement_keys: dict[str, frozenset[str]] = field(default_factory=dict)
    report_keys: frozenset[str] = frozenset()
    same: tuple[SameClaim, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    drifts: tuple[Drift, ...] = ()
    claims: tuple[Claim, ...] = ()
    dissolved: frozenset[str] = frozenset()


def report(number: int) -> Report:
    """A report whose every sentence is a statement; each differs from all others in some words."""
    sentences = [_sentence(number, place) for place in range(PER_REPORT)]
    text = "\n\n".join(sentences)
    blocks, start = [], 0
    for sentence in sentences:
        blocks.append(Block(span=Span(start, start + len(sentence)), kind=BlockKind.PARAGRAPH))
        start += len(sentence) + 2
    name = content_id(text)
    bare = Report(
        id=name,
        uri=f"https://outlet{number % 50}.example/{number}",
        outlet=f"Outlet {number % 50}",
        title=f"Bulletin {number}",
        published=f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}",
        language="en",
        text=text,
        blocks=tuple(blocks),
        body=article_spans(tuple(blocks)),
    )
    statements = tuple(_statement(bare, block.span, number + place) for place, block in enumerate(blocks))
    return replace(bare, statements=statements)


def _sentence(number: int, place: int) -> str:
    seed = number * 31 + place * 7
    return (
        f"In week {number} the {_THINGS[seed % 10]} near {_TOWNS[seed % 8]} was {_VERBS[seed % 10]} "
        f"by order {seed % 997} of governor Name{seed % 3000}, after {_THINGS[(seed // 5) % 10]} number {seed % 613}."
    )


def _statement(within: Report, span: Span, seed: int) -> Statement:
    actor = Actor(id=content_id("actor", str(seed % 3000)), name=f"Name{seed % 3000} Surname{seed % 700}")
    day = f"20{10 + seed % 15}-{1 + seed % 12:02}-{1 + seed % 28:02}"
    return Statement(
        id=content_id(within.id, str(span.start)),
        content=Content(spans=(span,), text=within.text[slice(*span)]),
        origin=Origin(id=actor.id, name=actor.name) if seed % 3 else None,
        event=Event(
            plover="CONSULT",
            cameo=f"{seed % 20:02}{seed % 9}",
            trigger=(),
            participants=(Participant(role=Role.ACTOR, spans=(), actor=actor),),
        ),
        time=EventTime(edtf=day, timex=day, spans=()) if seed % 2 else None,
        place=Place(name=_TOWNS[seed % 8], geonames_id=1000 + seed % 8, country="BY"),
        provenance=Provenance(extractor="benchmark@1", score=1.0),
    )


def _links(made: Report, before: Report | None) -> _Links:
    """Every statement is a claim; one in four shares it with a statement of the report before."""
    claims = []
    for place, statement in enumerate(made.statements):
        members = [statement.id]
        if before and place % 4 == 0:
            members.append(before.statements[place].id)
        claims.append(
            Claim(
                id=content_id("claim", statement.id),
                gist=statement.content.text,
                statements=tuple(members),
                independent_origins=OriginCount(min=len(members), max=len(members)),
                contested=place % 10 == 0,
                first=statement.id,
            )
        )
    drawn = Derivation(report=made.id, from_=before.id, kind=DerivationKind.CITES, score=0.9) if before else None
    return _Links(
        statement_keys={s.id: frozenset(s.content.text.split()[-4:]) for s in made.statements},
        claims=tuple(claims),
        derivations=(drawn,) if drawn else (),
    )


def fill(ledger: Store, statements: int) -> None:
    """Make a ledger of so many statements."""
    before: Report | None = None
    for number in range(statements // PER_REPORT):
        made = report(number)
        with ledger.write() as writer:
            if writer.add(made):
                writer.link(made.id, _links(made, before))
        before = made


def _trace(view: View) -> int:
    claim = next(view.claims(limit=1, offset=400))
    members = view.appearances_of(frozenset(claim.statements))
    view.derivations_of(frozenset(m.report for m in members))
    view.drifts_of(frozenset(claim.statements))
    return len(members)


def _count(found: Iterator[object]) -> int:
    return sum(1 for _ in islice(found, 50))


QUESTIONS: dict[str, Callable[[View], int]] = {
    "claims, first 50": lambda view: _count(view.claims(limit=50)),
    "claims about an actor": lambda view: _count(view.claims(Filter(about="Name77 Surname77"), limit=50)),
    "claims about a frequent word": lambda view: _count(view.claims(Filter(about="governor"), limit=50)),
    "claims of an origin": lambda view: _count(view.claims(Filter(origin="Surname77"), limit=50)),
    "claims at a place": lambda view: _count(view.claims(Filter(place="Pinsk"), limit=50)),
    "claims by event": lambda view: _count(view.claims(Filter(event="04"), limit=50)),
    "claims in a month": lambda view: _count(view.claims(Filter(since="2020-03", until="2020-03"), limit=50)),
    "claims since, at, contested": lambda view: _count(
        view.claims(Filter(since="2020", place="Brest", contested=True), limit=50)
    ),
    "claims in 1 percent, rare origin": lambda view: _count(view.claims(Filter(min_origins=2, event="1"), limit=50)),
    "trace": _trace,
    "timeline, first 50": lambda view: _count(view.timeline(limit=50)),
    "timeline at a place": lambda view: _count(view.timeline(Filter(place="Pinsk"), limit=50)),
    "search, rare word": lambda view: len(view.search("Name2999")),
    "search, frequent words": lambda view: len(view.search("bridge Gomel")),
    "search, phrase": lambda view: len(view.search('"refinery near Brest"')),
    "search, beginning": lambda view: len(view.search("refin*")),
    "counts": lambda view: view.counts().statements,
}


def main(statements: str, where: str) -> None:
    """Make the ledger unless it is there, and time each question: the median of five, each on a new connection."""
    known = Path(where).exists()
    ledger = open_ledger(where, create=True)
    if not known:
        begin = time.perf_counter()
        fill(ledger, int(statements))
        print(f"filled in {time.perf_counter() - begin:.1f} s")
    for name, ask in QUESTIONS.items():
        times = []
        for _ in range(5):
            begin = time.perf_counter()
            with ledger.view() as view:
                found = ask(view)
            times.append(time.perf_counter() - begin)
        print(f"{1000 * sorted(times)[2]:8.1f} ms  {name} ({found})")


if __name__ == "__main__":
    main(*sys.argv[1:])
