"""The list of reports, and one report as it was received, with everything that was read in it marked."""

from __future__ import annotations

from fastapi import APIRouter, Response

from sayso.query.judgements import about, item_grades, rejected
from sayso.query.versions import compare
from sayso.web.pages.done import done
from sayso.web.pages.look import LOOK_HEADERS, look, tree
from sayso.web.pages.page import At
from sayso.web.pages.paging import following, paged
from sayso.web.pages.reading import rows

router = APIRouter()

SHOWN = 60  # reports of a page


@router.get("/reports")
def reports(at: At) -> Response:
    """All reports, newest first."""
    wanted = paged(at.page, {}, SHOWN)
    part = wanted.page(at.view.listing(limit=wanted.one_more, after=wanted.after), lambda report: report.id)
    more = following(at.page, {}, part.next)
    return at.show("reports.html", reports=part.items, following=more, is_first=wanted.after is None)


@router.get("/reports/{report}")
def report(at: At, report: str) -> Response:
    """One report, by its id or the id's first digits; `against` names a version to compare it with."""
    found = at.view.report(report)
    versions = at.view.versions(found.id)
    is_current = at.view.newest(found.id) == found.id
    claims = at.view.claims_of(frozenset(statement.id for statement in found.statements))
    against = at.page.request.query_params.get("against")
    other = at.view.report(against) if against else None
    return at.show(
        "report.html",
        report=found,
        rows=tuple(rows(found, claims)),
        versions=versions,
        is_current=is_current,
        other=other,
        changes=compare(other, found) if other else (),
        decided=about(at.view, {found.id}),
        grade=item_grades(at.view, {found.id}).get(found.id),
        rejected=rejected(at.view, found.id).rejected if is_current else (),
        has_look=any(block.element for block in found.blocks),
        done=done(at),
    )


@router.get("/reports/{report}/look")
def look_of(at: At, report: str) -> Response:
    """The blocks of a report that was HTML, in the elements that they came from, for a frame that runs nothing."""
    found = at.view.report(report)
    at.page.headers.update(LOOK_HEADERS)
    return at.show("look.html", report=found, markup=look(tree(found)))
