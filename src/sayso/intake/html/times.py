"""The times that a page's time elements declare: `<time datetime="2024-03-05T14:30Z">2 hours ago</time>`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from lxml import etree

from sayso.intake.dates import iso_date
from sayso.intake.html.visible import Visible
from sayso.intake.page.dated import READ, Role, role_of
from sayso.intake.page.published import Times
from sayso.model import BlockKind

_ABOVE, _BELOW = 6, 2  # lines about headline and first paragraph; further off times are those of other reports
_OUTSIDE = frozenset({BlockKind.CHROME, BlockKind.BYLINE, BlockKind.CREDIT})


@dataclass(frozen=True, slots=True)
class _Element:
    line: int
    value: str
    role: Role


def declared_times(page: Visible, kinds: Sequence[BlockKind]) -> Times:
    """The times of the time elements between headline and text; `kinds` are those of the lines of `page`."""
    headline = next((at for at, kind in enumerate(kinds) if kind is BlockKind.HEADLINE), None)
    text = next((at for at, kind in enumerate(kinds) if kind is BlockKind.PARAGRAPH), None)
    if headline is None or text is None:
        return Times()
    top, last = min(headline, text), max(headline, text)
    lines = (*range(top, min(len(kinds), last + _BELOW + 1)), *range(top - 1, max(-1, top - _ABOVE - 1), -1))
    found = [one for at in lines if kinds[at] in _OUTSIDE or at == text for one in _elements(page, at)]
    return Times(
        published=_first(found, Role.PUBLISHED) or _first(found, Role.BARE), updated=_first(found, Role.UPDATED)
    )


def _first(found: Sequence[_Element], role: Role) -> str | None:
    return next((one.value for one in found if one.role is role), None)


def _elements(page: Visible, at: int) -> Iterator[_Element]:
    """The time elements in one line, with what the words before them or the element's own names say they are."""
    line = page.lines[at]
    text = page.text[slice(*line.span)]
    if len(text) > READ:
        return
    end = 0
    for element in chain(line.element.iter("time"), line.element.iterancestors("time")):
        words = " ".join("".join(map(str, element.itertext())).split())
        place = text.find(words, end) if words else -1
        value = iso_date(element.get("datetime") or "") if place >= 0 else None
        if value:
            role = _named_role(element)
            yield _Element(at, value, role_of(text[end:place]) if role is Role.BARE else role)
            end = place + len(words)


def _named_role(element: etree._Element) -> Role:
    """What the element's names say: `itemprop="dateModified"`, `class="updated"`, `pubdate`."""
    names = f"{element.get('itemprop', '')} {element.get('class', '')}".lower()
    if "modif" in names or "updat" in names:
        return Role.UPDATED
    return Role.PUBLISHED if "publish" in names or "pubdate" in element.attrib else Role.BARE
