"""Patterns made of the words of `resources/page/signs.toml`."""

from __future__ import annotations

import re
from functools import cache

from sayso import resources


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return resources.lists("page/signs.toml")


def choice(group: str, name: str) -> str:
    """A regular expression for any one entry of a list."""
    return "(?:" + "|".join(_table()[group][name]) + ")"


@cache
def sign(group: str, name: str) -> re.Pattern[str]:
    """A pattern for the entries of a list as whole words, in upper or lower case."""
    return re.compile(rf"(?<!\w){choice(group, name)}(?!\w)", re.IGNORECASE)
