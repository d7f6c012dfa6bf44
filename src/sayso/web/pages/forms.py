"""What a page's form sends, let through only where it is this server's own form and whoever sends it may write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import Depends, HTTPException, Request

from sayso.web.pages.page import Asked, Page
from sayso.web.pages.session import refuse_foreign

_MEDIA = "application/x-www-form-urlencoded"
_FIELDS = 2000  # more is no form of ours
HEADER = "x-form-token"  # where a script sends the token of a form whose body is a file


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The fields of a form, and the page that it is answered with; `who` sent it."""

    page: Page
    fields: Mapping[str, Sequence[str]]
    who: str

    def get(self, name: str) -> str:
        """The value of a field without blanks around it; empty where it was not sent."""
        return self.fields.get(name, ("",))[0].strip()

    def all(self, name: str) -> Sequence[str]:
        """All values of a field that may be there several times."""
        return self.fields.get(name, ())


async def _fields(request: Request) -> Mapping[str, Sequence[str]]:
    if request.headers.get("content-type", "").partition(";")[0].strip() != _MEDIA:
        return {}
    try:
        return parse_qs((await request.body()).decode(), keep_blank_values=True, max_num_fields=_FIELDS)
    except ValueError:
        raise HTTPException(400, "This is no form.") from None


def own_form(page: Asked, fields: Annotated[Mapping[str, Sequence[str]], Depends(_fields)]) -> Form:
    """A form that this server made for this visit; HTTPException 403 for any other."""
    refuse_foreign(page.request)
    told = page.request.headers.get(HEADER) or fields.get("form_token", ("",))[0]
    if page.session is None or not page.signer.is_form_token(page.session, told):
        raise HTTPException(403, "This form is too old, or not from this server. Go back, load the page again, retry.")
    return Form(page=page, fields=fields, who=page.who)


OwnForm = Annotated[Form, Depends(own_form)]


def signed_form(form: OwnForm) -> Form:
    """`own_form`, of somebody who has shown the server's token."""
    if not form.page.writable:
        raise HTTPException(403, "This server only reads; start it with a token to let it write.")
    if not form.who:
        raise HTTPException(403, "Sign in first.")
    return form


# What a page that writes takes: nothing is written without it.
SignedForm = Annotated[Form, Depends(signed_form)]
