"""Stand for programs that are measured; light, because other processes import them."""

from __future__ import annotations

import os


def letters(text: str) -> int:
    """How many times "a" stands in a text; fails on a question."""
    if "?" in text:
        raise ValueError("a question")
    return text.count("a")


def dying(_: str) -> int:
    """Ends its process."""
    os._exit(3)
