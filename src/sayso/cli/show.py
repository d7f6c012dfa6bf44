"""What people see in the terminal: tables, a tree, marked words."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich.console import Console, Group
from rich.markup import escape
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from sayso.ledger import Hit
from sayso.model import Appearance, Certainty, Claim, DerivationKind, Factuality, Overruled, Place, Polarity, Quantity
from sayso.query.claims import ClaimLine
from sayso.query.shown import ID_SHOWN, one_line, short
from sayso.query.trace import Step, Trace
from sayso.query.values import show_value

UNKNOWN = "unknown"
DRAWN = {
    DerivationKind.COPIES: "copies the report above",
    DerivationKind.PARAPHRASES: "paraphrases the report above",
    DerivationKind.CITES: "cites the report above",
    DerivationKind.DROPS_NAME: "has it from the report above, without its source",
}
CERTAINTY_STYLE = {
    Certainty.CERTAIN: "green",
    Certainty.PROBABLE: "yellow",
    Certainty.POSSIBLE: "dark_orange",
    Certainty.UNKNOWN: "dim",
}


def console() -> Console:
    """Standard output; a pipe has no width: wide enough that no word is cut."""
    return Console(width=None if sys.stdout.isatty() else 160, highlight=False)


def when(moment: str | None) -> str:
    """A report's time as a person reads it."""
    return (moment or UNKNOWN).replace("T", " ")


def origins(claim: Claim) -> str:
    """How many origins had it by themselves."""
    least, most = claim.independent_origins.min, claim.independent_origins.max
    return str(least) if least == most else f"{least}–{most}"


def claims_table(lines: Iterable[ClaimLine]) -> Table:
    """The list of claims."""
    table = Table(box=None, header_style="bold", pad_edge=False, expand=True)
    table.add_column("claim", no_wrap=True, style="cyan", width=ID_SHOWN)
    table.add_column("first", no_wrap=True, width=10)
    table.add_column("what is claimed", ratio=5)
    table.add_column("says", ratio=2)
    table.add_column("origins", justify="right", no_wrap=True)
    table.add_column("reports", justify="right", no_wrap=True)
    table.add_column("sure", ratio=1)
    table.add_column("marks", ratio=2)
    for line in lines:
        claim = line.claim
        says = [origin.actor.name for origin in claim.origins] or list(line.outlets)
        marks = (["[red]contested[/]"] if claim.contested else []) + [f"[magenta]{kind}[/]" for kind in line.drifts]
        table.add_row(
            short(claim.id),
            (line.published or UNKNOWN)[:10],
            escape(one_line(claim.gist)),
            escape(", ".join(dict.fromkeys(one_line(name) for name in says))),
            origins(claim),
            str(line.reports),
            ", ".join(f"[{CERTAINTY_STYLE[c]}]{c}[/]" for c in line.certainties),
            " ".join(marks),
        )
    return table


def trace_tree(trace: Trace) -> Tree:
    """Who had it from whom."""
    claim = trace.claim
    contested = "  [red]contested[/]" if claim.contested else ""
    tree = Tree(
        f"[bold]{escape(one_line(claim.gist))}[/]\n"
        f"[cyan]{short(claim.id)}[/]  independent origins: {origins(claim)}{contested}"
    )
    _grow(tree, trace.below)
    return tree


def _grow(tree: Tree, steps: Sequence[Step]) -> None:
    for step in steps:
        _grow(tree.add(_step(step)), step.below)


def _step(step: Step) -> Group | Text:
    who = Text(one_line(step.who), style="bold")
    if step.appearance is None:
        return who
    seen = step.appearance
    if step.by:
        who.append(f"  {DRAWN[step.by]}", style="magenta")
    who.append(f"  {when(seen.published)}  {short(seen.report)}", style="dim")
    words = Text(f"“{one_line(seen.statement.content.text)}”")
    if seen.heading:
        words.append("  headline", style="dim")
    lines = [who, words, factuality(seen.statement.factuality)]
    lines += [
        Text(f"{s.actor.name}: {commitment(s.certainty, s.polarity)}", style="red") for s in seen.statement.stances
    ]
    lines += [Text(overruled(one), style="blue") for one in step.overruled]
    lines += [Text(f"drift: {drift.kind}", style="magenta") for drift in step.drifts]
    return Group(*lines)


def overruled(value: Overruled) -> str:
    """Where a person's value stands for the machine's, by whom and why."""
    one = value.judgement
    why = f": {one_line(one.why)}" if one.why else ""
    person, machine = show_value(value.person), show_value(value.machine)
    return f"{value.field}: {person}, not {machine}, by {one.who} on {one.when[:10]}{why}"


def commitment(certainty: Certainty, polarity: Polarity) -> str:
    """Certainty and polarity in words."""
    return {
        Polarity.POSITIVE: certainty.value,
        Polarity.NEGATIVE: f"{certainty}, denied or negated",
        Polarity.UNKNOWN: f"{certainty}, whether or not",
    }[polarity]


def factuality(value: Factuality) -> Text:
    """How far the origin commits, with the range of a probability word."""
    text = Text(commitment(value.certainty, value.polarity), style=CERTAINTY_STYLE[value.certainty])
    if value.probability:
        low, high = value.probability
        text.append(f" ({low:.0%}–{high:.0%})")
    return text


def timeline_table(appearances: Iterable[Appearance]) -> Table:
    """Dated statements in order of event time."""
    table = Table(box=None, header_style="bold", pad_edge=False, expand=True)
    table.add_column("when", no_wrap=True, style="cyan")
    table.add_column("what is claimed", ratio=4)
    table.add_column("says", ratio=2)
    table.add_column("sure", ratio=1)
    table.add_column("where", ratio=1)
    table.add_column("how many", ratio=1)
    table.add_column("published", no_wrap=True)
    for seen in appearances:
        statement = seen.statement
        says = statement.origin.name if statement.origin else (seen.outlet or UNKNOWN)
        table.add_row(
            statement.time.edtf if statement.time else UNKNOWN,
            escape(one_line(statement.content.text)),
            escape(one_line(says)),
            factuality(statement.factuality),
            escape(place(statement.place)),
            escape("; ".join(quantity(q) for q in statement.quantities)),
            f"{(seen.published or UNKNOWN)[:10]} {escape(seen.outlet or '')}",
        )
    return table


def place(value: Place | None) -> str:
    """A place's name and country."""
    return "" if value is None else ", ".join(part for part in (value.name, value.country) if part)


def quantity(value: Quantity) -> str:
    """A quantity with its bounds."""
    low, high = (None if bound is None else f"{bound:,.10g}" for bound in (value.min, value.max))
    if low == high:
        amount = f"{value.word} {low}" if value.word else f"{low}"
    elif low and high:
        amount = f"{low}–{high}"
    else:
        amount = f"≥ {low}" if low else f"≤ {high}"
    return f"{amount} {value.of or ''}".strip()


def print_hits(console: Console, hits: Iterable[Hit]) -> None:
    """What a search found, the words marked."""
    for hit in hits:
        head = Text(one_line(hit.report.title or hit.report.uri), style="bold")
        head.append(f"  {hit.report.outlet or ''}  {when(hit.report.published)}  {short(hit.report.id)}", style="dim")
        excerpt = Text(hit.text)
        for start, end in hit.marks:
            excerpt.stylize("bold reverse", start - hit.window.start, end - hit.window.start)
        console.print(head)
        console.print(Text(" ").join(excerpt.split()))
        for seen in hit.statements:
            says = seen.statement.origin.name if seen.statement.origin else (seen.outlet or UNKNOWN)
            console.print(Text(f"  {says}: “{one_line(seen.statement.content.text)}”", style="cyan"))
        console.print()
