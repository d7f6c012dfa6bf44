"""`sayso judge`: a person's decisions, each a row with who, when and why."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from contextlib import closing
from typing import Annotated

import typer

from sayso.cli.lazily import judging
from sayso.cli.options import LedgerOption
from sayso.cli.printing import tell
from sayso.errors import UsageError
from sayso.ledger import Store, View, open_ledger
from sayso.model import Decision, DerivationKind, Field, Merge, Split, Verdict, grounds_of
from sayso.query import deciding
from sayso.query.shown import one_line, short
from sayso.settings import DEFAULT_LEDGER, PERSON_VARIABLE

app = typer.Typer(name="judge", no_args_is_help=True, help="Decide what the machine cannot, or overrule it.")

By = Annotated[
    str | None,
    typer.Option("--by", envvar=PERSON_VARIABLE, metavar="NAME", help="who judges; else the login name"),
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="the reason, for whoever reads the log")]
StatementId = Annotated[str, typer.Argument(metavar="STATEMENT", help="id of a statement, or its first digits")]
FieldOption = Annotated[Field | None, typer.Option("--field", help="one field of it, not the whole")]
ReportId = Annotated[str, typer.Argument(metavar="REPORT", help="id of a report, or its first digits")]
SourceReportId = Annotated[str, typer.Argument(metavar="FROM", help="id of the report that it draws on")]


@app.command()
def accept(
    statement: StatementId,
    field: FieldOption = None,
    by: By = None,
    why: Why = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Say that a statement, or one field of it, is right: it stays so whatever a newer extractor reads."""
    _judge(ledger, lambda view: deciding.verdict_on(view, statement, field, Verdict.ACCEPT), by, why)


@app.command()
def reject(
    statement: StatementId,
    field: FieldOption = None,
    by: By = None,
    why: Why = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Say that nobody made a statement, or that the value of one field of it is wrong."""
    _judge(ledger, lambda view: deciding.verdict_on(view, statement, field, Verdict.REJECT), by, why)


@app.command()
def correct(
    statement: StatementId,
    field: Annotated[Field, typer.Argument(metavar="FIELD", help=f"one of: {', '.join(Field)}")],
    value: Annotated[
        str,
        typer.Argument(
            metavar="VALUE",
            help="a word of the field's list; a name; an EDTF date; Name, CC; PLOVER code; min..max of what; "
            "start:end; none; or JSON as in sayso extract",
        ),
    ],
    by: By = None,
    why: Why = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Give a field of a statement the value that is right."""
    _judge(ledger, lambda view: deciding.on_field(view, statement, field, Verdict.CORRECT, value), by, why)


@app.command()
def merge(
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM", help="ids of claims, or their first digits")],
    by: By = None,
    why: Why = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Say that claims are one: their statements stay together, whatever is read later."""
    _judge(ledger, lambda view: deciding.merge(view, claims), by, why)


@app.command()
def split(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="id of a claim, or its first digits")],
    statements: Annotated[
        list[str], typer.Argument(metavar="STATEMENT", help="those of its statements that are of another claim")
    ],
    by: By = None,
    why: Why = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Say that statements are of another claim than the rest: the two stay apart, whatever is read later."""
    _judge(ledger, lambda view: deciding.split(view, claim, statements), by, why)


@app.command()
def confirm(
    report: ReportId,
    source: SourceReportId,
    kind: Annotated[DerivationKind | None, typer.Option("--kind", help="how it draws on it")] = None,
    by: By = None,
    why: Why = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Say that a report draws on another, whether or not the machine found it so."""
    _judge(ledger, lambda view: deciding.on_derivation(view, report, source, holds=True, kind=kind), by, why)


@app.command()
def deny(
    report: ReportId,
    source: SourceReportId,
    by: By = None,
    why: Why = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Say that a report does not draw on another."""
    _judge(ledger, lambda view: deciding.on_derivation(view, report, source, holds=False), by, why)


@app.command()
def grade(
    target: Annotated[str, typer.Argument(metavar="TARGET", help="name of a source; id of a statement or a report")],
    value: Annotated[str, typer.Argument(metavar="GRADE", help="A to F for a source; 1 to 6 for the others")],
    by: By = None,
    why: Why = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Grade a source or an item by the Admiralty code."""
    _judge(ledger, lambda view: deciding.grade(view, target, value), by, why)


@app.command()
def note(
    target: Annotated[
        str, typer.Argument(metavar="TARGET", help="id of a statement, a claim or a report; or the name of a source")
    ],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="the remark")],
    by: By = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Keep a remark; nothing else changes."""
    _judge(ledger, lambda view: deciding.note(view, target), by, text)


@app.command()
def undo(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="id of a judgement, or its first digits")],
    by: By = None,
    why: Why = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Take a judgement back, which may be an undo; both stay in the log."""
    _judge(ledger, lambda view: deciding.undo(view, judgement), by, why)


def _judge(ledger: str, decide: Callable[[View], Decision], by: str | None, why: str) -> None:
    """Keep what `decide` makes of the ledger as it is, and print the judgement's id."""
    with closing(open_ledger(ledger)) as store:
        with store.view() as view:
            decision = decide(view)
        made = judging.judge(store, decision, who=by or _login(), when=judging.now(), why=why)
        if isinstance(decision, Merge | Split):
            _tell_claims(store, decision)
    sys.stdout.write(f"{made.id}\n")


def _tell_claims(store: Store, decision: Merge | Split) -> None:
    """The claims that came of it, on standard error: they have other ids than before."""
    with store.view() as view:
        for claim in view.claims_of({ground.statement for ground in grounds_of(decision)}):
            tell(f"claim {short(claim.id)}, {len(claim.statements)} statements: {one_line(claim.gist)}")


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        raise UsageError(f"say who judges: --by NAME, or set {PERSON_VARIABLE}") from None
