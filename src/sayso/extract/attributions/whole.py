"""Links as they leave their finder: edges trimmed, each once, in order of place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.extract.attributions.links import Link
from sayso.extract.attributions.speech import trimmed
from sayso.model import Manner, Spans, hull, merge


def whole_links(text: str, found: Iterable[Link]) -> list[Link]:
    """`found` with their edges trimmed, each once, in order of place."""
    whole = (replace(link, content=trimmed(text, link.content), source=trimmed(text, link.source)) for link in found)
    return sorted(_distinct(link for link in whole if link.content), key=_place)


def _place(link: Link) -> tuple[int, int, Spans]:
    around = hull(link.content)
    return around.start, -around.end, link.cue


def _distinct(links: Iterator[Link]) -> list[Link]:
    """Each link once; what one cue says in several quotations, over sentences and paragraphs, is one content."""
    found: dict[tuple[Spans, Spans], Link] = {}
    for link in links:
        key = (link.source, link.cue) if link.cue else (link.source, link.content)
        before = found.get(key)
        found[key] = link if before is None else _with_more(before, link)
    return list(found.values())


def _with_more(link: Link, more: Link) -> Link:
    """`link` with the content of `more`; partly in quotation marks where only one of them is."""
    manner = link.manner if link.manner is more.manner else Manner.MIXED
    return replace(link, content=merge([*link.content, *more.content]), manner=manner)
