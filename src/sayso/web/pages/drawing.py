"""What timeline, map and graph are drawn from: a stretch of the list of claims, with all their statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import Response

from sayso.ledger import View
from sayso.model import Appearance, Claim
from sayso.web.pages.asking import EVENTS, Question, address, question
from sayso.web.pages.page import Desk, Page
from sayso.web.pages.paging import following, paged
from sayso.web.paging import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A claim with its statements, the first published first."""

    claim: Claim
    members: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The newest claims that the filters let through, or those behind them; `following` is the address of older ones,
    None where there are none.
    """

    question: Question
    groups: tuple[Group, ...]
    following: str | None
    is_first: bool

    @property
    def members(self) -> tuple[Appearance, ...]:
        """The statements of all groups, each once."""
        found = {member.statement.id: member for group in self.groups for member in group.members}
        return tuple(found.values())


def drawn(at: Desk, limit: int) -> Drawn:
    """At most `limit` claims that the address of a page asks for; none where something in it makes no sense."""
    asked = question(at.page.request.query_params)
    wanted = paged(at.page, asked.told, limit)
    claims, cursor = _claims(at.view, asked, wanted)
    return Drawn(
        question=asked,
        groups=tuple(grouped(at.view, claims)),
        following=following(at.page, asked.told, cursor),
        is_first=wanted.after is None,
    )


def _claims(view: View, asked: Question, wanted: Asked) -> tuple[tuple[Claim, ...], str | None]:
    if asked.faults:
        return (), None
    part = wanted.page(view.claims(asked.only, limit=wanted.one_more, after=wanted.after), lambda claim: claim.id)
    return part.items, part.next


def grouped(view: View, claims: tuple[Claim, ...]) -> Iterator[Group]:
    """The claims, each with its statements."""
    found = view.appearances_of(frozenset(statement for claim in claims for statement in claim.statements))
    members = {member.statement.id: member for member in found}
    for claim in claims:
        own = (members[statement] for statement in claim.statements if statement in members)
        yield Group(claim=claim, members=tuple(sorted(own, key=_said)))


def _said(member: Appearance) -> tuple[str, str]:
    return member.published or "9999", member.statement.id


def plain(page: Page, asked: Question) -> Response | None:
    """Where to send a browser whose form sent its empty fields too, for an address to be shared has none; a script is
    told the address to show instead.
    """
    cursor = page.request.query_params.get("cursor")
    told = asked.address(page.path, cursor=cursor)
    if page.is_part and not cursor:
        page.headers["HX-Push-Url"] = told
        return None
    return page.move(told) if "" in page.request.query_params.values() else None


def show(at: Desk, template: str, found: Drawn, **things: Any) -> Response:
    """The page of a drawing, or where its address is written otherwise."""
    status = HTTPStatus.UNPROCESSABLE_ENTITY if found.question.faults else HTTPStatus.OK
    shared: Mapping[str, Any] = {"drawn": found, "question": found.question}
    elsewhere = plain(at.page, found.question)
    return elsewhere or at.show(template, status=status, events=EVENTS, address=address, **shared, **things)
