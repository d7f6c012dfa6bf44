"""What can be asked: each operation is one question to a view of the ledger."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from sayso import __version__
from sayso.errors import NotFoundError
from sayso.export import FORMATS
from sayso.query.claims import list_claims
from sayso.query.trace import trace as trace_claim
from sayso.web.files import sent
from sayso.web.openapi import Overview, fails, reads
from sayso.web.paging import Asking, AskingHits
from sayso.web.questions import ActorName, FormName, Id, Only, Wanted
from sayso.web.served import Looking, Serving

router = APIRouter()

_FILE = {"type": "string", "format": "binary"}
_ANYTHING: dict[str, Any] = {}  # of what an export in JSON holds, its own standard tells
_EXPORTED: dict[int | str, dict[str, Any]] = {
    **fails(404),
    200: {
        "description": "the ledger",
        "content": {
            form.media: {"schema": _ANYTHING if form.media.endswith("json") else _FILE} for form in FORMATS.values()
        },
    },
    304: {"description": "not changed since the answer with that tag"},
}


@router.get("/", responses=reads("Overview"), tags=["ledger"])
def overview(look: Looking, serving: Serving) -> Response:
    """What this server has."""
    writable = serving.settings.token is not None
    counts = look.view.counts()
    return look.answer(Overview(version=__version__, counts=counts, formats=tuple(FORMATS), writable=writable))


@router.get("/reports", responses=reads("Reports", 404), tags=["reports"])
def reports(look: Looking, asked: Asking) -> Response:
    """All reports, newest first, outdated versions among them."""
    found = look.view.listing(limit=asked.one_more, after=asked.after)
    return look.answer(asked.page(found, lambda report: report.id))


@router.get("/reports/{report}", responses=reads("Report", 404, 409), tags=["reports"])
def report(look: Looking, report: Id) -> Response:
    """One report, with its text, attributions and statements, as `sayso extract` prints it."""
    return look.answer(look.view.report(report))


@router.get("/statements", responses=reads("Statements", 404), tags=["statements"])
def statements(look: Looking, only: Only, asked: Asking) -> Response:
    """Current statements, by id."""
    found = look.view.statements(only, limit=asked.one_more, after=asked.after)
    return look.answer(asked.page(found, lambda seen: seen.statement.id))


@router.get("/statements/{statement}", responses=reads("Appearance", 404, 409), tags=["statements"])
def statement(look: Looking, statement: Id) -> Response:
    """One statement, of an outdated version too."""
    return look.answer(look.view.statement(statement))


@router.get("/timeline", responses=reads("Statements", 404), tags=["statements"])
def timeline(look: Looking, only: Only, asked: Asking) -> Response:
    """Dated statements in order of event time."""
    found = look.view.timeline(only, limit=asked.one_more, after=asked.after)
    return look.answer(asked.page(found, lambda seen: seen.statement.id))


@router.get("/claims", responses=reads("Claims", 404), tags=["claims"])
def claims(look: Looking, only: Only, asked: Asking) -> Response:
    """Claims, newest first."""
    found = list_claims(look.view, only, limit=asked.one_more, after=asked.after)
    return look.answer(asked.page(found, lambda line: line.claim.id))


@router.get("/claims/{claim}", responses=reads("Claim", 404, 409), tags=["claims"])
def claim(look: Looking, claim: Id) -> Response:
    """One claim."""
    return look.answer(look.view.claim(claim))


@router.get("/claims/{claim}/trace", responses=reads("Trace", 404, 409), tags=["claims"])
def trace(look: Looking, claim: Id) -> Response:
    """Who had a claim from whom."""
    return look.answer(trace_claim(look.view, claim))


@router.get("/actors", responses=reads("Actors", 404), tags=["actors"])
def actors(look: Looking, asked: Asking, name: ActorName = None) -> Response:
    """Who has to do with statements, by name."""
    found = look.view.actors(name, limit=asked.one_more, after=asked.after)
    return look.answer(asked.page(found, lambda actor: actor.id))


@router.get("/actors/{actor}", responses=reads("KnownActor", 404), tags=["actors"])
def actor(look: Looking, actor: Id) -> Response:
    """One actor, by the whole id."""
    return look.answer(look.view.actor(actor))


@router.get("/search", responses=reads("Hits", 404), tags=["search"])
def search(look: Looking, wanted: Wanted, asked: AskingHits) -> Response:
    """Reports in which words stand, the best first. A report read meanwhile may move the pages after this one."""
    found = look.view.search(wanted, limit=asked.one_more, offset=asked.skipped)
    return look.answer(asked.page_by_number(found))


@router.get("/exports/{form}", responses=_EXPORTED, tags=["exports"], response_class=Response)
def export(look: Looking, form: FormName) -> Response:
    """The whole ledger in another form."""
    if form not in FORMATS:
        raise NotFoundError(f"no format {form!r}; there are {', '.join(FORMATS)}")
    chosen = FORMATS[form]
    name = f"sayso{chosen.suffix}"
    return sent(lambda out: chosen.write(look.view, out), name=name, media=chosen.media, headers=look.headers)
