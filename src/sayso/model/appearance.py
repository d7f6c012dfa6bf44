"""A statement together with what linking may know of the report it appeared in, and how two of them relate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model.attribution import Attribution
from sayso.model.report import ARTICLE_KINDS, BlockKind, Report
from sayso.model.statement import Statement

_LEADING = (BlockKind.HEADLINE, BlockKind.PARAGRAPH)
_NEAR = 120  # characters on either side of a name within which the report says who that is
_QUOTED = re.compile(r"[“„\"«][^“”„\"«»]*[”“\"»]|(?<!\w)['‘](?=\w)[^'‘’]*['’](?!\w)")
_SELF = r"\b(?:[Ww]e|[Oo]urs?|us|[Oo]urselves)\b"  # never "US"
_AROUND_SELF = 30  # characters
_STOP = re.compile(r"(?<=[.!?])\s")
_SELVES = 12  # as many tell how a page speaks
_FRAME = 600  # characters of a page's own words above the article, and as many below it


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """One statement where it appeared. `chain` holds its attributions, innermost first; `heading` tells that it stands
    in the report's headline; `context` is the block (paragraph or heading) around its content, as published; `lead` is
    the report's headline and first paragraph, which name what "the vessel" or "the company" of a later one is.
    `introduction` are the words around the first place that names the innermost source in full, where a report says who
    that is ("…, secretary of the drivers' union, …"); `selves` those around "we" and "our" outside quotation marks, by
    which a page shows whether a body or a reporter speaks; `masthead` and `foot` what the page has above and below its
    article (names, menus), a line each.
    """

    statement: Statement
    report: str
    outlet: str | None
    published: str | None
    chain: tuple[Attribution, ...] = ()
    heading: bool = False
    context: str = ""
    lead: str = ""
    introduction: str = ""
    selves: tuple[str, ...] = ()
    masthead: str = ""
    foot: str = ""


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
    lead, selves = _lead(report), tuple(_selves(report))[:_SELVES]
    masthead, foot = frame(report)
    by_id = {attribution.id: attribution for attribution in report.attributions}
    out = []
    for statement in report.statements:
        start = statement.content.spans[0].start
        block = next((b for b in report.blocks if b.span.start <= start < b.span.end), None)
        chain = tuple(by_id[i] for i in statement.chain)
        out.append(
            Appearance(
                statement=statement,
                report=report.id,
                outlet=report.outlet,
                published=report.dated,
                chain=chain,
                heading=block is not None and block.kind is BlockKind.HEADLINE,
                context="" if block is None else report.text[slice(*block.span)],
                lead=lead,
                introduction=_introduction(report, chain[0].source.actor.name) if chain and chain[0].source else "",
                selves=selves,
                masthead=masthead,
                foot=foot,
            )
        )
    return tuple(out)


def _lead(report: Report) -> str:
    """The first headline and the first paragraph, one a line."""
    firsts = (next((b for b in report.blocks if b.kind is kind), None) for kind in _LEADING)
    return "\n".join(report.text[slice(*block.span)] for block in firsts if block)


def frame(report: Report) -> tuple[str, str]:
    """What the page has above its article, and below."""
    texts = [number for number, block in enumerate(report.blocks) if block.kind in _LEADING]
    first, last = (texts[0], texts[-1]) if texts else (len(report.blocks), len(report.blocks))
    parts = (report.blocks[:first], report.blocks[last + 1 :])
    above, below = ([report.text[slice(*b.span)] for b in part if b.kind is BlockKind.CHROME] for part in parts)
    return "\n".join(above)[:_FRAME], "\n".join(below)[-_FRAME:]


def _introduction(report: Report, name: str) -> str:
    """The words around the first place of the article that has `name`, within its block; "" where none has."""
    for block in report.blocks:
        at = report.text.find(name, *block.span) if block.kind in ARTICLE_KINDS else -1
        if at >= 0:
            return report.text[max(block.span.start, at - _NEAR) : min(block.span.end, at + len(name) + _NEAR)]
    return ""


def _selves(report: Report) -> Iterator[str]:
    name = re.split(r",\s|\s[-–—|]\s", report.outlet or "")[0]
    own = re.compile(rf"{_SELF}|(?:^|(?<=[.!?] ))(?:The )?{re.escape(name)}(?= [a-z])" if name else _SELF)
    for block in report.blocks:
        if block.kind in ARTICLE_KINDS - {BlockKind.HEADLINE}:
            # of equal length: what is quoted must not bring words together that stand apart
            text = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), report.text[slice(*block.span)])
            for match in own.finditer(text):
                before = _STOP.split(text[max(0, match.start() - _AROUND_SELF) : match.start()])[-1]
                after = _STOP.split(text[match.end() : match.end() + _AROUND_SELF])[0]
                yield before + match.group() + after
