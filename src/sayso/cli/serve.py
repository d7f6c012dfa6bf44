"""The command `serve`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from getpass import getuser
from importlib.util import find_spec
from secrets import token_urlsafe
from typing import Annotated
from urllib.parse import urlencode

import typer

from sayso.cli.lazily import server
from sayso.cli.options import LedgerOption
from sayso.cli.printing import tell
from sayso.errors import UsageError
from sayso.ledger import open_ledger
from sayso.settings import DEFAULT_LEDGER, PERSON_VARIABLE, TOKEN_VARIABLE
from sayso.web.settings import LOOPBACK, Settings

_NEEDED = ("fastapi", "uvicorn")
_PORT = 8765
_TOKEN_BYTES = 24


def serve(
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="address to listen at")] = LOOPBACK[1],
    port: Annotated[int, typer.Option("--port", min=1, max=65535, metavar="N", help="port to listen at")] = _PORT,
    token: Annotated[
        str | None,
        typer.Option(
            envvar=TOKEN_VARIABLE,
            metavar="SECRET",
            help="what a request that writes must show; none: one is made where only this machine can ask",
        ),
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="let nobody judge or add")] = False,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="another name of this server, as users type it"),
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Open the ledger in a browser, and over HTTP under /api/v1, to this machine alone unless told otherwise."""
    if not all(map(find_spec, _NEEDED)):
        raise UsageError("serving needs FastAPI and uvicorn: install sayso with its extra, sayso[serve]")
    given = None if read_only else token or None
    made = None if given or read_only or host not in LOOPBACK else token_urlsafe(_TOKEN_BYTES)
    settings = Settings(token=given or made, hosts=(*LOOPBACK, host, *(allow_host or ())))
    # an address that is told is one to ask: nobody else answers there
    with closing(open_ledger(ledger, create=given is not None)) as store, server.bound(host, port) as at:
        address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        for line in _welcome(store.name, address, settings, made):
            tell(line)
        server.listen(store, settings, at)


def _welcome(name: str, address: str, settings: Settings, made: str | None) -> Iterator[str]:
    """Where the pages are, and who may judge there; `made` is a token that nobody knows yet."""
    yield f"{name} at {address} (API: {address}api/v1/); Ctrl+C stops it"
    if made:
        # only whoever can read this terminal has it, and it ends with the server
        yield f"To judge and add, open {address}sign-in?{urlencode({'who': _login(), 'token': made})}"
    else:
        yield "To judge and add, sign in with the token" if settings.token else "For reading only"


def _login() -> str:
    """The name that whoever started the server goes by; empty where nothing tells one."""
    try:
        return os.environ.get(PERSON_VARIABLE) or getuser()
    except (OSError, KeyError, ImportError):
        return ""
