"""`sayso log`, `sayso reread`, `sayso diff`: who decided what, and what newer extractors read otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from sayso.cli import progress, show
from sayso.cli.lazily import rereading
from sayso.cli.options import JobsOption, LedgerOption, LimitOption, Shape, ShapeOption, Since, StrictOption, Until
from sayso.cli.printing import NOTHING_FOUND, exit_without, print_csv, print_json, tell
from sayso.ledger import LogFilter, open_ledger
from sayso.ledger.judgements import KINDS
from sayso.query.decided import what_of, words_of
from sayso.query.diff import ReportDiff, versions
from sayso.query.diff import diff as diff_versions
from sayso.query.judgements import Entry, State
from sayso.query.judgements import log as log_of
from sayso.query.shown import one_line, short
from sayso.query.values import show_value
from sayso.settings import DEFAULT_LEDGER

STATE_STYLE = {State.HOLDS: "green", State.UNDONE: "dim", State.REPLACED: "dim", State.ORPHANED: "red"}

LOG_COLUMNS = ("judgement", "when", "who", "state", "what", "words", "why", "reason", "by")


def log(  # noqa: PLR0913, PLR0917 - one parameter an option
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="who judged")] = None,
    kind: Annotated[
        str | None,
        typer.Option(metavar="K", help=f"what was decided on: {', '.join(KINDS)}"),
    ] = None,
    report: Annotated[str | None, typer.Option(metavar="REPORT", help="whose words the judgements rest on")] = None,
    since: Since = None,
    until: Until = None,
    state: Annotated[State | None, typer.Option(help="what came of the judgement")] = None,
    limit: LimitOption = None,
    shape: ShapeOption = Shape.TABLE,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """List who decided what and when, newest first, and what came of it."""
    with open_ledger(ledger).view() as view:
        whole = view.report(report).id if report else None
        only = LogFilter(who=by, kind=kind, report=whole, since=since, until=until)
        # a state is worked out, not stored: the limit counts what is left
        found = [e for e in log_of(view, only, limit=None if state else limit) if state in (None, e.state)][:limit]
    if shape is Shape.JSON:
        print_json(found)
    elif shape is Shape.CSV:
        print_csv(LOG_COLUMNS, map(_row, found))
    else:
        for entry in found:
            show.console().print(_entry(entry), soft_wrap=True)
    exit_without(found, "no such judgement")


def _row(entry: Entry) -> tuple[str, ...]:
    one = entry.judgement
    by = entry.by.id if entry.by else ""
    return (
        one.id,
        one.when,
        one.who,
        entry.state,
        what_of(one.decision),
        words_of(one.decision),
        one.why,
        entry.reason,
        by,
    )


def _entry(entry: Entry) -> Text:
    one = entry.judgement
    text = Text(f"{short(one.id)}  {one.when[:19].replace('T', ' ')}  {one.who}  ")
    text.append(entry.state, style=STATE_STYLE[entry.state])
    if entry.by:
        text.append(f" by {short(entry.by.id)}", style="dim")
    text.append(f"  {what_of(one.decision)}", style="bold")
    if words := words_of(one.decision):
        text.append(f"  “{words}”")
    for extra in filter(None, (one.why, entry.reason)):
        text.append(f"  ({one_line(extra)})", style="dim")
    return text


def reread(
    again: Annotated[bool, typer.Option("--again", help="also reports that this version has read")] = False,
    jobs: JobsOption = 1,
    strict: StrictOption = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Read the kept reports with this version of the extractor, beside what earlier ones read; judgements stay."""
    with closing(open_ledger(ledger)) as store:
        with store.view() as view:
            counts = view.counts()
        with progress.bar(Console(stderr=True), counts.reports - counts.versions) as done:
            summary = rereading.reread(store, again=again, jobs=jobs, on_report=lambda uri, _: done(uri))
        with store.view() as view:
            lost = sum(entry.state is State.ORPHANED for entry in log_of(view))
    tell(
        f"{summary.producer}: {summary.changed} reports changed, {summary.same} same, "
        f"{summary.skipped} read by it before, {summary.failed} failed"
    )
    for reason, count in summary.reasons.items():
        tell(f"left out: {count} {reason}")
    if lost:
        tell(f"orphaned judgements: {lost} (sayso log --state orphaned)")
    if strict and summary.failed:
        raise typer.Exit(NOTHING_FOUND)


def diff(
    before: Annotated[
        str | None, typer.Argument(metavar="BEFORE", help="version of the extractor, name@version")
    ] = None,
    after: Annotated[str | None, typer.Argument(metavar="AFTER", help="the other one")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="print the changes as JSON")] = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Show what two versions of the extractor read otherwise: statements added, gone, and changed fields."""
    with open_ledger(ledger).view() as view:
        one, other = versions(view, before, after)
        found = list(diff_versions(view, one, other))
    if as_json:
        print_json(found)
    else:
        for line in _lines(found):
            show.console().print(line, soft_wrap=True)
    tell(f"{one} → {other}: {len(found)} reports differ")
    if not found:
        raise typer.Exit(NOTHING_FOUND)


def _lines(found: list[ReportDiff]) -> Iterator[Text]:
    for report in found:
        head = Text(one_line(report.title or report.uri), style="bold")
        yield head.append(f"  {report.outlet or ''}  {short(report.report)}", style="dim")
        for statement in report.added:
            yield Text(f"  + “{one_line(statement.content.text)}”", style="green")
        for statement in report.gone:
            yield Text(f"  - “{one_line(statement.content.text)}”", style="red")
        for change in report.changed:
            yield Text(f"  ~ “{one_line(change.text)}”")
            for field in change.fields:
                yield Text(f"      {field.field}: {show_value(field.before)} → {show_value(field.after)}")
