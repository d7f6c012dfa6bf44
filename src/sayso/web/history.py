"""What there was before: versions of a report, what versions of the extractor read in it, and who judged what."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Response

from sayso.errors import NotFoundError, UsageError
from sayso.query.diff import diff, versions
from sayso.query.judgements import log
from sayso.web.openapi import reads
from sayso.web.paging import Asking, Page
from sayso.web.questions import Id, OnlyJudgements, Producer
from sayso.web.served import Looking

router = APIRouter()

_Version = Annotated[Producer | None, Query()]


@router.get("/reports/{report}/versions", responses=reads("Reports", 404, 409), tags=["reports"])
def report_versions(look: Looking, report: Id) -> Response:
    """All versions of an article that are known, newest first, as its outlet published them."""
    return look.answer(Page(items=look.view.versions(report)))


@router.get("/reports/{report}/readings", responses=reads("Readings", 404, 409), tags=["readings"])
def readings(look: Looking, report: Id) -> Response:
    """The versions of the extractor that read a report, by name, and which reading is in use."""
    return look.answer(Page(items=look.view.readings(report)))


@router.get("/reports/{report}/readings/{producer}", responses=reads("Report", 404, 409), tags=["readings"])
def reading(look: Looking, report: Id, producer: Producer) -> Response:
    """A report as one version of the extractor read it, before any judgement."""
    found = look.view.read_by(report, producer)
    if found is None:
        raise NotFoundError(f"{producer} has not read this report")
    return look.answer(found)


@router.get("/producers", responses=reads("Producers"), tags=["readings"])
def producers(look: Looking) -> Response:
    """The versions of the extractor that can be compared, by name."""
    return look.answer(Page(items=look.view.producers()))


@router.get("/diff", responses=reads("Diff", 404, 409), tags=["readings"])
def difference(look: Looking, asked: Asking, before: _Version = None, after: _Version = None) -> Response:
    """The reports in which two versions of the extractor read different things, by id; without names, the only two."""
    try:
        one, other = versions(look.view, before, after)
    except UsageError as error:
        raise HTTPException(HTTPStatus.CONFLICT, str(error)) from error
    found = diff(look.view, one, other, behind=asked.after)
    return look.answer(asked.page(found, lambda report: report.report))


@router.get("/judgements", responses=reads("Log", 404), tags=["judgements"])
def judgements(look: Looking, only: OnlyJudgements, asked: Asking) -> Response:
    """Who decided what, newest first, and what came of it."""
    found = log(look.view, only, limit=asked.one_more, after=asked.after)
    return look.answer(asked.page(found, lambda entry: entry.judgement.id))


@router.get("/judgements/{judgement}", responses=reads("Judgement", 404, 409), tags=["judgements"])
def judgement(look: Looking, judgement: Id) -> Response:
    """One judgement."""
    return look.answer(look.view.judgement(judgement))
