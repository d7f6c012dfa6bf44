from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from sayso.intake.html.read import read, read_html
from sayso.model import BlockKind, Drop, Report, article_spans
from tests.intake.pages import PARAGRAPHS, STANDFIRST, TITLE, page, source

LD = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2024-03-04T09:30:00+01:00",
    "dateModified": "2024-03-04T11:00:00+01:00",
    "author": [{"@type": "Person", "name": "Petr Malý"}],
    "publisher": {"@type": "Organization", "name": "Vltava Post"},
    "description": STANDFIRST,
}


def ld(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({**LD, **fields})}</script>'


def report(markup: str) -> Report:
    return read_html(markup, id="1", uri="page.html")


def texts(found: Report, kind: BlockKind) -> list[str]:
    return [found.text[slice(*block.span)] for block in found.blocks if block.kind is kind]


def test_article_is_told_from_the_page_around_it() -> None:
    found = report(page())
    assert texts(found, BlockKind.HEADLINE) == [TITLE]
    assert texts(found, BlockKind.PARAGRAPH) == list(PARAGRAPHS)
    assert "Terms of use" in texts(found, BlockKind.CHROME)
    assert found.body == article_spans(found.blocks)


def test_every_block_is_the_text_of_its_element() -> None:
    markup = page(before="<p class=lead>One <b>bold</b> word &amp; more</p>")
    found, root = report(markup), html.document_fromstring(markup)
    for block in found.blocks:
        words = " ".join(str(root.xpath(f"string({block.element})")).split())
        assert found.text[slice(*block.span)] == words


def test_what_the_page_declares() -> None:
    found = report(page(head=ld()))
    assert (found.title, found.outlet, found.bylines) == (TITLE, "Vltava Post", ("Petr Malý",))
    assert (found.published, found.updated) == ("2024-03-04T09:30:00+01:00", "2024-03-04T11:00:00+01:00")


@dataclass(frozen=True)
class Line:
    why: str
    markup: str
    text: str
    kind: BlockKind


LINES = [
    Line("under the headline", f"<h2>{STANDFIRST}</h2>", STANDFIRST, BlockKind.STANDFIRST),
    Line("like the description", f"<div>Share</div><div>{STANDFIRST}.</div>", f"{STANDFIRST}.", BlockKind.STANDFIRST),
    Line(
        "a list of points",
        f"<p>By Petr Malý</p><ul><li>{STANDFIRST}</li><li>{STANDFIRST} too</li></ul>",
        f"{STANDFIRST} too",
        BlockKind.STANDFIRST,
    ),
    Line("a byline is no standfirst", "<p>By Petr Malý</p>", "By Petr Malý", BlockKind.BYLINE),
    Line(
        "a picture's words",
        "<figure><img src=x><figcaption>The ferry at its landing in autumn last year</figcaption></figure>",
        "The ferry at its landing in autumn last year",
        BlockKind.CAPTION,
    ),
    Line(
        "another report's teaser",
        f"<div class='article__promo'><p>{PARAGRAPHS[3]} And more of it was told.</p></div>",
        f"{PARAGRAPHS[3]} And more of it was told.",
        BlockKind.CHROME,
    ),
    Line(
        "who wrote it",
        "<div class='author-bio'><p>Petr Malý writes about rivers, ferries and bridges for the Vltava Post.</p></div>",
        "Petr Malý writes about rivers, ferries and bridges for the Vltava Post.",
        BlockKind.CHROME,
    ),
    Line(
        "somebody's post shown whole",
        "<blockquote class='twitter-tweet'><p>I saw the cable tear and the boat drift off, it was frightening.</p>"
        "</blockquote>",
        "I saw the cable tear and the boat drift off, it was frightening.",
        BlockKind.CHROME,
    ),
    Line("stars between parts", "<p>***</p>", "***", BlockKind.CHROME),
]


@pytest.mark.parametrize("line", LINES, ids=[line.why for line in LINES])
def test_kind_of_a_line(line: Line) -> None:
    found = report(page(head=ld(), before=line.markup))
    assert line.text in texts(found, line.kind)
    assert texts(found, BlockKind.PARAGRAPH) == list(PARAGRAPHS)


def test_a_name_that_most_of_the_article_stands_in_is_layout() -> None:
    wrapped = page().replace("<article>", "<article><div class='paywall'>").replace("</article>", "</div></article>")
    parts = wrapped.replace("</p>\n<p>", "</p></div><div class='paywall'><p>")
    assert texts(report(parts), BlockKind.PARAGRAPH) == list(PARAGRAPHS)


def test_posts_of_a_live_page_are_read_where_it_declares_them() -> None:
    posts = [f"Update {n}: the fire brigade says that pump number {n} is running." for n in range(9)]
    updates = [{"@type": "BlogPosting", "articleBody": post} for post in posts]
    shown = "".join(f"<section><div><aside><span>{post}</span></aside></div></section>" for post in posts)
    found = report(page(head=ld(**{"@type": "LiveBlogPosting", "liveBlogUpdate": updates}), after=shown))
    assert set(posts) <= set(texts(found, BlockKind.PARAGRAPH))


def test_page_without_markup_of_an_article_is_read_as_copied() -> None:
    found = report("<html><body>" + "<br>".join((TITLE, "By Petr Malý", *PARAGRAPHS)) + "</body></html>")
    assert set(PARAGRAPHS) <= set(texts(found, BlockKind.PARAGRAPH))
    assert all(block.element for block in found.blocks)


BROKEN = {
    "nothing": "",
    "no element": "no markup at all",
    "cut inside a tag": page()[: page().index("</h1>") - 40] + "<p clas",
    "cut inside a script": page(head="<script>var a = '<p>'"),
    "NULs": page().replace("ferry", "fer\0ry"),
    "deep nesting": "<div>" * 100_000 + PARAGRAPHS[0],
    "a charset nobody knows": page(head="<meta charset='null'>"),
    "broken JSON-LD": page(head='<script type="application/ld+json">{"@type": "NewsArticle",</script>'),
    "JSON-LD of other types": page(head='<script type="application/ld+json">[1, "a", {"@type": [1, null]}]</script>'),
    "deep JSON-LD": page(head=f'<script type="application/ld+json">{"[" * 5000}</script>'),
    "dates that are none": page(head="<meta property='article:published_time' content='soon'>"),
    "an XML declaration": '<?xml version="1.0" encoding="utf-8"?>' + page(),
    "an XML declaration that is not closed": '<?xml version="1.0" encoding="utf-8"' + page(),
    "half a character": page().replace("ferry", "\ud800"),
}


@pytest.mark.parametrize("markup", BROKEN.values(), ids=BROKEN)
def test_broken_pages_are_read_as_far_as_they_go(markup: str) -> None:
    found = report(markup)
    assert all(found.text[slice(*block.span)].strip() for block in found.blocks)


@settings(deadline=None, max_examples=15)
@given(st.integers(0, len(page(head=ld()))))
def test_a_cut_page_is_read_as_far_as_it_goes(cut: int) -> None:
    found = report(page(head=ld())[:cut])
    assert found.body == article_spans(found.blocks)
    for paragraph in texts(found, BlockKind.PARAGRAPH)[:-1]:
        assert paragraph in (*PARAGRAPHS, STANDFIRST, TITLE)


def test_header_charset_reaches_the_text() -> None:
    (found,) = read(source(page().encode("cp1250"), charset="windows-1250"), 10**6)
    assert isinstance(found, Report)
    assert "Jana Horká" in found.text


def test_too_large_is_told_before_reading() -> None:
    (found,) = read(source(b"", size=10**9), 10**6)
    assert isinstance(found, Drop)
    assert found.detail == "1,000,000,000 bytes; a report may have 1,000,000 bytes"


def test_elements_are_paths_that_lead_back() -> None:
    markup = page(before="<o:p>odd</o:p><ps-promo><p>custom</p></ps-promo>")
    root = html.document_fromstring(markup)
    for block in report(markup).blocks:
        assert root.xpath(f"count({block.element})") == 1.0


BARE = (
    "<html><head><title>Pristan Relief Desk</title></head><body><div>Pristan Relief Desk</div>{heading}{note}"
    "<p>Two ferries collided in the harbour of Burgas on Monday evening, and eleven people were taken to hospital.</p>"
    "<p>The harbour master said that the fog had come up within minutes and that both ships had sounded.</p>"
    "</body></html>"
)


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param("<h1>Statement on the ferries</h1>", id="the only h1, not the site's name in its head"),
        pytest.param("<h2>Statement on the ferries</h2>", id="an h2 right above the article"),
    ],
)
def test_a_heading_before_the_name_of_the_site(heading: str) -> None:
    assert report(BARE.format(heading=heading, note="")).title == "Statement on the ferries"


def test_a_note_of_place_and_date_is_no_standfirst() -> None:
    note = "<p>Burgas, 6 February 2020, 07:00 hrs</p>"
    assert (
        texts(report(BARE.format(heading="<h1>Statement on the ferries</h1>", note=note)), BlockKind.STANDFIRST) == []
    )
