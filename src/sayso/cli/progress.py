"""Progress while reading, and what the reading came to; both on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from sayso.model import Drop

if TYPE_CHECKING:
    from sayso.workflow import Summary  # it would load all that reads

DROPS_SHOWN = 20


class Rate(ProgressColumn):
    """Items a second."""

    def render(self, task: Task) -> Text:
        """The rate so far; a dash until it is known."""
        return Text(f"{task.speed:.1f}/s" if task.speed else "–/s", style="dim")


@contextmanager
def bar(console: Console, total: int | None) -> Iterator[Callable[[str], None]]:
    """A progress bar that is told the name of each thing done; `total` is how many there will be, None if unknown."""
    columns = (
        SpinnerColumn(),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=total)
        yield lambda name: progress.update(task, advance=1, description=name[-60:])


def print_summary(console: Console, summary: Summary) -> None:
    """What a read came to."""
    table = Table.grid(padding=(0, 2))
    for name, count in (
        ("reports read", summary.read),
        ("  new", summary.new),
        ("  versions", summary.versions),
        ("  known", summary.known),
        ("statements", summary.statements),
        ("claims", summary.claims),
        ("left out", sum(summary.reasons.values())),
        *((f"  {reason}", count) for reason, count in summary.reasons.items()),
    ):
        table.add_row(name, f"{count:,}")
    console.print(table)
    print_drops(console, summary.drops)


def print_drops(console: Console, drops: tuple[Drop, ...]) -> None:
    """What was left out, the first of it by name."""
    for drop in drops[:DROPS_SHOWN]:
        console.print(
            f"[yellow]left out[/] {escape(drop.where)}: {escape(drop.detail)} ({drop.reason})", soft_wrap=True
        )
    if len(drops) > DROPS_SHOWN:
        console.print(f"… and {len(drops) - DROPS_SHOWN:,} more")
