"""Word lists and model weights, each with its origin and licence; and how they are read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any


def text(name: str) -> str:
    """The text of the resource at the path `name` below this package."""
    return files(__name__).joinpath(name).read_text(encoding="utf8")


def data(name: str) -> bytes:
    """The bytes of the resource at the path `name`."""
    return files(__name__).joinpath(name).read_bytes()


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a tab-separated resource, without blank lines and those that begin with `#`."""
    for line in text(name).splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def lists(name: str) -> dict[str, Any]:
    """The contents of a TOML resource."""
    return tomllib.loads(text(name))
