"""Patterns made of the words of `resources/page/signs.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    with (files("sayso.resources") / "page" / "signs.toml").open("rb") as file:
        return tomllib.load(file)


def choice(group: str, name: str) -> str:
    """A regular expression for any one entry of a list."""
    return "(?:" + "|".join(_table()[group][name]) + ")"


@cache
def sign(group: str, name: str) -> re.Pattern[str]:
    """A pattern for the entries of a list as whole words, in upper or lower case."""
    return re.compile(rf"(?<!\w){choice(group, name)}(?!\w)", re.IGNORECASE)
