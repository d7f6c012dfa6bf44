"""Cited summaries, as `sayso brief` writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Response

from sayso.export.brief import html, markdown
from sayso.export.document import encode
from sayso.ledger import Filter
from sayso.query.brief import Brief
from sayso.query.brief_sections import brief
from sayso.web.openapi import reads
from sayso.web.questions import Id, Only
from sayso.web.served import Look, Looking

router = APIRouter(tags=["briefs"])

# One page that brings its own style, and may have nothing else.
_PAGE = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"}
_MOST_CLAIMS = 100


class Form(StrEnum):
    """In what form a brief is wanted: `json` has the sentences with the places of the words they cite."""

    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


_MEDIA: Mapping[Form, str] = {
    Form.MARKDOWN: "text/markdown",
    Form.HTML: "text/html",
    Form.JSON: "application/json",
}
_WRITE: Mapping[Form, Callable[[Brief], bytes]] = {
    Form.MARKDOWN: lambda made: markdown(made).encode("utf8", "replace"),
    Form.HTML: lambda made: html(made).encode("utf8", "replace"),
    Form.JSON: encode,
}

Wanted = Annotated[Form, Query(alias="form", description="markdown, html to read and print, or json")]
Most = Annotated[int, Query(ge=1, le=_MOST_CLAIMS, description="the newest claims, so many")]

_BRIEF = reads("Brief", 404, 409)
_BRIEF[200]["content"] |= {_MEDIA[form]: {"schema": {"type": "string"}} for form in (Form.MARKDOWN, Form.HTML)}


@router.get("/brief", responses=_BRIEF, response_class=Response)
def brief_on(look: Looking, only: Only, form: Wanted = Form.MARKDOWN, limit: Most = 20) -> Response:
    """A cited summary of an actor (`about`), a period (`since`, `until`) or the newest claims of all."""
    return _answer(look, brief(look.view, None, only, limit=limit), form)


@router.get("/claims/{claim}/brief", responses=_BRIEF, response_class=Response)
def brief_on_claim(look: Looking, claim: Id, form: Wanted = Form.MARKDOWN) -> Response:
    """A cited summary of one claim."""
    return _answer(look, brief(look.view, claim, Filter()), form)


def _answer(look: Look, made: Brief, form: Form) -> Response:
    headers = look.headers | (_PAGE if form is Form.HTML else {})
    return Response(_WRITE[form](made), media_type=_MEDIA[form], headers=headers)
