"""Search: reports in which words stand, the words marked."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Response

from sayso.ledger import Hit, query_of
from sayso.ledger.moments import bounds
from sayso.web.pages.asking import LONGEST
from sayso.web.pages.marking import Piece, found
from sayso.web.pages.page import At
from sayso.web.pages.paging import following, paged

router = APIRouter()

SHOWN = 10  # hits of a page: each is marked, which takes milliseconds
_FIELDS = ("q", "outlet", "actor", "since", "until")


@router.get("/search")
def search(at: At) -> Response:
    """Reports with the words of `q`, the best first; phrases, begin*, OR and -without as in `sayso search`."""
    params = at.page.request.query_params
    told = {name: value for name in _FIELDS if (value := params.get(name, "").strip()[: 2 * LONGEST])}
    wrong = [name for name in ("since", "until") if name in told and bounds(told[name]) is None]
    narrowed: dict[str, Any] = {name: value for name, value in told.items() if name != "q" and name not in wrong}
    wanted = replace(query_of(told.get("q", "")), **narrowed)
    part = paged(at.page, told, SHOWN)
    hits = at.view.search(wanted, limit=part.one_more, offset=part.skipped) if wanted.asks and not wrong else ()
    shown = part.page_by_number(hits)
    return at.show(
        "search.html",
        status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK,
        told=told,
        wrong=wrong,
        hits=[(hit, _excerpt(hit)) for hit in shown.items],
        following=following(at.page, told, shown.next),
    )


def _excerpt(hit: Hit) -> tuple[Piece, ...]:
    """What is shown of a report, cut at the words that were found."""
    return found(hit.text, tuple(mark.shift(-hit.window.start) for mark in hit.marks))
