"""Reading the word tables that ship with the package."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import resources


def rows(name: str) -> Iterator[list[str]]:
    """The rows of the tab-separated table `name` under resources/, without comments and the heading."""
    table = resources.rows(name)
    width = len(next(table))
    for row in table:
        # an editor that strips line ends takes the empty last cells with it
        yield row + [""] * (width - len(row))
