"""Who cites whom, drawn from origins at the left to those who have it from them at the right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log2

from fastapi import APIRouter, Response

from sayso.query.citing import Citing, Citings, Party, Via, citings, most_cited
from sayso.web.pages.drawing import drawn, show
from sayso.web.pages.layers import layered
from sayso.web.pages.page import At
from sayso.web.pages.telling import DERIVATION

router = APIRouter()

SHOWN = 200  # claims of a page
DRAWN = 45  # parties in the drawing: more is no picture any more
LISTED = 200  # lines of the table

ROW, COLUMN, BOX = 34, 282, 210  # units between two in a layer, between layers, and the width of a box
TOP, LEFT = 12, 4
HIGH = 26  # units of a box
HOW = {Via.NAMES: "names as its source"} | {Via(kind.value): told for kind, told in DERIVATION.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A party at its place, the upper left corner of its box; `cited` is how often it is, in all."""

    party: Party
    x: float
    y: float
    cited: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """From whom it comes to who has it; `path` is what SVG draws, `width` grows with the logarithm of the count."""

    citing: Citing
    path: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The drawing, with its size in units."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    width: float
    height: float


@router.get("/graph")
def graph(at: At) -> Response:
    """Who cites whom in the claims that the filters let through."""
    found = drawn(at, SHOWN)
    members = found.members
    told = citings(members, at.view.derivations_of(frozenset(member.report for member in members)))
    kept = most_cited(told, DRAWN)
    return show(
        at,
        "graph.html",
        found,
        told=told,
        HOW=HOW,
        picture=picture(kept, told.cited()),
        left_out=len(told.parties) - len(kept.parties),
        listed=told.citings[:LISTED],
        unlisted=max(0, len(told.citings) - LISTED),
    )


def picture(found: Citings, cited: Mapping[str, int]) -> Picture:
    """The drawing of who cites whom; `cited` tells how often each is, also by those who are not drawn."""
    nodes = sorted(found.parties, key=lambda key: (-cited[key], key))
    layers = layered(nodes, [(one.of, one.by) for one in found.citings])
    tallest = max(map(len, layers), default=0)
    places = {
        key: (LEFT + COLUMN * number, TOP + ROW * (row + (tallest - len(layer)) / 2))
        for number, layer in enumerate(layers)
        for row, key in enumerate(layer)
    }
    drawn_nodes = (Node(party=found.parties[k], x=x, y=y, cited=cited[k]) for k, (x, y) in places.items())
    return Picture(
        nodes=tuple(drawn_nodes),
        lines=tuple(_line(one, places) for one in reversed(found.citings)),
        width=LEFT * 2 + COLUMN * max(0, len(layers) - 1) + BOX,
        height=TOP * 2 + ROW * tallest,
    )


def _line(citing: Citing, places: Mapping[str, tuple[float, float]]) -> Line:
    (x1, y1), (x2, y2) = places[citing.of], places[citing.by]
    start, end, y1, y2 = x1 + BOX, x2, y1 + HIGH / 2, y2 + HIGH / 2
    bend = max(30.0, abs(end - start) / 2)
    path = f"M{start:g} {y1:g}C{start + bend:g} {y1:g} {end - bend:g} {y2:g} {end:g} {y2:g}"
    return Line(citing=citing, path=path, width=round(1 + log2(citing.count), 2))
