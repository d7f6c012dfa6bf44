"""Long lists in pages, by the cursors of the API."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.web.pages.asking import address
from sayso.web.pages.page import Page
from sayso.web.paging import Asked, asked_of


def paged(page: Page, told: Mapping[str, str], limit: int) -> Asked:
    """The part of a list that a page is to show; `told` is what restricts the list, by name.

    Raises NotFoundError where the cursor of the address belongs to another question.
    """
    return asked_of(page.path, sorted(told.items()), limit, page.request.query_params.get("cursor"))


def following(page: Page, told: Mapping[str, str], cursor: str | None) -> str | None:
    """The address of the next part; None at the end."""
    return address(page.path, {**told, "cursor": cursor}) if cursor else None
