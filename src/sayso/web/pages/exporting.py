"""What is seen, as a file: the claims that the filters let through, or one claim, with their statements."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from fastapi import APIRouter, HTTPException, Response

from sayso.export.part import PARTS
from sayso.model import Claim
from sayso.web.files import sent
from sayso.web.pages.asking import sound
from sayso.web.pages.page import At, Desk

router = APIRouter()


@router.get("/export/{form}")
def of_filter(at: At, form: str) -> Response:
    """All claims that the filters of the address let through: csv, json or parquet."""
    asked = sound(at.page.request.query_params)
    return _file(at, form, tuple(at.view.claims(asked.only)))


@router.get("/claims/{claim}/export/{form}")
def of_claim(at: At, claim: str, form: str) -> Response:
    """One claim, by its id or the id's first digits."""
    return _file(at, form, (at.view.claim(claim),))


def _file(at: Desk, form: str, claims: Sequence[Claim]) -> Response:
    if form not in PARTS:
        raise HTTPException(HTTPStatus.NOT_FOUND, f"There is no such form; there are {', '.join(PARTS)}.")
    chosen = PARTS[form]
    name = f"sayso-claims{chosen.suffix}"
    return sent(lambda out: chosen.write(at.view, claims, out), name=name, media=chosen.media, headers=at.page.headers)
