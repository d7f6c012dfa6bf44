"""Long lists in pages, by the cursors of the API."""

from __future__ import annotations

from fastapi import Request

from sayso.web.pages.asking import Question
from sayso.web.paging import Asked, asked


def paged(request: Request, limit: int) -> Asked:
    """The page of a list that a request is for; NotFoundError where its cursor belongs to another question."""
    return asked(request, limit, request.query_params.get("cursor"))


def following(question: Question, path: str, cursor: str | None) -> str | None:
    """The address of the next page; None at the end."""
    return question.address(path, cursor=cursor) if cursor else None
