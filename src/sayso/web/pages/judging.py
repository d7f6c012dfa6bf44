"""Judging from a page: what `sayso judge` does, by whoever is signed in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from fastapi import APIRouter, HTTPException, Response
from pydantic import TypeAdapter, ValidationError

from sayso.errors import LedgerError
from sayso.judging import judge as keep_judgement
from sayso.judging import now
from sayso.ledger import View
from sayso.web.decisions import Wish, decision
from sayso.web.pages.asking import address
from sayso.web.pages.done import DONE
from sayso.web.pages.forms import Form, SignedForm
from sayso.web.pages.signing import inside
from sayso.web.served import Serving

router = APIRouter()

_CLAIM = "/claims/"
# What each decision is told by: one form has the buttons of several, and sends the fields of all.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "accept": ("statement", "field"),
    "reject": ("statement", "field"),
    "correct": ("statement", "field", "value"),
    "merge": (),
    "split": ("claim",),
    "confirm": ("report", "source", "kind"),
    "deny": ("report", "source"),
    "grade": ("target", "grade"),
    "note": ("target",),
    "undo": ("judgement",),
}
_SEVERAL: Mapping[str, str] = {"merge": "claims", "split": "statements"}


@router.post("/judge")
def judge(form: SignedForm, serving: Serving) -> Response:
    """Keep what a form decides, and show the page that it names, with the judgement to be taken back."""
    wish, to = _wish(form), inside(form.get("to")).partition("?")[0]
    with serving.store.view() as view:
        members = _members(view, to)
        decided = decision(view, wish)
    made = keep_judgement(serving.store, decided, who=form.who, when=now(), why=wish.why)
    with serving.store.view() as view:
        return form.page.move(address(_still_there(view, to, members), {DONE: made.id}))


@cache
def _reader() -> TypeAdapter[Wish]:
    return TypeAdapter(Wish)


def _wish(form: Form) -> Wish:
    """What the form asks for, in the words of the API; HTTPException 422 where it makes no sense."""
    do = form.get("do")
    names = ("do", "why", *_FIELDS.get(do, ()))
    told: dict[str, str | list[str]] = {name: value for name in names if (value := form.get(name))}
    if several := _SEVERAL.get(do):
        told[several] = [name for one in form.all(several) if (name := _named(one))]
    try:
        return _reader().validate_python({**told, "who": form.who})
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, one['loc'][1:])) or 'do'}: {one['msg']}" for one in error.errors())
        raise HTTPException(422, faults) from error


def _named(told: str) -> str:
    """The id in what was typed or pasted: itself, or the end of a page's address."""
    return told.strip().partition("?")[0].rpartition("/")[2]


def _members(view: View, to: str) -> frozenset[str]:
    """The statements of the claim whose page is to follow."""
    if not to.startswith(_CLAIM):
        return frozenset()
    try:
        return frozenset(view.claim(to.removeprefix(_CLAIM)).statements)
    except LedgerError:
        return frozenset()


def _still_there(view: View, to: str, members: frozenset[str]) -> str:
    """`to`, or the page of the claim that has most of its statements now: a claim that changes has another id."""
    if not to.startswith(_CLAIM):
        return to
    found = sorted(view.claims_of(members), key=lambda claim: (-len(members & set(claim.statements)), claim.id))
    return f"{_CLAIM}{found[0].id}" if found else "/claims"
