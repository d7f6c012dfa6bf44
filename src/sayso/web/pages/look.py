"""A page's own look, as far as the ledger knows it: its blocks in the elements that they came from.

The markup is made anew from names of elements that are known to be harmless and from escaped text; nothing of the
page's own markup, attributes, styles or addresses is in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count

from markupsafe import Markup

from sayso.model import ARTICLE_KINDS, Report

# What the frame may do: be shown, in our own style. A sandbox without allowances runs no script and sends no form.
LOOK_HEADERS = {
    "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'self'",
    "X-Frame-Options": "SAMEORIGIN",
}

_STEP = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9]*)(?:\[\d+\])?")
_SHOWN = frozenset(
    {"address", "article", "aside", "blockquote", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "footer"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "nav", "ol", "p", "pre", "section", "ul"}
)


@dataclass(slots=True)
class Element:
    """An element: its name, whether its text is of the article, its parts in order."""

    name: str
    is_article: bool = True
    parts: list[Element | str] = field(default_factory=list)


def tree(report: Report) -> Element:
    """The elements of a report's blocks, in order of place. A block without an element is a paragraph."""
    root = Element("body")
    known: dict[str, Element] = {"": root}
    alone = count()
    for block in sorted(report.blocks, key=lambda block: block.span):
        path = block.element or f"/p[{next(alone)}]"
        element = _at(path, known)
        element.is_article = block.kind in ARTICLE_KINDS
        element.parts.append(report.text[slice(*block.span)])
    return root


def _at(path: str, known: dict[str, Element]) -> Element:
    if path in known:
        return known[path]
    above, _, step = path.rpartition("/")
    parent = _at(above, known)
    match = _STEP.fullmatch(step)
    known[path] = made = Element(match["name"].lower() if match else "div")
    parent.parts.append(made)
    return made


def look(element: Element) -> Markup:
    """The markup of an element and all in it."""
    inside = Markup("").join(
        look(part) if isinstance(part, Element) else Markup("<span>{}</span>").format(part) for part in element.parts
    )
    name = element.name if element.name in _SHOWN else "div"
    dimmed = Markup("") if element.is_article else Markup(' class="chrome"')
    # the name is one of the list above, never one of the page's
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), dimmed, inside)  # noqa: S704
