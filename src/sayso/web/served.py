"""The ledger that a request is about, and an answer's way back: JSON with the tag of what it was made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Lock
from typing import Annotated, cast

from fastapi import Depends, Request, Response

from sayso import __version__
from sayso.export.document import encode
from sayso.ledger import Store, View
from sayso.model import content_id
from sayso.web.problems import NotModifiedError
from sayso.web.settings import Settings

# Asked again each time, with the tag: what a person decides shows at once. Nobody in between keeps anything.
_CACHING = "private, no-cache"


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A ledger with the settings it is served by; `reading` is held while a report is read into it, one at a time."""

    store: Store
    settings: Settings
    reading: Lock = field(default_factory=Lock)


def served(request: Request) -> Served:
    """What the app of this request serves."""
    return cast("Served", request.app.state.served)


Serving = Annotated[Served, Depends(served)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The ledger as it was when the request came; `headers` say to what state of it the answer belongs."""

    view: View
    headers: dict[str, str]

    def answer(self, thing: object, status: int = HTTPStatus.OK) -> Response:
        """`thing` as JSON."""
        return Response(encode(thing), status_code=status, media_type="application/json", headers=self.headers)


def look(request: Request, serving: Serving) -> Iterator[Look]:
    """A look at the ledger; NotModifiedError where the client has the answer already."""
    with serving.store.view() as view:
        yield Look(view=view, headers=tagged(view, request))


Looking = Annotated[Look, Depends(look)]


def tagged(view: View, request: Request, varying: Sequence[str] = ()) -> dict[str, str]:
    """The headers of an answer by which a client keeps it; NotModifiedError where the client has it already.

    The tag is of what the answer is made from: the state of the ledger, the program, the whole question, so that nobody
    has the tag of an answer that was never given, and the headers of the request that are `varying`.
    """
    url, told = request.url, (request.headers.get(name, "") for name in varying)
    tag = f'"{content_id(view.stamp(), __version__, url.path, url.query, *told)}"'
    if tag in _tags(request.headers.get("if-none-match", "")):
        raise NotModifiedError(tag)
    return {"ETag": tag, "Cache-Control": _CACHING, **({"Vary": ", ".join(varying)} if varying else {})}


def _tags(told: str) -> list[str]:
    # compared weakly (RFC 9110, 13.1.2): a proxy that packs an answer marks its tag so
    return [tag.strip().removeprefix("W/") for tag in told.split(",")]
