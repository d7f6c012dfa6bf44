"""What can be changed: by whoever shows the server's token."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import PurePosixPath, PureWindowsPath
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response

from sayso.errors import UsageError
from sayso.export.document import encode
from sayso.judging import judge as keep_judgement
from sayso.judging import now
from sayso.model import Decision
from sayso.rereading import Reader, reread_one
from sayso.web.decisions import Wish, decision
from sayso.web.openapi import ReadAgain, Receipt, Received, gives
from sayso.web.questions import Id
from sayso.web.security import may_write
from sayso.web.served import Served, Serving
from sayso.workflow import Outcome, Progress, read_given

router = APIRouter(dependencies=[Depends(may_write)])

_REFUSALS = (400, 401, 403, 413)
_NOWHERE = "-"  # as by standard input: two uploads without a name are no versions of each other

_BYTES = {"type": "string", "format": "binary"}
_ANY_FILE: dict[str, Any] = {
    "requestBody": {
        "description": "a page's text, a saved page, a feed, a web archive, JSON lines: whatever `sayso read` takes",
        "content": {media: {"schema": _BYTES} for media in ("application/octet-stream", "text/plain", "text/html")},
    }
}


@router.post(
    "/judgements",
    responses=gives("Judgement", *_REFUSALS, 404, 409, status=HTTPStatus.CREATED),
    status_code=HTTPStatus.CREATED,
    tags=["judgements"],
    response_class=Response,
)
def judge(serving: Serving, wish: Wish) -> Response:
    """Judge: accept, reject, correct, merge, split, confirm, deny, grade, note, undo."""
    decided = _decided(serving, wish)
    made = keep_judgement(serving.store, decided, who=wish.who, when=now(), why=wish.why)
    return Response(encode(made), HTTPStatus.CREATED, {"Location": f"judgements/{made.id}"}, "application/json")


def _decided(serving: Served, wish: Wish) -> Decision:
    """The decision; HTTPException 409 where it does not fit what it is about: the request alone does not show that."""
    try:
        with serving.store.view() as view:
            return decision(view, wish)
    except UsageError as error:
        raise HTTPException(HTTPStatus.CONFLICT, str(error)) from error


async def _body(request: Request) -> bytes:
    return await request.body()


Body = Annotated[bytes, Depends(_body)]


@router.post(
    "/uploads",
    responses=gives("Receipt", *_REFUSALS, 409),
    openapi_extra=_ANY_FILE,
    tags=["uploads"],
    response_class=Response,
)
def upload(
    serving: Serving,
    body: Body,
    name: Annotated[str, Query(max_length=2000, description="the page's address, or the name of the file")] = "",
) -> Response:
    """Read what is sent, and keep it. What cannot be read is listed with the reason, as in the summary of `sayso read`.

    Nothing is ever fetched from, or written to, the place that `name` says.
    """
    steps: list[Progress] = []
    # one after the other: reading takes a processor and a language model, whoever asks
    with serving.reading:
        summary = read_given(body, said_place(name), serving.store, on_progress=steps.append)
    received = tuple(
        Received(report=step.report, outcome=step.outcome, statements=step.statements)
        for step in steps
        if step.report and step.outcome is not Outcome.DROPPED
    )
    return Response(encode(Receipt(reports=received, left_out=summary.drops)), media_type="application/json")


@router.post(
    "/reports/{report}/readings",
    responses=gives("ReadAgain", 401, 403, 404, 409, status=HTTPStatus.CREATED),
    status_code=HTTPStatus.CREATED,
    tags=["readings"],
    response_class=Response,
)
def read_again(serving: Serving, report: Id) -> Response:
    """Read one report with the extractor of this server, beside what others read, and use that; judgements stay."""
    with serving.store.view() as view:
        whole = view.report(report).id
    reader = Reader()
    with serving.reading:
        outcome, left_out = reread_one(serving.store, whole, reader)
    made = ReadAgain(report=whole, producer=reader.producer, outcome=outcome, left_out=left_out)
    at = {"Location": f"readings/{quote(reader.producer)}"}
    return Response(encode(made), HTTPStatus.CREATED, at, "application/json")


def said_place(name: str) -> str:
    """What a report is said to be from: an address, or the last part of a path, which is nobody's business."""
    if name.startswith(("http://", "https://")):
        return name
    last = PureWindowsPath(PurePosixPath(name).name).name
    return last if last.strip(".") else _NOWHERE
