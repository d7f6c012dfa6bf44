"""The one function that builds the app."""

from __future__ import annotations

from fastapi import FastAPI

from sayso import __version__
from sayso.ledger import Store
from sayso.web import briefs, history, reading, writing
from sayso.web.heads import Heads
from sayso.web.openapi import describe
from sayso.web.pages.app import add_pages
from sayso.web.problems import add_problems
from sayso.web.security import PLAIN_DATA, BodyLimit, Defaults, HostCheck
from sayso.web.served import Served
from sayso.web.settings import Settings

API = "/api/v1"


def create_app(store: Store, settings: Settings) -> FastAPI:
    """The app that answers questions to `store`, and lets those write who may by `settings`."""
    app = FastAPI(
        title="sayso",
        version=__version__,
        summary="Who claims what, by way of whom, and how surely.",
        openapi_url=f"{API}/openapi.json",
        # their pages load scripts from other servers
        docs_url=None,
        redoc_url=None,
    )
    app.state.served = Served(store=store, settings=settings)
    for part in (reading, history, briefs, writing):
        app.include_router(part.router, prefix=API)
    app.openapi = lambda: describe(app)  # type: ignore[method-assign] # as FastAPI documents it
    add_problems(app, store.name)
    add_pages(app)
    # the last one added is the first one asked
    app.add_middleware(BodyLimit, largest=settings.largest)
    app.add_middleware(HostCheck, hosts=settings.hosts)
    app.add_middleware(Defaults, headers=PLAIN_DATA)
    app.add_middleware(Heads)
    return app
