"""The list of actors, and what the ledger tells of one."""

from __future__ import annotations

from fastapi import APIRouter, Response

from sayso.query.actors import profile
from sayso.query.judgements import about_source, source_grades
from sayso.web.pages.asking import LONGEST
from sayso.web.pages.done import done
from sayso.web.pages.page import At
from sayso.web.pages.paging import following, paged
from sayso.web.pages.sparkline import sparkline

router = APIRouter()

SHOWN = 60  # actors of a page


@router.get("/actors")
def actors(at: At) -> Response:
    """Who says something or takes part, by name; `name` restricts it to those in whose names its words stand."""
    name = at.page.request.query_params.get("name", "").strip()[:LONGEST]
    told = {"name": name} if name else {}
    part = paged(at.page, told, SHOWN)
    shown = part.page(at.view.actors(name or None, limit=part.one_more, after=part.after), lambda one: one.id)
    return at.show("actors.html", actors=shown.items, name=name, following=following(at.page, told, shown.next))


@router.get("/actors/{actor}")
def actor(at: At, actor: str) -> Response:
    """One actor, by the whole id."""
    found = profile(at.view, actor)
    times = [member.published for member in found.said if member.published]
    return at.show(
        "actor.html",
        profile=found,
        line=sparkline(times),
        grade=source_grades(at.view).get(found.actor.name.casefold()),
        decided=about_source(at.view, found.actor.name),
        done=done(at),
    )
