from __future__ import annotations

from lxml import etree

from sayso.intake.html.article import article_nodes
from sayso.intake.html.visible import parse_html, text_nodes
from tests.intake.pages import PARAGRAPHS, page


def test_the_articles_text_nodes_are_told_by_number_and_the_page_is_left_alone() -> None:
    root = parse_html(page(before=f"<p>{PARAGRAPHS[0][:60]} <b>{PARAGRAPHS[0][60:]}</b></p>"))
    assert root is not None
    before = etree.tostring(root)
    texts = [(e.tail if tail else e.text) or "" for e, tail in text_nodes(root)]
    found = {texts[number].strip() for number in article_nodes(root)}
    assert set(PARAGRAPHS) | {PARAGRAPHS[0][:60].strip(), PARAGRAPHS[0][60:]} <= found
    assert not found & {"Home", "News", "Terms of use"}
    assert etree.tostring(root) == before
