"""Claims on a map: where what they tell happened, as exactly as the words say and no more."""

from __future__ import annotations

from fastapi import APIRouter, Response

from sayso.web.pages.drawing import drawn, show
from sayso.web.pages.page import At
from sayso.web.pages.placing import placed, window
from sayso.web.pages.projection import HEIGHT, WIDTH

router = APIRouter()

SHOWN = 300  # claims of a page


@router.get("/map")
def world(at: At) -> Response:
    """The places of the claims that the filters let through."""
    found = drawn(at, SHOWN)
    places = placed(found.groups)
    mapped = [place for place in places if place.at]
    placeless = sum(not any(member.statement.place for member in group.members) for group in found.groups)
    return show(
        at,
        "map.html",
        found,
        mapped=mapped,
        unmapped=[place for place in places if not place.at],
        placeless=placeless,
        window=window(mapped),
        world=(WIDTH, HEIGHT),
    )
