"""What can be changed: by whoever shows the server's token."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePosixPath, PureWindowsPath
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response

from sayso.errors import UsageError
from sayso.export.document import encode
from sayso.judging import judge as keep_judgement
from sayso.model import Drop
from sayso.web.decisions import Wish, decision
from sayso.web.openapi import Receipt, Received, gives
from sayso.web.security import may_write
from sayso.web.served import Serving
from sayso.workflow import Outcome, Progress, read_given

router = APIRouter(dependencies=[Depends(may_write)])

CREATED = 201
_REFUSALS = (400, 401, 403, 413)
_NOWHERE = "-"  # as by standard input: two uploads without a name are no versions of each other

_BYTES = {"type": "string", "format": "binary"}
_ANY_FILE: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "a page's text, a saved page, a feed, a web archive, JSON lines: whatever `sayso read` takes",
        "content": {media: {"schema": _BYTES} for media in ("application/octet-stream", "text/plain", "text/html")},
    }
}


@router.post(
    "/judgements", responses=gives("Judgement", *_REFUSALS, 404, 409, status=CREATED), status_code=CREATED,
    tags=["judgements"], response_class=Response,
)  # fmt: skip
def judge(serving: Serving, wish: Wish) -> Response:
    """Judge: accept, reject, correct, merge, split, confirm, deny, grade, note, undo."""
    with serving.store.view() as view:
        decided = decision(view, wish)
    when = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    made = keep_judgement(serving.store, decided, who=wish.who, when=when, why=wish.why)
    return Response(encode(made), CREATED, {"Location": f"judgements/{made.id}"}, "application/json")


async def _body(request: Request) -> bytes:
    return await request.body()


@router.post(
    "/uploads", responses=gives("Receipt", *_REFUSALS, 409), openapi_extra=_ANY_FILE,
    tags=["uploads"], response_class=Response,
)  # fmt: skip
def upload(
    serving: Serving,
    body: Annotated[bytes, Depends(_body)],
    name: Annotated[str, Query(max_length=2000, description="the page's address, or the name of the file")] = "",
) -> Response:
    """Read what is sent, and keep it; it is never fetched from, or written to, the place that `name` says."""
    steps: list[Progress] = []
    # one after the other: reading takes a processor and a language model, whoever asks
    with serving.reading:
        summary = read_given(body, _uri(name), serving.store, on_progress=steps.append)
    received = tuple(
        Received(report=step.report, outcome=step.outcome, statements=step.statements)
        for step in steps
        if step.report and step.outcome is not Outcome.DROPPED
    )
    left_out = tuple(map(_told, summary.drops))
    if not received:
        raise UsageError("; ".join(left_out))
    return Response(encode(Receipt(reports=received, left_out=left_out)), media_type="application/json")


def _uri(name: str) -> str:
    """What a report is said to be from: an address, or the last part of a path, which is nobody's business."""
    if name.startswith(("http://", "https://")):
        return name
    last = PureWindowsPath(PurePosixPath(name).name).name
    return last if last.strip(".") else _NOWHERE


def _told(drop: Drop) -> str:
    return f"{drop.reason}: {drop.where}: {drop.detail}"
