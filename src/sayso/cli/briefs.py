"""The command `brief`."""

from __future__ import annotations

from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import About, LedgerOption, OriginName, Since, Until
from sayso.cli.writing import output
from sayso.errors import UsageError
from sayso.export.brief import html, markdown
from sayso.ledger import Filter, open_ledger
from sayso.query.brief_sections import brief as write_brief
from sayso.settings import DEFAULT_LEDGER


class Page(StrEnum):
    """The form of a brief."""

    MARKDOWN = "markdown"
    HTML = "html"


def brief(  # noqa: PLR0913, PLR0917 - one parameter an option
    claim: Annotated[
        str | None, typer.Argument(metavar="CLAIM", help="id of a claim, or its first digits; none: by the options")
    ] = None,
    about: About = None,
    origin: OriginName = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="the newest N claims")] = 20,
    page: Annotated[Page, typer.Option("--format", help="markdown, or html to read and print")] = Page.MARKDOWN,
    path: Annotated[Path | None, typer.Option("-o", "--output", metavar="PATH", help="file to write")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Write a cited summary of a claim, an actor or a period: each sentence with its source and exact words."""
    if claim is None and not any((about, origin, since, until)):
        raise UsageError("a brief is on a claim, an actor (--about) or a period (--since, --until)")
    only = Filter(about=about, origin=origin, since=since, until=until)
    with closing(open_ledger(ledger)) as store, store.view() as view:
        made = write_brief(view, claim, only, limit=limit)
    text = markdown(made) if page is Page.MARKDOWN else html(made)
    with output(path) as out:
        out.write(text.encode("utf8", "replace"))
