"""Saved or fetched web pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.intake.attempt import attempt
from sayso.intake.decode import decode
from sayso.intake.html_kinds import line_kinds
from sayso.intake.metadata import Metadata, metadata
from sayso.intake.page import read_page
from sayso.intake.source import Source, taken
from sayso.intake.visible import Line, Visible, parse_html, visible
from sayso.model import Block, BlockKind, Drop, Report, article_spans, content_id


def read(source: Source, limit: int) -> Iterator[Report | Drop]:
    """The report that one page is."""
    data = taken(source, limit)
    if isinstance(data, Drop):
        yield data
        return
    text = decode(data, source.charset)
    yield attempt(lambda: read_html(text, id=content_id("report", data), uri=source.uri), source.uri)


def read_html(text: str, *, id: str, uri: str) -> Report:  # noqa: A002 - the field's name
    """The report that the HTML `text` is: its visible text as blocks, each with the XPath of its element.

    Where trafilatura finds no article in it, the page is read as one copied from a browser.
    """
    root = parse_html(text)
    if root is None:
        return Report(id=id, uri=uri, text="")
    page, about = visible(root), metadata(root)
    kinds = line_kinds(page, root, about)
    copied = read_page(page.text, id=id, uri=uri)
    if BlockKind.PARAGRAPH not in kinds:
        return _with_elements(_declared(copied, about), page)
    blocks = tuple(
        Block(span=line.span, kind=kind, element=_path(line)) for line, kind in zip(page.lines, kinds, strict=True)
    )
    return _declared(replace(copied, blocks=blocks, body=article_spans(blocks)), about)


def _path(line: Line) -> str:
    return str(line.element.getroottree().getpath(line.element))


def _declared(report: Report, about: Metadata) -> Report:
    """`report` with what the page declares; what it only shows stands where it declares nothing."""
    return replace(
        report,
        title=next(iter(about.titles), report.title),
        bylines=about.authors or report.bylines,
        outlet=about.outlet or report.outlet,
        published=about.published or report.published,
        updated=about.updated or report.updated,
    )


def _with_elements(report: Report, page: Visible) -> Report:
    """`report`, read from the page's visible text, with the element of the line that each block begins in."""
    blocks, lines = [], iter(page.lines)
    line = next(lines, None)
    for block in report.blocks:
        while line is not None and line.span.end <= block.span.start:
            line = next(lines, None)
        blocks.append(block if line is None else replace(block, element=_path(line)))
    return replace(report, blocks=tuple(blocks))
