from __future__ import annotations

import json

import pytest

from sayso.intake.html.metadata import Metadata, day_by_htmldate, metadata, unmarked
from sayso.intake.html.visible import parse_html


def declared(head: str) -> Metadata:
    root = parse_html(f"<html><head>{head}</head><body><p>x</p></body></html>")
    assert root is not None
    return metadata(root)


def ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


ARTICLE = {"@type": "NewsArticle", "headline": "Bridge closed"}
PLACES = {
    "alone": ARTICLE,
    "in a list": [{"@type": "WebSite"}, ARTICLE],
    "in a graph": {"@graph": [{"@type": "Person"}, ARTICLE]},
    "with several types": {"@type": ["Thing", "ReportageNewsArticle"], "headline": "Bridge closed"},
    "as a page's main entity": {"@type": "WebPage", "mainEntity": ARTICLE},
}


@pytest.mark.parametrize("data", PLACES.values(), ids=PLACES)
def test_articles_are_found_wherever_they_stand(data: object) -> None:
    assert declared(ld(data)).titles == ("Bridge closed",)


AUTHORS = [
    ({"name": "Petr Malý"}, ("Petr Malý",)),
    (["Petr Malý", {"name": "Jana Horká"}], ("Petr Malý", "Jana Horká")),
    ({"name": ["Petr Malý", "Petr Malý"]}, ("Petr Malý",)),
    ("https://vltava.example/petr", ()),
    (7, ()),
]


@pytest.mark.parametrize(("author", "names"), AUTHORS)
def test_authors(author: object, names: tuple[str, ...]) -> None:
    assert declared(ld({**ARTICLE, "author": author})).authors == names


def test_meta_elements() -> None:
    found = declared(
        "<title>Bridge closed | Vltava Post</title><meta property='og:title' content='Bridge closed'>"
        "<meta property='og:site_name' content='Vltava Post'><meta name='author' content='Petr Malý'>"
        "<meta property='og:description' content='It is to open again in May.'>"
        "<meta property='article:published_time' content='2024-03-04T09:30:00Z'>"
    )
    assert found == Metadata(
        titles=("Bridge closed", "Bridge closed | Vltava Post"),
        descriptions=("It is to open again in May.",),
        authors=("Petr Malý",),
        outlet="Vltava Post",
        published="2024-03-04T09:30:00+00:00",
    )


def test_the_first_of_two_declarations_and_json_ld_before_both() -> None:
    first = "<meta property='og:title' content='One'><meta property='og:title' content='Two'>"
    assert declared(first).titles == ("One",)
    assert declared(first + ld({**ARTICLE, "headline": "Three"})).titles == ("Three", "One")


def test_escaped_markup_is_undone() -> None:
    assert declared(ld({**ARTICLE, "headline": "R&amp;D <i>closed</i>"})).titles == ("R&D closed",)
    assert unmarked("2 < 3") == "2 < 3"


def test_words_of_a_live_pages_posts() -> None:
    posts = [{"headline": "Noon", "articleBody": "The bridge is closed."}, "no object"]
    assert declared(ld({"@type": "LiveBlogPosting", "liveBlogUpdate": posts})).article == "Noon\nThe bridge is closed."


def test_day_of_publication_where_none_is_declared() -> None:
    root = parse_html("<html><body><p>x</p><footer>Published on 4 March 2024</footer></body></html>")
    assert root is not None
    assert metadata(root).published is None
    assert day_by_htmldate(root) == "2024-03-04"
