"""What every page is made with: a look at the ledger, whoever asks, and how the answer goes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from sayso.ledger import View
from sayso.web.pages.session import Session, Signer, session_of
from sayso.web.pages.telling import locale_of
from sayso.web.pages.templates import render
from sayso.web.served import Serving, tagged

# Whoever asks, and how: a page is made from that too.
_VARYING = ("cookie", "accept-language", "hx-request", "hx-request-type")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One answer in the making. `writable` tells whether this server writes at all; `session` is that of whoever asks,
    with `who` empty where that is nobody who may write.
    """

    request: Request
    signer: Signer
    session: Session | None
    locale: str
    writable: bool
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The path of this page's address."""
        return self.request.url.path

    @property
    def here(self) -> str:
        """Path and question of this page's address."""
        query = self.request.url.query
        return f"{self.path}?{query}" if query else self.path

    @property
    def sought(self) -> str:
        """What stands in the search field."""
        return self.request.query_params.get("q", "")

    @property
    def who(self) -> str:
        """Whoever is signed in; empty for everybody else."""
        return self.session.who if self.session and self.writable else ""

    @property
    def form_token(self) -> str:
        """What a form on this page must send back."""
        return self.signer.form_token(self.session) if self.session else ""

    @property
    def is_part(self) -> bool:
        """Whether htmx asks, which puts a part of the answer into the page that is shown."""
        return self.request.headers.get("hx-request") == "true"

    def show(self, template: str, *, status: int = HTTPStatus.OK, **things: Any) -> HTMLResponse:
        """The page that a template makes of these things."""
        filled = render(template, {"page": self, **things})
        return HTMLResponse(filled, status_code=status, headers=self.headers)

    def move(self, to: str) -> Response:
        """Send the browser to another page of this server."""
        return RedirectResponse(to, HTTPStatus.SEE_OTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A page, and the ledger as it was when the request came."""

    page: Page
    view: View

    def show(self, template: str, *, status: int = HTTPStatus.OK, **things: Any) -> HTMLResponse:
        """The page that a template makes of these things."""
        return self.page.show(template, status=status, **things)


def page_of(request: Request, serving: Serving) -> Page:
    """The answer to a request, still empty."""
    signer = Signer(serving.settings.token)
    return Page(
        request=request,
        signer=signer,
        session=session_of(request, signer),
        locale=locale_of(request.headers.get("accept-language", "")),
        writable=serving.settings.token is not None,
    )


Asked = Annotated[Page, Depends(page_of)]


def desk(page: Asked, serving: Serving) -> Iterator[Desk]:
    """A look at the ledger; NotModifiedError where the browser has the page already."""
    with serving.store.view() as view:
        page.headers.update(tagged(view, page.request, _VARYING))
        yield Desk(page=page, view=view)


At = Annotated[Desk, Depends(desk)]
