"""Cited briefs to copy, as `sayso brief` writes them: of a claim, or of the newest that the filters let through."""

from __future__ import annotations

from fastapi import APIRouter, Response

from sayso.export.brief import markdown
from sayso.ledger import Filter
from sayso.query.brief import Brief
from sayso.query.brief_sections import brief
from sayso.web.pages.asking import sound
from sayso.web.pages.page import At, Desk

router = APIRouter()

MOST = 20  # claims of a brief: more is not read


@router.get("/claims/{claim}/brief")
def of_claim(at: At, claim: str) -> Response:
    """The brief of one claim, by its id or the id's first digits."""
    return _page(at, brief(at.view, claim, Filter()), f"/claims/{claim}")


@router.get("/brief")
def of_filter(at: At) -> Response:
    """The brief of the newest claims that the filters of the address let through."""
    asked = sound(at.page.request.query_params)
    return _page(at, brief(at.view, None, asked.only, limit=MOST), asked.address("/claims"))


def _page(at: Desk, made: Brief, back: str) -> Response:
    return at.show("brief.html", brief=made, markdown=markdown(made), back=back)
