"""The commands."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console, RenderableType

from sayso import __version__
from sayso.cli import briefs, history, judge, progress, serve, show, upkeep
from sayso.cli.lazily import workflow
from sayso.cli.options import (
    About,
    Contested,
    EventCode,
    GivenAs,
    JobsOption,
    LedgerOption,
    LimitOption,
    MinOrigins,
    OriginName,
    OutletName,
    PlaceName,
    Shape,
    ShapeOption,
    Since,
    StrictOption,
    Until,
)
from sayso.cli.printing import NOTHING_FOUND, exit_without, print_csv, print_json
from sayso.cli.writing import output
from sayso.errors import SaysoError, UsageError
from sayso.export import FORMATS
from sayso.export.document import encode, schema
from sayso.export.table import Cell
from sayso.ledger import Filter, open_ledger, query_of
from sayso.model import Appearance, Drop
from sayso.query.claims import ClaimLine, list_claims
from sayso.query.trace import trace as trace_claim
from sayso.settings import DEFAULT_LEDGER

USAGE = 2

app = typer.Typer(
    name="sayso",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
errors = Console(stderr=True)


def _print_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"sayso {__version__}\n")
        raise typer.Exit


@app.callback()
def program(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="print the version and stop")
    ] = False,
) -> None:
    """On whose say-so? Reads news reports and keeps a ledger of who claims what, by way of whom, and how surely."""


Inputs = Annotated[
    list[str], typer.Argument(metavar="PATH|URL", help="files, folders, patterns, addresses; - for input")
]


def main() -> None:
    """Run the program; a mistake that a person can put right is one line on standard error."""
    try:
        app()
    except SaysoError as error:
        errors.print(f"sayso: {error}", style="red", markup=False, highlight=False, soft_wrap=True)
        sys.exit(USAGE if isinstance(error, UsageError) else NOTHING_FOUND)
    except SystemExit as stopped:
        # typer ends a command whose reader has seen enough (`| head`) as it ends one that found nothing
        if isinstance(stopped.__context__, BrokenPipeError):
            sys.exit(0)
        raise


@app.command()
def read(
    inputs: Inputs, ledger: LedgerOption = DEFAULT_LEDGER, jobs: JobsOption = 1, strict: StrictOption = False
) -> None:
    """Read reports into the ledger and link them."""
    with (
        closing(open_ledger(ledger, create=True)) as store,
        progress.bar(errors, workflow.expected_reports(inputs)) as done,
    ):
        summary = workflow.read(
            inputs,
            store,
            stdin=sys.stdin.buffer,
            jobs=jobs,
            on_progress=lambda step: done(step.where),
            on_link=lambda step: errors.print(f"linking: {step}", style="dim", highlight=False),
        )
    progress.print_summary(errors, summary)
    if not summary.read or (strict and summary.reasons):
        raise typer.Exit(NOTHING_FOUND)


@app.command()
def extract(
    inputs: Inputs, ledger: LedgerOption = DEFAULT_LEDGER, jobs: JobsOption = 1, strict: StrictOption = False
) -> None:
    """Read reports without a ledger: one JSON report a line."""
    found = dropped = 0

    def on_drop(drop: Drop) -> None:
        nonlocal dropped
        dropped += 1
        progress.print_drops(errors, (drop,))

    for report in workflow.extract(inputs, stdin=sys.stdin.buffer, jobs=jobs, on_drop=on_drop):
        found += 1
        sys.stdout.buffer.write(encode(report) + b"\n")
        sys.stdout.buffer.flush()
    if not found or (strict and dropped):
        raise typer.Exit(NOTHING_FOUND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a list is asked for, and how it is to be printed."""

    only: Filter
    limit: int | None
    shape: Shape
    ledger: str


def listing(answer: Callable[[Question], None]) -> Callable[..., None]:
    """`answer` as a command with the options that all lists have."""

    def command(  # noqa: PLR0913, PLR0917 - one parameter an option
        about: About = None,
        origin: OriginName = None,
        place: PlaceName = None,
        event: EventCode = None,
        outlet: OutletName = None,
        certainty: GivenAs = None,
        since: Since = None,
        until: Until = None,
        contested: Contested = False,
        min_origins: MinOrigins = 0,
        limit: LimitOption = None,
        shape: ShapeOption = Shape.TABLE,
        ledger: LedgerOption = DEFAULT_LEDGER,
    ) -> None:
        only = Filter(
            about=about,
            origin=origin,
            place=place,
            event=event,
            outlet=outlet,
            certainty=certainty,
            since=since,
            until=until,
            contested=contested,
            min_origins=min_origins,
        )
        answer(Question(only=only, limit=limit, shape=shape, ledger=ledger))

    command.__doc__ = answer.__doc__
    return app.command(name=answer.__name__)(command)


@listing
def claims(question: Question) -> None:
    """List claims, newest first."""
    with open_ledger(question.ledger).view() as view:
        lines = list(list_claims(view, question.only, limit=question.limit))
    if question.shape is Shape.TABLE:
        _print(show.claims_table(lines), found=bool(lines))
    elif question.shape is Shape.JSON:
        print_json([line.claim for line in lines])
    else:
        print_csv(CLAIM_COLUMNS, map(_claim_row, lines))
    exit_without(lines, "no such claim")


@listing
def timeline(question: Question) -> None:
    """List dated statements in order of event time."""
    with open_ledger(question.ledger).view() as view:
        seen = list(view.timeline(question.only, limit=question.limit))
    if question.shape is Shape.TABLE:
        _print(show.timeline_table(seen), found=bool(seen))
    elif question.shape is Shape.JSON:
        print_json(seen)
    else:
        print_csv(TIMELINE_COLUMNS, map(_timeline_row, seen))
    exit_without(seen, "no such dated statement")


@app.command()
def trace(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="id of a claim, or its first digits")],
    as_json: Annotated[bool, typer.Option("--json", help="print the tree as JSON")] = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Draw who had a claim from whom, with words, certainty, drift and report."""
    with open_ledger(ledger).view() as view:
        found = trace_claim(view, claim)
    if as_json:
        print_json(found)
    else:
        _print(show.trace_tree(found))


@app.command()
def search(  # noqa: PLR0913, PLR0917 - one parameter an option
    query: Annotated[
        str,
        typer.Argument(
            metavar="QUERY",
            help='words; "a phrase"; a beginning*; one OR another; -without; outlet:, actor:, since:, until:',
        ),
    ],
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="print at most so many")] = 20,
    outlet: Annotated[str | None, typer.Option(metavar="O", help="who published the report")] = None,
    actor: Annotated[str | None, typer.Option(metavar="ACTOR", help="who says something in it or takes part")] = None,
    since: Annotated[str | None, typer.Option(metavar="D", help="published not before this date")] = None,
    until: Annotated[str | None, typer.Option(metavar="D", help="published not after this date")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="print the hits as JSON")] = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Look for words in titles and bodies, contents and actors, the best reports first."""
    asked = query_of(query)
    narrowed = replace(
        asked,
        outlet=outlet or asked.outlet,
        actor=actor or asked.actor,
        since=since or asked.since,
        until=until or asked.until,
    )
    with open_ledger(ledger).view() as view:
        hits = view.search(narrowed, limit=limit)
    if as_json:
        print_json(hits)
    else:
        show.print_hits(show.console(), hits)
    exit_without(hits, f"nothing with {query!r}")


@app.command()
def export(
    form: Annotated[str, typer.Option("--format", metavar="F", help=f"one of: {', '.join(FORMATS)}")],
    path: Annotated[Path | None, typer.Option("-o", "--output", metavar="PATH", help="file to write")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Write the ledger in another form, to a file or, where it is text, to standard output."""
    if form not in FORMATS:
        raise UsageError(f"no format {form!r}; there are {', '.join(FORMATS)}")
    chosen = FORMATS[form]
    if path is None and not chosen.text:
        raise UsageError(f"{form} is not text: name a file with -o")
    with open_ledger(ledger).view() as view, output(path) as out:
        chosen.write(view, out)


app.command()(upkeep.copy)
app.command()(upkeep.check)
app.command()(history.log)
app.command()(history.reread)
app.command()(history.diff)
app.add_typer(judge.app)
app.command()(briefs.brief)
app.command()(serve.serve)


@app.command(name="schema")
def print_schema(ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Print the JSON Schema of a report and of a whole ledger."""
    sys.stdout.write(json.dumps(schema(), indent=2) + "\n")


CLAIM_COLUMNS = (
    "id",
    "gist",
    "origins",
    "independent_origins_min",
    "independent_origins_max",
    "contested",
    "statements",
    "denials",
    "reports",
    "outlets",
    "first_published",
    "certainties",
    "drifts",
)


def _claim_row(line: ClaimLine) -> tuple[Cell, ...]:
    claim = line.claim
    return (
        claim.id,
        claim.gist,
        "; ".join(origin.actor.name for origin in claim.origins),
        claim.independent_origins.min,
        claim.independent_origins.max,
        claim.contested,
        len(claim.statements),
        len(claim.denials),
        line.reports,
        "; ".join(line.outlets),
        line.published,
        "; ".join(line.certainties),
        "; ".join(line.drifts),
    )


TIMELINE_COLUMNS = ("time", "content", "origin", "certainty", "polarity", "place", "outlet", "published", "statement")


def _timeline_row(seen: Appearance) -> tuple[Cell, ...]:
    statement = seen.statement
    return (
        statement.time.edtf if statement.time else None,
        statement.content.text,
        statement.origin.name if statement.origin else None,
        statement.factuality.certainty.value,
        statement.factuality.polarity.value,
        statement.place.name if statement.place else None,
        seen.outlet,
        seen.published,
        statement.id,
    )


def _print(what: RenderableType, *, found: bool = True) -> None:
    if found:
        show.console().print(what)
