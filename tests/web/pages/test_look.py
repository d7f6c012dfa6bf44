"""A page's own structure, made anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model import Block, BlockKind, Report, Span
from sayso.web.pages.look import look, tree
from tests.factory import report


def page(*elements: str, text: str = "ab<i>cd") -> Report:
    blocks = tuple(Block(span=Span(n, n + 1), kind=BlockKind.PARAGRAPH, element=e) for n, e in enumerate(elements))
    return replace(report(text), text=text, blocks=blocks)


def test_blocks_stand_in_their_elements() -> None:
    shown = look(tree(page("/html/body/ul/li[1]", "/html/body/ul/li[2]")))
    assert shown == "<div><div><div><ul><li><span>a</span></li><li><span>b</span></li></ul></div></div></div>"


def test_text_is_escaped() -> None:
    shown = look(tree(replace(page("/p"), blocks=(Block(span=Span(0, 7), kind=BlockKind.CHROME, element="/p"),))))
    assert shown == '<div><p class="chrome"><span>ab&lt;i&gt;cd</span></p></div>'


NAMES = [
    pytest.param("/script", id="an element that runs"),
    pytest.param("/iframe", id="an element that loads"),
    pytest.param("/style", id="an element that styles"),
    pytest.param('/p onclick="x"', id="an attribute in the name"),
    pytest.param("/x><script", id="markup in the name"),
    pytest.param("/svg:svg", id="another namespace"),
]


@pytest.mark.parametrize("element", NAMES)
def test_no_other_element_is_made(element: str) -> None:
    assert look(tree(page(element))) == "<div><div><span>a</span></div></div>"
