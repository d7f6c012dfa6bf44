"""The app, listening."""

from __future__ import annotations

import gc

import uvicorn

from sayso.ledger import Store
from sayso.web.app import create_app
from sayso.web.settings import Settings


def listen(store: Store, settings: Settings, *, host: str, port: int) -> None:
    """Serve a ledger at `host` and `port` until the process is told to stop."""
    app = create_app(store, settings)
    settle()
    # no proxy is trusted to say who asks, and nobody needs to know what answers
    uvicorn.run(app, host=host, port=port, log_level="warning", proxy_headers=False, server_header=False)


def settle() -> None:
    """Look for garbage no more among what is loaded by now, for it stays: with the libraries of a language model that
    takes a fifth of a second, in the midst of some answer.
    """
    gc.collect()
    gc.freeze()
