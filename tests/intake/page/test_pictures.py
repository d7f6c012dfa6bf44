"""Captions and credits."""

from __future__ import annotations

import pytest

from sayso.intake.page.pictures import credit_start, is_credit, is_sure_caption

CAPTIONS = {
    "after a stroke": ("The bridge on March 4, 2024. / Example Agency", "/ Example Agency"),
    "in brackets": (
        "The bridge in Lviv is closed on Monday. (Jane Doe/Example Pictures)",
        "(Jane Doe/Example Pictures)",
    ),
    "after a label": ("The bridge near Lviv. Photograph: Jane Doe/Example", "Photograph: Jane Doe/Example"),
    "sign of copyright": ("The bridge near Lviv © Jane Doe", "© Jane Doe"),
}


@pytest.mark.parametrize(("text", "credit"), CAPTIONS.values(), ids=CAPTIONS.keys())
def test_where_a_credit_begins(text: str, credit: str) -> None:
    start = credit_start(text)
    assert start is not None
    assert text[start:] == credit


@pytest.mark.parametrize(
    "text",
    [
        "The council (which met on Monday) adopted the budget.",
        "He thanked the Territorial Defence Forces (TDF)",
        "Talks will go on in Paris and/or London",
    ],
)
def test_prose_has_no_credit(text: str) -> None:
    assert not is_sure_caption(text)


def test_lines_that_are_credits() -> None:
    assert is_credit("PHOTO: EXAMPLE IMAGES")
    assert is_credit("Photograph by Jane Doe / Example")
    assert not is_credit("Photos of the bridge were published by the ministry on Monday.")
