"""Adding reports: a page that is pasted, files one by one. Nothing is fetched from, or written to, what is named."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from sayso.model import Drop
from sayso.web.pages.forms import SignedForm
from sayso.web.pages.page import Asked
from sayso.web.served import Served, Serving
from sayso.web.writing import said_place
from sayso.workflow import Outcome, Progress, read_given

router = APIRouter()

LONGEST_NAME = 2000


@router.get("/add")
def ask(page: Asked) -> Response:
    """The form to paste a page, and the place to drop files."""
    return page.show("add.html", received=(), left_out=(), pasted="", name="")


@router.post("/add")
def paste(form: SignedForm, serving: Serving) -> Response:
    """Read a page that was pasted, and show it; or say why nothing could be read."""
    told, name = form.get("page"), form.get("name")[:LONGEST_NAME]
    received, left_out = _read(told.replace("\r\n", "\n").encode(), name, serving)
    if len(received) == 1 and not left_out:
        return form.page.move(f"/reports/{received[0].report}")
    return form.page.show("add.html", received=received, left_out=left_out, pasted=told, name=name)


async def _body(request: Request) -> bytes:
    return await request.body()


@router.post("/add/file")
def upload(form: SignedForm, serving: Serving, body: Annotated[bytes, Depends(_body)]) -> Response:
    """Read one file, which is the body itself; the part of a page that tells what became of it."""
    name = form.page.request.query_params.get("name", "")[:LONGEST_NAME]
    received, left_out = _read(body, name, serving)
    return form.page.show("received.html", received=received, left_out=left_out)


def _read(data: bytes, name: str, serving: Served) -> tuple[tuple[Progress, ...], tuple[Drop, ...]]:
    """What became of each report in `data`, and what was left out."""
    steps: list[Progress] = []
    # one after the other: reading takes a processor and a language model, whoever asks
    with serving.reading:
        summary = read_given(data, said_place(name), serving.store, on_progress=steps.append)
    kept = tuple(step for step in steps if step.report and step.outcome is not Outcome.DROPPED)
    return kept, summary.drops
