"""Who may ask, who may write, and how much may be sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from http import HTTPStatus
from secrets import compare_digest
from typing import Annotated

from fastapi import Depends, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.web.problems import problem
from sayso.web.served import Serving

_HOST = re.compile(r"(?:\[(?P<address>[^\[\]]+)\]|(?P<name>[^:\[\]]+))(?::\d{1,5})?")

# Data, never a page: nothing in an answer is to be run, framed or guessed at, whatever a report says.
PLAIN_DATA = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}

bearer = HTTPBearer(auto_error=False, description="the token that the server was started with")


def may_write(serving: Serving, shown: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]) -> None:
    """Let a request pass that shows the server's token.

    HTTPException 403 where the server has none, 401 where another or none is shown.
    """
    token = serving.settings.token
    if token is None:
        raise HTTPException(HTTPStatus.FORBIDDEN, "this server only reads; start it with a token to let it write")
    # the time that comparing takes must not tell how much of a token is right
    if shown is None or not compare_digest(shown.credentials.encode(), token.encode()):
        raise HTTPException(
            HTTPStatus.UNAUTHORIZED, "show the server's token: Authorization: Bearer …", {"WWW-Authenticate": "Bearer"}
        )


class HostCheck:
    """Refuses requests under names that are not the server's.

    A page of another site can make a browser believe that its own name is the address 127.0.0.1 (DNS rebinding), and
    then read from there as its own; the name in the request gives it away.
    """

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...]) -> None:
        self._app = app
        self._hosts = frozenset(host.strip("[]").lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request, or refuse it."""
        if scope["type"] == "http" and not self._is_ours(Headers(scope=scope).getlist("host")):
            refusal = problem(HTTPStatus.MISDIRECTED_REQUEST, "not a name of this server: see --allow-host")
            await refusal(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _is_ours(self, told: list[str]) -> bool:
        found = [_HOST.fullmatch(host) for host in told]
        names = [(match["address"] or match["name"]).lower() if match else "" for match in found]
        return len(names) == 1 and names[0] in self._hosts


class BodyLimit:
    """Refuses bodies that are too large, before they are read where the request says how large it is."""

    def __init__(self, app: ASGIApp, largest: int) -> None:
        self._app = app
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        told = Headers(scope=scope).get("content-length", "0")
        if not told.isdecimal() or int(told) > self._largest:
            await self._refusal()(scope, receive, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._largest:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, self._detail())
            return message

        await self._app(scope, counted, send)

    def _refusal(self) -> ASGIApp:
        return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, self._detail())

    def _detail(self) -> str:
        return f"a request may have {self._largest:,} bytes"


class Defaults:
    """Sets headers of every answer that has not set its own."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self._app = app
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request."""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, guarded)
