"""The app, listening."""

from __future__ import annotations

import gc
from contextlib import suppress
from socket import AF_INET, AF_INET6, create_server, socket

import uvicorn

from sayso.errors import UsageError
from sayso.ledger import Store
from sayso.web.app import create_app
from sayso.web.settings import Settings


def bound(host: str, port: int) -> socket:
    """What listens at `host` and `port`: whoever asks from now on is answered, once `listen` runs.

    Raises UsageError where that cannot be had.
    """
    try:
        return create_server((host, port), family=AF_INET6 if ":" in host else AF_INET)
    except OSError as error:
        reason, *_ = str(error.strerror).split(" (")  # Python tells the address once more in brackets
        raise UsageError(f"cannot listen at {host}, port {port}: {reason}") from error


def listen(store: Store, settings: Settings, at: socket) -> None:
    """Serve a ledger until the process is told to stop."""
    app = create_app(store, settings)
    settle()
    # no proxy is trusted to say who asks, and nobody needs to know what answers
    config = uvicorn.Config(app, log_level="warning", proxy_headers=False, server_header=False)
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[at])


def settle() -> None:
    """Look for garbage no more among what is loaded by now, for it stays: with the libraries of a language model that
    takes a fifth of a second, in the midst of some answer.
    """
    gc.collect()
    gc.freeze()
