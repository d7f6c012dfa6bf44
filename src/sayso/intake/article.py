"""Which text nodes of a page are its article: trafilatura's answer, told exactly and not by likeness of words."""

from __future__ import annotations

import re
from copy import deepcopy
from enum import StrEnum

import trafilatura
from lxml import html

from sayso.intake.visible import text_nodes

# Braille cells: printable, no letters, and absent from news pages, so that neither trafilatura's cleaning nor its
# patterns for words take notice of a mark.
_ZERO = 0x2800
_BASE = 256
_DIGITS = 3
_MARK = re.compile(f"[\u2800-\u28ff]{{{_DIGITS}}}")


class Favour(StrEnum):
    """What trafilatura is asked to favour where it doubts."""

    PRECISION = "precision"
    BALANCE = "balance"
    RECALL = "recall"


def _mark(number: int) -> str:
    digits = (number // _BASE**place % _BASE for place in reversed(range(_DIGITS)))
    return "".join(chr(_ZERO + digit) for digit in digits)


def _number(mark: str) -> int:
    return sum((ord(c) - _ZERO) * _BASE**place for place, c in enumerate(reversed(mark)))


def marked(root: html.HtmlElement) -> html.HtmlElement:
    """A copy of the page in which every text node that holds words begins with its number."""
    page = deepcopy(root)
    for number, (element, tail) in enumerate(list(text_nodes(page))):
        text = (element.tail if tail else element.text) or ""
        blank = len(text) - len(text.lstrip())
        text = text[:blank] + _mark(number) + text[blank:]
        if tail:
            element.tail = text
        else:
            element.text = text
    return page


def kept(page: html.HtmlElement, favour: Favour) -> frozenset[int]:
    """The numbers of the text nodes of a `marked` page that trafilatura takes for the article."""
    found = trafilatura.extract(
        deepcopy(page),
        favor_precision=favour is Favour.PRECISION,
        favor_recall=favour is Favour.RECALL,
        include_comments=False,
    )
    return frozenset(_number(mark) for mark in _MARK.findall(found or ""))
