"""The pages as one app, for all addresses that are not the API's."""

from __future__ import annotations

from http import HTTPStatus
from typing import cast

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from sayso.errors import SaysoError
from sayso.web.pages import (
    actors,
    adding,
    briefing,
    claim,
    claims,
    exporting,
    graph,
    judging,
    log,
    queue,
    reports,
    search,
    signing,
    timeline,
    worldmap,
)
from sayso.web.pages.guarding import GUARD
from sayso.web.pages.page import page_of
from sayso.web.pages.templates import STATIC
from sayso.web.problems import RETRY, NotModifiedError, detail_of, not_modified, status_of
from sayso.web.security import Defaults
from sayso.web.served import Served

_PARTS = (
    claims,
    claim,
    briefing,
    exporting,
    timeline,
    worldmap,
    graph,
    reports,
    search,
    actors,
    judging,
    log,
    queue,
    adding,
    signing,
)
ROUTERS = tuple(part.router for part in _PARTS)

_KEPT = "public, max-age=31536000, immutable"  # an asset's address changes with it
_SMALL = 1000  # bytes that are not worth packing
_API = "/api/"


class Assets(StaticFiles):
    """The files that pages load, which a browser may keep."""

    def file_response(self, *args: object, **kwargs: object) -> Response:
        """The file, and that it may be kept."""
        found = super().file_response(*args, **kwargs)  # type: ignore[arg-type] # passed on as they come
        found.headers["Cache-Control"] = _KEPT
        # no secret; the frame that shows a report's structure has no origin, and needs its style all the same
        found.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return found


def add_pages(app: FastAPI) -> None:
    """Let `app` answer with pages wherever it has no operation of the API."""
    # outside of all else, so that an answer to a failure has its headers too
    pages = Defaults(create_pages(app.state.served), GUARD)
    nothing = app.router.default

    async def others(scope: Scope, receive: Receive, send: Send) -> None:
        is_page = scope["type"] == "http" and not scope["path"].startswith(_API)
        await (pages if is_page else nothing)(scope, receive, send)

    app.router.default = others


def create_pages(served: Served) -> FastAPI:
    """The pages about a ledger that is served."""
    pages = FastAPI(openapi_url=None)
    pages.state.served = served
    for router in ROUTERS:
        pages.include_router(router)
    pages.mount("/static", Assets(directory=STATIC))
    _add_mistakes(pages)
    pages.add_middleware(GZipMiddleware, minimum_size=_SMALL)
    return pages


def _add_mistakes(pages: FastAPI) -> None:
    """A page for everything that goes wrong."""
    pages.add_exception_handler(SaysoError, _mistaken)
    pages.add_exception_handler(HTTPException, _refused)
    pages.add_exception_handler(RequestValidationError, lambda request, _: _fault(request, HTTPStatus.NOT_FOUND))
    pages.add_exception_handler(NotModifiedError, not_modified)
    pages.add_exception_handler(Exception, lambda request, _: _fault(request, HTTPStatus.INTERNAL_SERVER_ERROR))


def _mistaken(request: Request, error: Exception) -> Response:
    told = cast("SaysoError", error)
    served: Served = request.app.state.served
    status = status_of(told)
    found = _fault(request, status, detail_of(told, served.store.name))
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        found.headers["Retry-After"] = RETRY
    return found


def _refused(request: Request, error: Exception) -> Response:
    told = cast("HTTPException", error)
    detail = "" if told.detail == HTTPStatus(told.status_code).phrase else told.detail
    found = _fault(request, told.status_code, detail)
    found.headers.update(told.headers or {})
    return found


def _fault(request: Request, status: int, detail: str = "") -> Response:
    page = page_of(request, request.app.state.served)
    return page.show("fault.html", status=status, title=HTTPStatus(status).phrase, detail=detail)
