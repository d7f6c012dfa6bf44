"""Which text nodes of a page are its article: trafilatura's answer, told exactly and not by likeness of words."""

from __future__ import annotations

import re
from copy import deepcopy

import trafilatura
from lxml import html

from sayso.intake.attempt import DAMAGE, MISTAKES
from sayso.intake.html.visible import text_nodes

# Braille cells: printable, no letters, and absent from news pages, so that neither trafilatura's cleaning nor its
# patterns for words take notice of a mark.
_ZERO = 0x2800
_BASE = 256
_DIGITS = 3
_MARK = re.compile(f"[\u2800-\u28ff]{{{_DIGITS}}}")


def article_nodes(root: html.HtmlElement) -> frozenset[int]:
    """The numbers, in the order of `text_nodes`, of the text nodes that trafilatura takes for the article.

    It is asked to favour precision, its best setting on news pages (docs/decisions/0004). `root` is not changed.
    """
    try:
        found = trafilatura.extract(_marked(root), favor_precision=True, include_comments=False)
    except (*DAMAGE, *MISTAKES):  # the page can still be read as one copied from a browser
        return frozenset()
    return frozenset(_number(mark) for mark in _MARK.findall(found or ""))


def _marked(root: html.HtmlElement) -> html.HtmlElement:
    """A copy of the page in which every text node that holds words begins with its number."""
    page = deepcopy(root)
    for number, (element, tail) in enumerate(list(text_nodes(page))):
        text = (element.tail if tail else element.text) or ""
        blank = len(text) - len(text.lstrip())
        marked = text[:blank] + _mark(number) + text[blank:]
        if tail:
            element.tail = marked
        else:
            element.text = marked
    return page


def _mark(number: int) -> str:
    return "".join(chr(_ZERO + number // _BASE**place % _BASE) for place in reversed(range(_DIGITS)))


def _number(mark: str) -> int:
    return sum((ord(cell) - _ZERO) * _BASE**place for place, cell in enumerate(reversed(mark)))
