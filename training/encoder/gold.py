"""Annotated rows as numbers of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sayso.extract.attributions.quotes import EDGE
from sayso.extract.attributions.table import Table
from sayso.model import Span, strip

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldLink:
    """One annotated link by the numbers of its words, half-open."""

    source: tuple[Stretch, ...]
    cue: Stretch
    content: tuple[Stretch, ...]


def gold_links(table: Table, row: dict[str, Any]) -> list[GoldLink]:
    """The links of `row` that have a cue and a content, edges trimmed as the scorer trims them."""
    found = []
    for link in row["attributions"]:
        source, cue, content = (_stretches(table, row["text"], link.get(role)) for role in ("source", "cue", "content"))
        if cue and content:
            found.append(GoldLink(source=source, cue=cue[0], content=content))
    return found


def _stretches(table: Table, text: str, spans: list[list[int]] | None) -> tuple[Stretch, ...]:
    found = []
    for span in spans or []:
        words = table.words.touched([strip(text, Span(*span), EDGE)])
        if words:
            found.append((words[0], words[-1] + 1))
    return tuple(sorted(found))
