"""The commands that look after a ledger as a whole."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import closing
from typing import Annotated

import typer

from sayso.cli.options import LedgerOption
from sayso.cli.printing import tell
from sayso.ledger import copy_ledger, open_ledger
from sayso.settings import DEFAULT_LEDGER

FAULTS_FOUND = 1


def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="path or URL of the ledger to copy")],
    target: Annotated[str, typer.Argument(metavar="TO", help="path or URL of a ledger that is new or empty")],
) -> None:
    """Copy a ledger into another file or database: all of it, or nothing.

    A ledger that holds the same already is left as it is; one that holds anything else is refused.
    """
    with closing(open_ledger(source)) as old, closing(open_ledger(target, create=True)) as new:
        counts = copy_ledger(old, new)
        tell(f"{new.name} holds all of {old.name}: {_told(counts)}")


def check(ledger: LedgerOption = DEFAULT_LEDGER) -> None:
    """Verify hashes, spans and references: print what is wrong, one line each, and exit with 1 if anything is."""
    with closing(open_ledger(ledger)) as store:
        faults = store.check()
        with store.view() as view:
            counts = view.counts()
        held = f"{counts.reports} reports, {counts.statements} statements, {counts.claims} claims"
        for fault in faults:
            sys.stdout.write(f"{fault}\n")
        tell(f"{store.name}: {held}: {len(faults) or 'nothing'} wrong")
    if faults:
        raise typer.Exit(FAULTS_FOUND)


def _told(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {table.replace('_', ' ')}" for table, count in counts.items() if count) or "nothing"
