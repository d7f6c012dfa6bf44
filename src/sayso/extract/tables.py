"""Reading the word tables that ship with the package."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """The rows of the tab-separated table `name` under resources/, without comments and the heading."""
    text = files("sayso.resources").joinpath(name).read_text(encoding="utf8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    width = len(next(lines).split("\t"))
    for line in lines:
        row = line.split("\t")
        # an editor that strips line ends takes the empty last cells with it
        yield row + [""] * (width - len(row))
