"""Signing in: the server's token, and the name that judgements are to bear."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from secrets import compare_digest

from fastapi import APIRouter, HTTPException, Response

from sayso.query.shown import one_line
from sayso.web.pages.forms import OwnForm
from sayso.web.pages.page import Asked, Page
from sayso.web.pages.session import COOKIE, LONGEST_NAME, give

router = APIRouter()

_HOME = "/claims"


@router.get("/sign-in")
def ask(page: Asked) -> Response:
    """The form; it begins a visit, so that it can be told from one that another site made.

    The address that `sayso serve` prints fills it in: `who` and `token`. It is still sent by hand: to open an address
    changes nothing.
    """
    told = page.request.query_params
    return _form(page, told.get("to", _HOME), who=told.get("who", page.who), token=told.get("token", ""))


def _form(page: Page, to: str, wrong: str = "", *, who: str = "", token: str = "") -> Response:
    if not page.writable:
        raise HTTPException(HTTPStatus.FORBIDDEN, "This server only reads; start it with a token to let it write.")
    session = page.session or page.signer.begin("")
    fresh = replace(page, session=session)
    status = HTTPStatus.UNAUTHORIZED if wrong else HTTPStatus.OK
    answer = fresh.show("sign_in.html", status=status, to=inside(to), wrong=wrong, who=who[:LONGEST_NAME], token=token)
    answer.headers["Cache-Control"] = "no-store"
    give(answer, page.request, session, page.signer)
    return answer


@router.post("/sign-in")
def sign_in(form: OwnForm) -> Response:
    """Let whoever knows the server's token write, under the name given."""
    page, who = form.page, one_line(form.get("who"))
    if not who or len(who) > LONGEST_NAME:
        return _form(page, form.get("to"), "Say who you are: each judgement bears a name.")
    # the time that comparing takes must not tell how much of a token is right
    if not compare_digest(form.get("token").encode(), (page.signer.token or "").encode()):
        return _form(page, form.get("to"), "This is not the token that the server was started with.", who=who)
    answer = page.move(inside(form.get("to")))
    give(answer, page.request, page.signer.begin(who), page.signer)
    return answer


@router.post("/sign-out")
def sign_out(form: OwnForm) -> Response:
    """Forget the visit."""
    answer = form.page.move(_HOME)
    answer.delete_cookie(COOKIE, path="/")
    return answer


def inside(to: str) -> str:
    """An address of this server, or the first page where `to` leads elsewhere."""
    # browsers read a backslash as a slash, and drop line breaks and tabs
    safe = to.startswith("/") and to[1:2] not in ("/", "\\") and to.isprintable()
    return to if safe else _HOME
