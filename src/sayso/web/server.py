"""The app, listening."""

from __future__ import annotations

import uvicorn

from sayso.ledger import Store
from sayso.web.app import create_app
from sayso.web.settings import Settings


def listen(store: Store, settings: Settings, *, host: str, port: int) -> None:
    """Serve a ledger at `host` and `port` until the process is told to stop."""
    # no proxy is trusted to say who asks, and nobody needs to know what answers
    uvicorn.run(
        create_app(store, settings), host=host, port=port, log_level="warning", proxy_headers=False, server_header=False
    )
