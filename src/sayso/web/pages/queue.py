"""The queue of what is in doubt: one question after the other, answered by a key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qsl

from fastapi import APIRouter, HTTPException, Response

from sayso.errors import UsageError
from sayso.judging import judge as keep_judgement
from sayso.judging import now
from sayso.ledger import View
from sayso.model import Decision, DerivationKind, Field, Verdict
from sayso.query import deciding
from sayso.query.doubts import Doubt, DoubtKind, doubts
from sayso.web.pages.asking import question
from sayso.web.pages.changes import change, concerned, parameters
from sayso.web.pages.done import DONE, done
from sayso.web.pages.drawing import Drawn, drawn, show
from sayso.web.pages.forms import Form, SignedForm
from sayso.web.pages.page import At
from sayso.web.pages.questions import ask, told_of
from sayso.web.served import Serving

router = APIRouter()

SHOWN = 120  # claims whose doubts make a queue
AHEAD = 8  # questions that are shown as those to come
_PATH = "/queue"
_KEPT = ("kind", "after", "cursor")  # what stays in the address beside the filters

KINDS = {DoubtKind.STATEMENT: "Statements", DoubtKind.LINK: "Same claim", DoubtKind.DERIVATION: "Draws on"}
ASKS = {
    DoubtKind.STATEMENT: "Does anybody say this?",
    DoubtKind.LINK: "Are these one claim?",
    DoubtKind.DERIVATION: "Does one report draw on the other?",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """Open questions of a kind, or of all kinds; `counts` are those of each kind, `skipped` how many were."""

    kind: DoubtKind | None
    counts: Mapping[str, int]
    open: tuple[Doubt, ...]
    skipped: int


@router.get(_PATH)
def queue(at: At) -> Response:
    """The least sure of what the machine decided about the claims that the filters let through."""
    found = drawn(at, SHOWN)
    waiting = _queue(at, found)
    first, ahead = (waiting.open[0] if waiting.open else None), waiting.open[1 : AHEAD + 1]
    params = at.page.request.query_params
    kept = {name: params.get(name) for name in _KEPT}
    return show(
        at,
        "queue.html",
        found,
        queue=waiting,
        asked=ask(at.view, first) if first else None,
        ahead=ahead,
        words=told_of(at.view, ahead),
        kinds=tuple(DoubtKind),
        KINDS=KINDS,
        ASKS=ASKS,
        ways=tuple(DerivationKind),
        kept=kept,
        here=found.question.address(_PATH, **kept).partition("?")[2],
        skip=found.question.address(_PATH, **kept | {"after": place(first)}) if first else "",
        done=done(at),
        change=change(at.view, params),
    )


def _queue(at: At, found: Drawn) -> Queue:
    params = at.page.request.query_params
    every = doubts(at.view, [group.claim for group in found.groups])
    kind = DoubtKind(params["kind"]) if params.get("kind") in set(DoubtKind) else None
    mine = [one for one in every if kind in (None, one.kind)]
    rest = tuple(one for one in mine if place(one) > params.get("after", ""))
    counts = {one.value: sum(doubt.kind is one for doubt in every) for one in DoubtKind}
    return Queue(kind=kind, counts=counts, open=rest, skipped=len(mine) - len(rest))


def place(doubt: Doubt) -> str:
    """Where a question stands in the queue, as text that sorts as the queue does."""
    return f"{doubt.sure:.4f}-{doubt.name}"


@router.post(_PATH)
def answer(form: SignedForm, serving: Serving) -> Response:
    """Keep the answer to a question, or take one back, and go on with the next."""
    with serving.store.view() as view:
        decided = _decided(view, form)
        before = concerned(view, decided)
    made = keep_judgement(serving.store, decided, who=form.who, when=now(), why=form.get("why"))
    with serving.store.view() as view:
        changes = parameters(before, concerned(view, decided, before.statements))
    return form.page.move(_back(form.get("here"), {DONE: made.id, **changes}))


def _back(here: str, changes: Mapping[str, str]) -> str:
    """The queue as it was asked for, with what was done; of what the form says, only what an address of it may have."""
    told = dict(parse_qsl(here))
    return question(told).address(_PATH, **{name: told.get(name) for name in _KEPT}, **changes)


def _decided(view: View, form: Form) -> Decision:
    """The decision that a form tells; HTTPException 422 where it makes none."""
    try:
        if form.get("do") == "undo":
            return deciding.undo(view, form.get("judgement"))
        return _DECIDE[DoubtKind(form.get("kind"))](view, form)
    except UsageError as error:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from error
    except (ValueError, KeyError) as error:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, f"{error}: no such answer") from error


def _on_statement(view: View, form: Form) -> Decision:
    verdict = Verdict(form.get("do"))
    if verdict is Verdict.CORRECT:
        return deciding.on_field(view, form.get("a"), Field(form.get("field")), verdict, form.get("value"))
    return deciding.on_statement(view, form.get("a"), verdict)


def _on_link(view: View, form: Form) -> Decision:
    a, b = form.get("a"), form.get("b")
    match form.get("do"):
        case "merge":
            return deciding.one_claim(view, a, b)
        case "split":
            return deciding.two_claims(view, a, b)
        case other:
            raise KeyError(other)


def _on_derivation(view: View, form: Form) -> Decision:
    way = DerivationKind(form.get("way")) if form.get("do") == "correct" else None
    holds = {"accept": True, "correct": True, "reject": False}[form.get("do")]
    return deciding.on_derivation(view, form.get("a"), form.get("b"), holds=holds, kind=way)


_DECIDE = {
    DoubtKind.STATEMENT: _on_statement,
    DoubtKind.LINK: _on_link,
    DoubtKind.DERIVATION: _on_derivation,
}
