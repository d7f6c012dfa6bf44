"""How long a large ledger takes to answer: `python -m benchmarks.speed.ledger 100000 big.db`.

In place of a path stands a PostgreSQL URL, or `postgresql` for a server of its own, which ends with the command.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import quantiles
from typing import Any

from sayso.ledger import Filter, Store, View, open_ledger
from sayso.ledger.sql_view import SqlView
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
from sayso.query.claims import list_claims
from sayso.query.trace import trace
from tests.postgresql import programs, server

PER_REPORT = 20
_AT_ONCE = 50  # reports of one transaction: a ledger of a benchmark need not bear to be cut off
_TOWNS = ("Gomel", "Brest", "Minsk", "Grodno", "Vitebsk", "Mogilev", "Pinsk", "Polotsk")
_THINGS = ("bridge", "ferry", "depot", "railway", "airport", "hospital", "pipeline", "refinery", "school", "market")
_VERBS = ("closed", "opened", "repaired", "attacked", "inspected", "evacuated", "flooded", "sold", "rebuilt", "guarded")


@dataclass(frozen=True, kw_only=True)
class _Links:
    statement_keys: dict[str, frozenset[int]] = field(default_factory=dict)
    report_keys: frozenset[int] = frozenset()
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
        statement_keys={s.id: frozenset(map(hash, s.content.text.split()[-4:])) for s in made.statements},
        claims=tuple(claims),
        derivations=(drawn,) if drawn else (),
    )


def fill(ledger: Store, statements: int) -> None:
    """Make a ledger of so many statements."""
    before: Report | None = None
    for first in range(0, statements // PER_REPORT, _AT_ONCE):
        with ledger.write() as writer:
            for number in range(first, min(first + _AT_ONCE, statements // PER_REPORT)):
                made = report(number)
                if writer.add(made):
                    writer.link(made.id, _links(made, before))
                before = made


def _trace(view: View, number: int) -> int:
    claim = next(view.claims(limit=1, offset=37 * number))
    return len(trace(view, claim.id).below)


def _claims(**only: Any) -> Ask:
    """The first page of `sayso claims`; a filter may depend on the number of the try."""
    return lambda view, number: _count(list_claims(view, _filter(only, number), limit=50))


def _timeline(**only: Any) -> Ask:
    return lambda view, number: _count(view.timeline(_filter(only, number), limit=50))


def _search(query: Callable[[int], str]) -> Ask:
    return lambda view, number: len(view.search(query(number)))


def _filter(only: Mapping[str, Any], number: int) -> Filter:
    return Filter(**{name: value(number) if callable(value) else value for name, value in only.items()})


def _count(found: Iterator[object]) -> int:
    return sum(1 for _ in found)


def _month(number: int) -> str:
    return f"20{10 + number % 15}-{1 + number % 12:02}"


def _actor(number: int) -> str:
    return f"Name{7 * number} Surname{7 * number % 700}"


def _town(number: int) -> str:
    return _TOWNS[number % len(_TOWNS)]


Ask = Callable[[View, int], int]

QUESTIONS: dict[str, Ask] = {
    "claims, first 50": _claims(),
    "claims about an actor": _claims(about=_actor),
    "claims about a frequent word": _claims(about="governor"),
    "claims of an origin": _claims(origin=lambda number: f"Surname{number}"),
    "claims at a place": _claims(place=_town),
    "claims by event": _claims(event=lambda number: f"{number % 20:02}"),
    "claims in a month": _claims(since=_month, until=_month),
    "claims since, at, contested": _claims(since="2020", place=_town, contested=True),
    "claims of two origins, by event": _claims(min_origins=2, event="1"),
    "trace": _trace,
    "timeline, first 50": _timeline(),
    "timeline at a place": _timeline(place=_town),
    "timeline in a month": _timeline(since=_month, until=_month),
    "search, rare word": _search(lambda number: f"Name{2999 - number}"),
    "search, frequent words": _search(lambda number: f"{_THINGS[number % 10]} {_town(number)}"),
    "search, phrase": _search(lambda number: f'"{_THINGS[number % 10]} near {_town(number)}"'),
    "search, beginning": _search(lambda number: f"{_THINGS[number % 10][:4]}*"),
    "search, one of two and without": _search(lambda number: f"week {_town(number)} OR ferry -Name{number}"),
    "search, actor and dates": _search(lambda number: f"closed actor:surname{number} since:2015"),
    "counts": lambda view, _: view.counts().statements,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Try:
    """One answer: how much was found, and how long it took, in milliseconds, by the clock and of the processor."""

    found: int
    clock: float
    processor: float


def _try(ledger: Store, ask: Ask, number: int) -> _Try:
    """One look at the ledger, as a command takes it."""
    with ledger.view() as view:
        server = _server(view)
        clock, processor = time.perf_counter(), time.process_time() + _used(server)
        found = ask(view, number)
        clock, processor = time.perf_counter() - clock, time.process_time() + _used(server) - processor
    return _Try(found=found, clock=1000 * clock, processor=1000 * processor)


def _server(view: View) -> Path | None:
    """Where Linux tells what the process of a PostgreSQL server on this machine that serves this view has used."""
    if not isinstance(view, SqlView) or view.connection.dialect.name != "postgresql":
        return None
    process = view.connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    told = Path(f"/proc/{process}/schedstat")
    return told if told.exists() else None


def _used(told: Path | None) -> float:
    """Seconds of processor."""
    return int(told.read_text(encoding="ascii").split()[0]) / 1e9 if told else 0.0


def _line(name: str, tries: list[_Try]) -> str:
    cells = [name, str(sum(one.found for one in tries))]
    for times in ([one.clock for one in tries], [one.processor for one in tries]):
        cuts = quantiles(times, n=20, method="inclusive")
        cells += [f"{cuts[9]:.1f}", f"{cuts[18]:.1f}"]
    return f"| {' | '.join(cells)} |"


@contextmanager
def placed(where: str) -> Iterator[str]:
    """The path or URL of a ledger; `postgresql` is a new one of a server that is started for it."""
    if where != "postgresql":
        yield where
        return
    found = programs()
    if found is None:
        raise RuntimeError("no PostgreSQL server is installed")
    with server(found) as started:
        yield started.ledger()


def main(statements: str, where: str, tries: str = "40") -> None:
    """Make the ledger unless it is there, and ask each question so many times with other words.

    The processor's time is that of this process and, where the server runs here, of the server's for this connection.
    """
    with placed(where) as found:
        _measure(int(statements), found, int(tries))


def _measure(statements: int, where: str, tries: int) -> None:
    ledger = open_ledger(where, create=True)
    with ledger.view() as view:
        known = view.counts().statements
    if not known:
        begin = time.perf_counter()
        fill(ledger, statements)
        print(f"filled in {time.perf_counter() - begin:.1f} s")
    print(f"{known or statements} statements, {tries} tries each; milliseconds\n")
    print("| question | found | p50 | p95 | p50, processor | p95, processor |\n|---|---|---|---|---|---|")
    for name, ask in QUESTIONS.items():
        print(_line(name, [_try(ledger, ask, number) for number in range(tries)]), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
