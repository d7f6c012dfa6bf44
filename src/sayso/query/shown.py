"""Ids and words as people are shown them, in the terminal, on pages and in briefs alike."""

from __future__ import annotations

ID_SHOWN = 8  # digits: enough to be unique among a hundred thousand claims, and every command and address takes them


def short(identifier: str) -> str:
    """The first digits of an id."""
    return identifier[:ID_SHOWN]


def one_line(text: str) -> str:
    """`text` with a blank for each line break or run of blanks."""
    return " ".join(text.split())
