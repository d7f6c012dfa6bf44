"""Saved or fetched web pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from lxml import html

from sayso.intake.attempt import attempt
from sayso.intake.decode import decode
from sayso.intake.html.kinds import line_kinds
from sayso.intake.html.metadata import Metadata, day_by_htmldate, metadata
from sayso.intake.html.times import declared_times
from sayso.intake.html.visible import Visible, parse_html, visible
from sayso.intake.page.dates import stamps
from sayso.intake.page.lines import Line
from sayso.intake.page.outlet import home_of, site_in_title, title_tail, titled_outlet
from sayso.intake.page.published import Times, find_times
from sayso.intake.page.read import read_page
from sayso.intake.source import Source, taken
from sayso.model import Block, BlockKind, Drop, Report, article_spans, content_id


def read(source: Source, limit: int) -> Iterator[Report | Drop]:
    """The report that one page is."""
    data = taken(source, limit)
    if isinstance(data, Drop):
        yield data
        return
    text = decode(data, source.charset)
    yield attempt(partial(read_html, text, id=content_id("report", data), uri=source.uri), source.uri)


def read_html(text: str, *, id: str, uri: str, seen: str | None = None) -> Report:  # noqa: A002 - the field's name
    """The report that the HTML `text` is: its visible text as blocks, each with the XPath of its element.

    Where no article is found by the markup, the page is read as one copied from a browser. `seen` (ISO 8601) is when it
    was fetched, where that is known: "2 hours ago" is told from it.
    """
    root = parse_html(text)
    if root is None:
        return Report(id=id, uri=uri, text="")
    page, about = visible(root), metadata(root)
    copied = read_page(page.text, id=id, uri=uri, seen=seen)
    kinds = line_kinds(page, root, about, _shown(copied, page))
    report = (
        copied
        if BlockKind.PARAGRAPH not in kinds
        else _with_shown_times(_rebuilt(copied, page, kinds), page, kinds, seen)
    )
    report = _with_times(_with_elements(report, page), declared_times(page, kinds))
    report = _declared(report, about)
    return report if report.published else replace(report, published=_found_day(root, text))


def _shown(copied: Report, page: Visible) -> list[BlockKind]:
    """The kind that each line of the page has in the report `copied` from its visible text."""
    by_place = {block.span.start: block.kind for block in copied.blocks}
    return [by_place.get(line.span.start, BlockKind.CHROME) for line in page.lines]


def _rebuilt(copied: Report, page: Visible, kinds: list[BlockKind]) -> Report:
    blocks = tuple(Block(span=line.span, kind=kind) for line, kind in zip(page.lines, kinds, strict=True))
    headline = next((block.span for block in blocks if block.kind is BlockKind.HEADLINE), None)
    title = None if headline is None else page.text[slice(*headline)]
    return replace(copied, blocks=blocks, body=article_spans(blocks), title=title)


def _with_shown_times(report: Report, page: Visible, kinds: list[BlockKind], seen: str | None) -> Report:
    """`report` with the times that its page shows about the headline and text that the markup tells."""
    lines = [Line(line.span, page.text[slice(*line.span)], 0) for line in page.lines]
    times = find_times(lines, kinds, report.uri, seen)
    return replace(report, published=times.published or report.published, updated=times.updated or report.updated)


def _with_elements(report: Report, page: Visible) -> Report:
    """`report` with the element of the line that each block begins in."""
    blocks, lines = [], iter(page.lines)
    line = next(lines, None)
    for block in report.blocks:
        while line is not None and line.span.end <= block.span.start:
            line = next(lines, None)
        path = None if line is None else str(line.element.getroottree().getpath(line.element))
        blocks.append(replace(block, element=path))
    return replace(report, blocks=tuple(blocks))


def _declared(report: Report, about: Metadata) -> Report:
    """`report` with what the page declares; what it shows stands where it declares nothing, or less."""
    return replace(
        report,
        title=report.title or next(iter(about.titles), None),
        bylines=about.authors or report.bylines,
        outlet=about.outlet or _site(report, about) or report.outlet,
        published=_more_precise(about.published, report.published),
        updated=_more_precise(about.updated, report.updated),
    )


def _site(report: Report, about: Metadata) -> str | None:
    """The outlet by the title of the page's tab or by its link to its front page."""
    return (
        titled_outlet(about.titles, report.title)
        or home_of(about.home)
        or title_tail(about.titles, report.title)
        or site_in_title(about.titles, report.title, report.text)
    )


def _with_times(report: Report, told: Times) -> Report:
    """`report` with the times of its time elements; where they are of another day, the one on show counts."""
    shown = report.published
    near = shown is None or told.published is None or abs(_days(told.published) - _days(shown)) <= 1
    return replace(
        report,
        published=_more_precise(told.published, shown) if near else shown,
        updated=_more_precise(told.updated, report.updated),
    )


def _days(value: str) -> int:
    return date.fromisoformat(value[:10]).toordinal()


def _found_day(root: html.HtmlElement, markup: str) -> str | None:
    """The day that htmldate finds, where the page has it in full: of a month or a number it makes the first day."""
    day = day_by_htmldate(root)
    if day is None:
        return None
    forms = (day, day.replace("-", "/"), day.replace("-", ""))
    whole = any(form in markup for form in forms)
    return day if whole or any(_stands_in(text, day) for text in visible(root).text.splitlines()) else None


def _stands_in(text: str, day: str) -> bool:
    return any(stamp.value.startswith(day) for order in (True, False) for stamp in stamps(text, day_first=order))


def _more_precise(declared: str | None, shown: str | None) -> str | None:
    """The declared time, unless the page shows the same day with a time of day."""
    return shown if declared is None or (shown or "").startswith(declared) else declared
