"""Reads a page as select-all-and-copy in a browser gives it: the article and everything around it."""

from __future__ import annotations

from sayso.intake.page.authors import find_bylines
from sayso.intake.page.entries import with_entries, with_last
from sayso.intake.page.kinds import blocks, line_kinds
from sayso.intake.page.labels import article_lines
from sayso.intake.page.outlet import find_outlet
from sayso.intake.page.pieces import whole_lines
from sayso.intake.page.published import find_times
from sayso.model import BlockKind, Report, article_spans


def read_page(text: str, *, id: str, uri: str, seen: str | None = None) -> Report:  # noqa: A002 - the field's name
    """A report of pasted page text: blocks, body, title, bylines, outlet, times; language and statements are not set.

    Every line that shows something is in a block, a paragraph that was cut into lines in one. `text` is kept as it is.
    Nothing that the page does not tell is made up; the same text gives the same report on any day. `seen` (ISO 8601) is
    when the page was fetched, where its archive says so.
    """
    lines = whole_lines(text)
    kinds = line_kinds(lines, with_last(lines, with_entries(lines, article_lines(lines))))
    found = blocks(lines, kinds)
    times = find_times(lines, kinds, uri, seen)
    return Report(
        id=id,
        uri=uri,
        outlet=find_outlet(lines, kinds),
        title=next((line.text for line, kind in zip(lines, kinds, strict=True) if kind is BlockKind.HEADLINE), None),
        bylines=find_bylines(lines, kinds),
        published=times.published,
        updated=times.updated,
        text=text,
        body=article_spans(found),
        blocks=found,
    )
