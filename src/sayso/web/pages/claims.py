"""The list of claims."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter, Response

from sayso.query.claims import list_claims
from sayso.web.pages.asking import EVENTS, address, question
from sayso.web.pages.done import done
from sayso.web.pages.drawing import plain
from sayso.web.pages.page import At
from sayso.web.pages.paging import following, paged
from sayso.web.pages.sparkline import sparkline

router = APIRouter()

SHOWN = 50  # claims of a page


@router.get("/claims")
def claims(at: At) -> Response:
    """Claims, newest first: all, or those that the filters of the address let through."""
    page, asked = at.page, question(at.page.request.query_params)
    if elsewhere := plain(page, asked):
        return elsewhere
    wanted = paged(page, asked.told, SHOWN)
    found = () if asked.faults else tuple(list_claims(at.view, asked.only, limit=wanted.one_more, after=wanted.after))
    part = wanted.page(found, lambda line: line.claim.id)
    return at.show(
        "claims.html",
        status=HTTPStatus.UNPROCESSABLE_ENTITY if asked.faults else HTTPStatus.OK,
        question=asked,
        lines=part.items,
        following=following(page, asked.told, part.next),
        is_first=wanted.after is None,
        events=EVENTS,
        sparkline=sparkline,
        address=address,
        done=done(at),
    )


@router.get("/")
def home(at: At) -> Response:
    """The first page is the list of claims."""
    return at.page.move("/claims")
