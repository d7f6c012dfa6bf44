"""Lists in pages: each ends with a cursor, from which the next one begins."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, Generic, TypeVar

import msgspec
from fastapi import Depends, Query, Request

from sayso.errors import NotFoundError
from sayso.model import content_id

Thing = TypeVar("Thing")

USUAL, MOST = 100, 1000  # things of a page
USUAL_HITS, MOST_HITS = 20, 100  # of a search: each comes with its words marked, which takes milliseconds
_LONGEST = 400  # characters of a cursor
_DIGITS = 9  # of a number that every database takes

NO_CURSOR = "cursor: no page has it"

Limit = Annotated[int, Query(ge=1, le=MOST, description="how many things a page may have")]
HitLimit = Annotated[int, Query(ge=1, le=MOST_HITS, description="how many hits a page may have")]
CursorText = Annotated[
    str | None,
    Query(
        max_length=_LONGEST,
        description="`next` of the page before, to the same question",
    ),
]


class Page(msgspec.Struct, Generic[Thing], frozen=True, kw_only=True):
    """A part of a list; `next` is the cursor of the next one, null at the end."""

    items: tuple[Thing, ...]
    next: str | None = None


class _Cursor(msgspec.Struct, frozen=True, array_like=True):
    question: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which page of which list is asked for: that behind `after`, a name that `Asked.page` was told."""

    question: str
    limit: int
    after: str | None

    @property
    def one_more(self) -> int:
        """How many things to fetch, so that it shows whether there is another page."""
        return self.limit + 1

    @property
    def skipped(self) -> int:
        """How many things come before, in a list that is paged by number (`page_by_number`)."""
        told = self.after or "0"
        if not (told.isascii() and told.isdecimal()) or len(told) > _DIGITS:
            raise NotFoundError(NO_CURSOR)
        return int(told)

    def page(self, things: Iterable[Thing], name: Callable[[Thing], str]) -> Page[Thing]:
        """The first of `things`, the names of which `after` will be."""
        found = tuple(islice(things, self.one_more))
        shown = found[: self.limit]
        return Page(items=shown, next=self._cursor(name(shown[-1])) if len(found) > len(shown) else None)

    def page_by_number(self, things: Iterable[Thing]) -> Page[Thing]:
        """`page`, of a list whose things have no lasting order."""
        return self.page(things, lambda _: str(self.skipped + self.limit))

    def _cursor(self, last: str) -> str:
        return urlsafe_b64encode(msgspec.json.encode(_Cursor(self.question, last))).decode().rstrip("=")


def asked(request: Request, limit: Limit = USUAL, cursor: CursorText = None) -> Asked:
    """The page that a request is for; NotFoundError where its cursor is no cursor, or one to another question."""
    # an empty parameter, as a form sends it, asks for nothing
    told = sorted(
        (name, value) for name, value in request.query_params.multi_items() if value and name not in ("limit", "cursor")
    )
    return asked_of(request.url.path, told, limit, cursor)


def asked_of(path: str, told: Iterable[tuple[str, str]], limit: int, cursor: str | None) -> Asked:
    """`asked`, of a question by its path and what is told by name, in order of these names."""
    question = content_id(path, *(part for pair in told for part in pair))
    return Asked(question=question, limit=limit, after=_after(cursor, question) if cursor else None)


def asked_hits(request: Request, limit: HitLimit = USUAL_HITS, cursor: CursorText = None) -> Asked:
    """`asked`, of a search."""
    return asked(request, limit, cursor)


Asking = Annotated[Asked, Depends(asked)]
AskingHits = Annotated[Asked, Depends(asked_hits)]


def _after(cursor: str, question: str) -> str:
    try:
        found = msgspec.json.decode(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)), type=_Cursor)
    except (NotBase64, ValueError, msgspec.DecodeError):
        raise NotFoundError(NO_CURSOR) from None
    if found.question != question:
        raise NotFoundError("cursor: it belongs to another question")
    return found.last
