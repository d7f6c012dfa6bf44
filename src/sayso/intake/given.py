"""What arrives beside a report's words: a feed or a JSON line says its title, outlet and times."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.intake.html.read import read_html
from sayso.intake.pasted import read_pasted
from sayso.model import Report, content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Facts given with the words; each one given goes before what the words themselves show."""

    title: str | None = None
    outlet: str | None = None
    bylines: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None


def report_of(payload: str, *, markup: bool, uri: str, given: Given) -> Report:
    """The report in `payload`, HTML or page text.

    Its id follows from the words and from where they are said to be from: an agency's words in two outlets are two
    reports.
    """
    name = content_id("report", payload, uri, given.outlet or "")
    report = (read_html if markup else read_pasted)(payload, id=name, uri=uri)
    return replace(
        report,
        title=given.title or report.title,
        outlet=given.outlet or report.outlet,
        bylines=given.bylines or report.bylines,
        published=given.published or report.published,
        updated=given.updated or report.updated,
    )
