"""A statement together with what linking may know of the report it appeared in, and how two of them relate."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.attribution import Attribution
from sayso.model.report import BlockKind, Report
from sayso.model.statement import Statement

_LEADING = (BlockKind.HEADLINE, BlockKind.PARAGRAPH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """One statement where it appeared. `chain` holds its attributions, innermost first; `heading` tells that it stands
    in the report's headline; `context` is the block (paragraph or heading) around its content, as published; `lead` is
    the report's headline and first paragraph, which name what "the vessel" or "the company" of a later one is.
    """

    statement: Statement
    report: str
    outlet: str | None
    published: str | None
    chain: tuple[Attribution, ...] = ()
    heading: bool = False
    context: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One signal's part in a score: its name, its value from 0 to 1, and the weight it was given."""

    signal: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SameClaim:
    """That two statements (ids, `a` < `b`) are of one claim, how surely from 0 to 1, and why."""

    a: str
    b: str
    score: float
    reasons: tuple[Reason, ...] = ()


def appearances(report: Report) -> tuple[Appearance, ...]:
    """The statements of `report`, each with its surroundings, in order of place."""
    lead = _lead(report)
    by_id = {attribution.id: attribution for attribution in report.attributions}
    out = []
    for statement in report.statements:
        start = statement.content.spans[0].start
        block = next((b for b in report.blocks if b.span.start <= start < b.span.end), None)
        out.append(
            Appearance(
                statement=statement,
                report=report.id,
                outlet=report.outlet,
                published=report.published,
                chain=tuple(by_id[i] for i in statement.chain),
                heading=block is not None and block.kind is BlockKind.HEADLINE,
                context="" if block is None else report.text[slice(*block.span)],
                lead=lead,
            )
        )
    return tuple(out)


def _lead(report: Report) -> str:
    """The first headline and the first paragraph, one a line."""
    firsts = (next((b for b in report.blocks if b.kind is kind), None) for kind in _LEADING)
    return "\n".join(report.text[slice(*block.span)] for block in firsts if block)
