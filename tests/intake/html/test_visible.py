from __future__ import annotations

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from sayso.intake.html.visible import Visible, parse_html, text_nodes, visible

CASES = {
    "blocks begin lines": ("<div>a<p>b</p>c</div>", ["a", "b", "c"]),
    "inline elements do not": ("<p>the <b>bri</b>dge<a href=x> was</a> closed</p>", ["the bridge was closed"]),
    "a break does": ("<p>a<br>b<br/>c</p>", ["a", "b", "c"]),
    "white space is collapsed": ("<p>  a \n\t b  <i> c</i> </p>", ["a b c"]),
    "a no-break space is kept": ("<p>40&nbsp;000</p>", ["40\u00a0000"]),
    "entities are decoded": ("<p>R&amp;D &mdash; &#8220;x&#8221;</p>", ["R&D — “x”"]),
    "what is not shown is left out": (
        """<script>a</script><style>b</style><noscript>c</noscript><template>d</template><p hidden>e</p>
        <p style='display: none'>f</p><svg><title>g</title></svg><span class='sr-only'>h</span><p>i</p>""",
        ["i"],
    ),
    "text after what is not shown is shown": ("<p>a<script>b</script>c</p>", ["ac"]),
    "preformatted lines": ("<pre>one\n  two\r\nthree</pre>", ["one", "two", "three"]),
    "cells are lines": ("<table><tr><td>a</td><td>b</td></tr></table>", ["a", "b"]),
    "blank elements are no lines": ("<p>&nbsp;</p><p> </p><p>a</p>", ["a"]),
    "comments are no text": ("<p>a<!-- b -->c</p>", ["ac"]),
    "tags that are not closed": ("<p>a<p>b<div>c<li>d", ["a", "b", "c", "d"]),
}


def shown(markup: str) -> tuple[html.HtmlElement, Visible]:
    root = parse_html(markup)
    assert root is not None
    return root, visible(root)


def lines(page: Visible) -> list[str]:
    return [page.text[slice(*line.span)] for line in page.lines]


@pytest.mark.parametrize(("markup", "expected"), CASES.values(), ids=CASES)
def test_lines_as_a_browser_shows_them(markup: str, expected: list[str]) -> None:
    assert lines(shown(markup)[1]) == expected


def test_paragraphs_have_a_blank_line_between_and_divisions_none() -> None:
    assert shown("<h1>a</h1><p>b</p><div>c</div><div>d</div>")[1].text == "a\n\nb\n\nc\nd"


def test_each_line_knows_its_element() -> None:
    root, page = shown("<div>a<p>b <b>c</b></p></div>")
    paths = [root.getroottree().getpath(line.element) for line in page.lines]
    assert paths == ["/html/body/div", "/html/body/div/p"]


def test_links_are_counted() -> None:
    assert [line.linked for line in shown("<p>see <a>this</a></p><p><a>that</a></p>")[1].lines] == [4, 4]


@pytest.mark.parametrize("deep", [100, 500, 3_000, 100_000])
def test_markup_nested_by_mistake_loses_no_text(deep: int) -> None:
    page = shown("<p>before</p>" + "<div>" * deep + "within" + "</div>" * deep + "<p>after</p>")[1]
    assert lines(page) == ["before", "within", "after"]


TAGS = st.sampled_from(["p", "div", "b", "a", "li", "h2", "br", "script", "td", "pre"])
MARKUP = st.recursive(
    st.text(st.characters(codec="ascii", exclude_characters="\r"), max_size=12).map(lambda t: t.replace("<", "&lt;")),
    lambda inner: st.tuples(TAGS, st.lists(inner, max_size=3)).map(lambda p: f"<{p[0]}>{''.join(p[1])}</{p[0]}>"),
    max_leaves=20,
)


@given(MARKUP)
def test_lines_lie_in_order_and_their_nodes_are_the_pages(markup: str) -> None:
    root, page = shown(f"<body>{markup}</body>")
    nodes = [(e.tail if tail else e.text) or "" for e, tail in text_nodes(root)]
    end = 0
    for line in page.lines:
        assert end <= line.span.start < line.span.end <= len(page.text)
        end = line.span.end
        text = page.text[slice(*line.span)]
        assert text == text.strip(" \n\t")
        for number, _ in line.nodes:
            words = nodes[number].split()
            assert not words or any(word in text for word in words)


@given(MARKUP)
def test_a_lines_words_are_those_of_its_element(markup: str) -> None:
    page = shown(f"<body>{markup}</body>")[1]
    for line in page.lines:
        element = deepcopy(line.element)
        etree.strip_elements(element, "script", with_tail=False)  # a browser shows nothing of it
        everything = " ".join(str(piece) for piece in element.itertext())
        squeezed = "".join(everything.split())
        assert "".join(page.text[slice(*line.span)].split()) in squeezed
