"""The command `serve`."""

from __future__ import annotations

from contextlib import closing
from importlib.util import find_spec
from typing import Annotated

import typer
from rich.console import Console

from sayso.cli.lazily import server
from sayso.cli.options import LedgerOption
from sayso.errors import UsageError
from sayso.ledger import open_ledger
from sayso.settings import DEFAULT_LEDGER, TOKEN_VARIABLE
from sayso.web.settings import LOOPBACK, Settings

_NEEDED = ("fastapi", "uvicorn")
_PORT = 8765


def serve(
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="address to listen at")] = LOOPBACK[1],
    port: Annotated[int, typer.Option("--port", min=1, max=65535, metavar="N", help="port to listen at")] = _PORT,
    token: Annotated[
        str | None,
        typer.Option(
            envvar=TOKEN_VARIABLE,
            metavar="SECRET",
            help="what a request that writes must show; none: nothing is written",
        ),
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="another name of this server, as users type it"),
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Answer questions to the ledger over HTTP, under /api/v1, to this machine alone unless told otherwise."""
    if not all(map(find_spec, _NEEDED)):
        raise UsageError("serving needs FastAPI and uvicorn: install sayso with its extra, sayso[serve]")
    settings = Settings(token=token or None, hosts=(*LOOPBACK, host, *(allow_host or ())))
    with closing(open_ledger(ledger, create=settings.token is not None)) as store:
        writing = "reading and, with the token, writing" if settings.token else "reading only"
        where = f"[{host}]" if ":" in host else host
        told = f"{store.name} at http://{where}:{port}/api/v1/ for {writing}; Ctrl+C stops it"
        Console(stderr=True).print(told, highlight=False, markup=False, soft_wrap=True)
        server.listen(store, settings, host=host, port=port)
