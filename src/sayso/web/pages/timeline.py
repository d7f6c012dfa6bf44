"""Claims in time: when what is told happened, with its uncertainty drawn, and when it was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fastapi import APIRouter, Response

from sayso.ledger.moments import LATEST, bounds
from sayso.model import Appearance
from sayso.web.pages.drawing import Drawn, Group, drawn, show
from sayso.web.pages.page import At
from sayso.web.pages.timescale import Bar, Line, bar, line_of, spot, ticks

router = APIRouter()

SHOWN = 40  # claims of a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """One time that statements of a claim tell for the event (EDTF), drawn; `said` are the places of the days on which
    their reports were published.
    """

    edtf: str
    bar: Bar
    members: tuple[Appearance, ...]
    said: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A claim with all times that are told for its event, the earliest first."""

    group: Group
    times: tuple[Time, ...]


@router.get("/timeline")
def timeline(at: At) -> Response:
    """The claims that the filters let through, by the time of what they tell."""
    found = drawn(at, SHOWN)
    line = _line(found)
    timed = sorted(lanes(found.groups, line), key=_first) if line else []
    known = {lane.group.claim.id for lane in timed}
    return show(
        at,
        "timeline.html",
        found,
        lanes=timed,
        ticks=ticks(line) if line else (),
        untimed=[group for group in found.groups if group.claim.id not in known],
    )


def _line(found: Drawn) -> Line | None:
    told = [member.statement.time.edtf for member in found.members if member.statement.time]
    said = [member.published for member in found.members if member.published and member.statement.time]
    return line_of(told, said)


def lanes(groups: Iterable[Group], line: Line) -> Iterator[Lane]:
    """The claims whose words tell a time, drawn along the line."""
    for group in groups:
        told: dict[str, list[Appearance]] = {}
        for member in group.members:
            if member.statement.time:
                told.setdefault(member.statement.time.edtf, []).append(member)
        times = [time for edtf, members in told.items() if (time := _time(line, edtf, members))]
        if times:
            yield Lane(group=group, times=tuple(sorted(times, key=lambda time: _bounds(time.edtf))))


def _time(line: Line, edtf: str, members: list[Appearance]) -> Time | None:
    drawn_as = bar(line, edtf)
    if drawn_as is None:
        return None
    places = (spot(line, member.published) for member in members)
    said = tuple(sorted({place for place in places if place is not None and 0 <= place <= 100}))
    return Time(edtf=edtf, bar=drawn_as, members=tuple(members), said=said)


def _bounds(edtf: str) -> tuple[str, str]:
    return bounds(edtf) or (LATEST, LATEST)


def _first(lane: Lane) -> tuple[str, str, str]:
    return (*_bounds(lane.times[0].edtf), lane.group.claim.id)
