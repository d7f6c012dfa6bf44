"""The log: who decided what, when and why, what came of it, and the way to take it back."""

from __future__ import annotations

from fastapi import APIRouter, Response

from sayso.ledger import LogFilter
from sayso.query.judgements import log as log_of
from sayso.web.pages.asking import LONGEST
from sayso.web.pages.done import done
from sayso.web.pages.page import At
from sayso.web.pages.paging import following, paged

router = APIRouter()

SHOWN = 50  # judgements of a page


@router.get("/log")
def log(at: At) -> Response:
    """Judgements, newest first; `who` restricts them to those of one person."""
    who = at.page.request.query_params.get("who", "").strip()[:LONGEST]
    told = {"who": who} if who else {}
    wanted = paged(at.page, told, SHOWN)
    found = log_of(at.view, LogFilter(who=who or None), limit=wanted.one_more, after=wanted.after)
    part = wanted.page(found, lambda entry: entry.judgement.id)
    more = following(at.page, told, part.next)
    return at.show("log.html", entries=part.items, whose=who, following=more, done=done(at))
