"""A report's text as it is shown: block by block, with its marks, and beside each block what its statements mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.model import ARTICLE_KINDS, Attribution, BlockKind, Claim, Report, Span, Spans, Statement, hull
from sayso.web.pages.marking import Mark, Piece, pieces

DEEPEST = 3  # contents within contents that are drawn apart; what lies deeper looks like the third


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement with its attributions, innermost first, and the claim that it is of, None where it is of none."""

    statement: Statement
    chain: tuple[Attribution, ...]
    claim: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A part of the text, chrome or article, cut into pieces; `gap` are the blanks before it, and `told` the statements
    that begin in it.
    """

    kind: BlockKind
    gap: str
    pieces: tuple[Piece, ...]
    told: tuple[Told, ...]

    @property
    def is_article(self) -> bool:
        """Whether it is of the article, and not of the page around it."""
        return self.kind in ARTICLE_KINDS


def rows(report: Report, claims: Iterable[Claim]) -> Iterator[Row]:
    """The whole text of a report, in order, with its statements beside it; `claims` are theirs."""
    marks = tuple(marks_of(report))
    told = tuple(_told(report, claims))
    done = 0
    for kind, span in _parts(report):
        gap, done = report.text[done : span.start], span.end
        here = tuple(one for one in told if span.start <= one.statement.content.spans[0].start < span.end)
        yield Row(kind=kind, gap=gap, pieces=tuple(pieces(report.text, marks, span)), told=here)


def marks_of(report: Report) -> Iterator[Mark]:
    """What the words of a report are: contents, sources and cues of its attributions, and the hedges and denials that
    decided how sure a statement is.

    Contents are told apart by how many others they lie in, so that a chain shows.
    """
    contents = {a.content.spans for a in report.attributions if a.content.spans}
    contents |= {s.content.spans for s in report.statements}
    depths = {spans: _depth(spans, contents) for spans in contents}
    for statement in report.statements:
        spans = statement.content.spans
        yield Mark(kind="content", spans=spans, of=statement.id, depth=depths[spans])
        if statement.factuality.cues:
            yield Mark(kind="hedge", spans=statement.factuality.cues, of=statement.id)
    for link in report.attributions:
        if link.source and link.source.spans:
            yield Mark(kind="source", spans=link.source.spans, of=link.source.actor.id)
        if link.cue:
            yield Mark(kind="cue", spans=link.cue.spans, of=link.id)


def _depth(spans: Spans, contents: Iterable[Spans]) -> int:
    around = hull(spans)
    outer = (hull(other) for other in contents if other != spans)
    return min(DEEPEST, 1 + sum(other.contains(around) and other != around for other in outer))


def _told(report: Report, claims: Iterable[Claim]) -> Iterator[Told]:
    links = {link.id: link for link in report.attributions}
    claim_of = {statement: claim for claim in claims for statement in claim.statements}
    for statement in report.statements:
        chain = tuple(links[link] for link in statement.chain)
        yield Told(statement=statement, chain=chain, claim=claim_of.get(statement.id))


def _parts(report: Report) -> Iterator[tuple[BlockKind, Span]]:
    """The blocks of a report, and the text that no block holds; only blanks are left out."""
    rest = BlockKind.CHROME if report.blocks else BlockKind.PARAGRAPH
    done = 0
    for block in sorted(report.blocks, key=lambda block: block.span):
        span = Span(max(done, block.span.start), block.span.end)
        if span.start < span.end:
            yield from _unless_blank(report, rest, Span(done, span.start))
            yield block.kind, span
            done = span.end
    yield from _unless_blank(report, rest, Span(done, len(report.text)))


def _unless_blank(report: Report, kind: BlockKind, span: Span) -> Iterator[tuple[BlockKind, Span]]:
    if report.text[slice(*span)].strip():
        yield kind, span
