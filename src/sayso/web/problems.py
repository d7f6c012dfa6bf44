"""Everything that goes wrong, in one shape: problem details (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, cast

import msgspec
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from sayso.errors import LedgerError, NotFoundError, SaysoError, UnavailableError, UsageError
from sayso.export.document import encode

MEDIA = "application/problem+json"
RETRY = "10"  # seconds; a writer holds a ledger for a fraction of one


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with one part of a request: `at` leads to it, from the outside in."""

    at: tuple[str | int, ...]
    detail: str


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What went wrong. `type` says nothing beyond `status`, `title` is the status in words, `detail` tells a person
    what to put right; `faults` are the parts of the request that are not as they must be.
    """

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    faults: tuple[Fault, ...] = ()


class NotModifiedError(Exception):
    """What was asked for has not changed since the answer that the client has, whose tag this is."""


def problem(
    status: int, detail: str = "", faults: Sequence[Fault] = (), headers: Mapping[str, str] | None = None
) -> Response:
    """The answer that says what went wrong."""
    told = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, faults=tuple(faults))
    return Response(encode(told), status_code=status, media_type=MEDIA, headers=dict(headers or {}))


# The first kind that fits counts. A UsageError is a question that is well-formed and makes no sense.
_STATUS: Mapping[type[SaysoError], int] = {
    UsageError: 422,
    NotFoundError: 404,
    UnavailableError: 503,
    LedgerError: 409,
    SaysoError: 400,
}


def status_of(error: SaysoError) -> int:
    """The status of an answer that says what a person can put right."""
    return next(status for kind, status in _STATUS.items() if isinstance(error, kind))


def detail_of(error: SaysoError, ledger: str) -> str:
    """What a client is told to put right; the path or URL of the `ledger` is nobody's business."""
    return str(error).removeprefix(f"{ledger}: ")


def add_problems(app: FastAPI, ledger: str) -> None:
    """Let `app` answer every mistake with a problem; `ledger` is the name of the one that it serves."""

    def mistaken(_: Request, error: Exception) -> Response:
        told = cast("SaysoError", error)
        status = status_of(told)
        headers = {"Retry-After": RETRY} if status == HTTPStatus.SERVICE_UNAVAILABLE else {}
        return problem(status, detail_of(told, ledger), headers=headers)

    app.add_exception_handler(SaysoError, mistaken)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(NotModifiedError, not_modified)
    app.add_exception_handler(Exception, lambda *_: problem(HTTPStatus.INTERNAL_SERVER_ERROR))


def _refused(request: Request, error: Exception) -> Response:
    told = cast("HTTPException", error)
    detail = "" if told.detail == HTTPStatus(told.status_code).phrase else told.detail
    headers = dict(told.headers or {})
    if told.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(_methods(request)) or headers.get("Allow", "")
    return problem(told.status_code, detail, headers=headers)


def _methods(request: Request) -> list[str]:
    """What can be done at a place: the router tells only of the first operation that it finds there, and no
    description of HEAD, which goes wherever GET does.
    """
    described: Mapping[str, Mapping[str, Any]] = request.app.openapi()["paths"]
    here = (ways for path, ways in described.items() if compile_path(path)[0].match(request.url.path))
    found = {method.upper() for ways in here for method in ways}
    return sorted(found | {"HEAD"} if "GET" in found else found)


def _malformed(_: Request, error: Exception) -> Response:
    found: Sequence[Any] = cast("RequestValidationError", error).errors()
    faults = [Fault(at=tuple(one["loc"]), detail=one["msg"]) for one in found]
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "the request is not as it must be", faults)


def not_modified(_: Request, error: Exception) -> Response:
    """The answer to a NotModifiedError."""
    return Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"ETag": str(error)})
