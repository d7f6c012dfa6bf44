"""Adding reports: a page that is pasted, files one by one. Nothing is fetched from, or written to, what is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue

from fastapi import APIRouter, Response
from fastapi.responses import StreamingResponse

from sayso.errors import SaysoError
from sayso.model import Drop
from sayso.web.pages.forms import SignedForm
from sayso.web.pages.page import Asked, Page
from sayso.web.pages.templates import render
from sayso.web.problems import detail_of
from sayso.web.served import Served, Serving
from sayso.web.writing import Body, said_place
from sayso.workflow import Outcome, Progress, read_given

router = APIRouter()

LONGEST_NAME = 2000
# not packed: packing would hold lines back until there are many
_AS_IT_COMES = {"Cache-Control": "no-store", "Content-Encoding": "identity", "X-Accel-Buffering": "no"}


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


@router.post("/add/file")
def upload(form: SignedForm, serving: Serving, body: Body) -> Response:
    """Read one file, which is the body itself; a list that grows by a line whenever a report of it is read."""
    name = form.page.request.query_params.get("name", "")[:LONGEST_NAME]
    return StreamingResponse(_lines(form.page, body, name, serving), media_type="text/html", headers=_AS_IT_COMES)


def _lines(page: Page, data: bytes, name: str, serving: Served) -> Iterator[str]:
    """The list of what became of a file, in pieces."""
    steps: SimpleQueue[Progress | None] = SimpleQueue()
    yield '<ul class="receipt">'
    with ThreadPoolExecutor(max_workers=1) as worker:
        reading = worker.submit(_read, data, name, serving, steps.put)
        reading.add_done_callback(lambda _: steps.put(None))
        while step := steps.get():
            if _is_kept(step):
                yield render("received.html", {"page": page, "received": (step,), "left_out": (), "failure": ""})
    # the answer has begun: a failure can only be told in it
    error = reading.exception()
    if error is not None and not isinstance(error, SaysoError):
        raise error
    failure = "" if error is None else detail_of(error, serving.store.name)
    received, left_out = ((), ()) if error else reading.result()
    if left_out or failure or not received:
        yield render("received.html", {"page": page, "received": (), "left_out": left_out, "failure": failure})
    yield "</ul>"


def _read(
    data: bytes, name: str, serving: Served, on_progress: Callable[[Progress], None] = lambda _: None
) -> tuple[tuple[Progress, ...], tuple[Drop, ...]]:
    """What became of each report in `data`, and what was left out."""
    steps: list[Progress] = []

    def told(step: Progress) -> None:
        steps.append(step)
        on_progress(step)

    # one after the other: reading takes a processor and a language model, whoever asks
    with serving.reading:
        summary = read_given(data, said_place(name), serving.store, on_progress=told)
    return tuple(filter(_is_kept, steps)), summary.drops


def _is_kept(step: Progress) -> bool:
    return step.report is not None and step.outcome is not Outcome.DROPPED
