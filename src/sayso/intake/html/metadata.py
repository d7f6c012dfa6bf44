"""What a page says about itself: JSON-LD (schema.org), Open Graph and other meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from htmldate import find_date
from lxml import etree, html

from sayso.intake.attempt import DAMAGE, MISTAKES
from sayso.intake.dates import iso_date

_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|Report|Posting)$")
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline")
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "copyright-holder")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl", "sailthru.author")
_FRONT = frozenset({"/", "./", "index.html", "/index.html", "index.htm", "index.php", "/en", "/en/"})
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "sailthru.date",
    "publish-date",
    "publication_date",
    "pubdate",
    "og:published_time",
    "date",
)
_UPDATED = ("article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "last-modified", "lastmod")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page declares; dates are ISO 8601, as precise as declared."""

    titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    home: tuple[str, ...] = ()  # the words of its links to its own front page
    published: str | None = None
    updated: str | None = None
    article: str = ""  # the article's words, where the page gives them a second time; a live page's posts among them


def metadata(root: html.HtmlElement) -> Metadata:
    """What the page under `root` declares: JSON-LD before Open Graph before older meta elements."""
    items = list(_articles(root))
    meta = dict(_metas(root))
    title = root.findtext(".//title")
    return Metadata(
        titles=_clean([*_values(items, "headline"), *(meta.get(n, "") for n in _TITLES), title or ""]),
        descriptions=_clean([*_values(items, "description"), *(meta.get(n, "") for n in _DESCRIPTIONS)]),
        authors=_authors(items, meta),
        home=_clean([link.text_content() for link in root.iter("a") if link.get("href") in _FRONT]),
        outlet=next(iter(_clean([*_names(items, "publisher"), *(meta.get(n, "") for n in _OUTLETS)])), None),
        published=_first_date([*_values(items, "datePublished"), *(meta.get(n, "") for n in _PUBLISHED)]),
        updated=_first_date([*_values(items, "dateModified"), *(meta.get(n, "") for n in _UPDATED)]),
        article="\n".join(unmarked(words) for item in items for words in _declared_words(item)),
    )


def _articles(root: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of the page that are articles."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            data = json.loads((script.text or "").strip().removesuffix(";"), strict=False)
        except (ValueError, RecursionError):  # a broken block costs that block
            continue
        yield from _article_objects(data)


def _article_objects(data: object) -> Iterator[dict[str, Any]]:
    waiting = [data]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting = [*item, *waiting]
        elif isinstance(item, dict):
            types = item.get("@type")
            names = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and _ARTICLE_TYPE.search(name) for name in names):
                yield item
            waiting += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item]


def _declared_words(item: dict[str, Any]) -> Iterator[str]:
    """The words of an article object, and of the posts of a live page, headings included."""
    posts = item.get("liveBlogUpdate")
    for part in [item, *(posts if isinstance(posts, list) else [])]:
        if isinstance(part, dict):
            keys = ("articleBody",) if part is item else ("headline", "articleBody", "text")
            yield from (part[key] for key in keys if isinstance(part.get(key), str))


def _metas(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Name and content of the meta elements, the last first, so that a dict keeps the first."""
    for element in reversed(list(root.iter("meta"))):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = element.get("content") or ""
        if name and content.strip():
            yield name.lower(), content


def _values(items: list[dict[str, Any]], key: str) -> list[str]:
    found = [item.get(key) for item in items]
    return [value for value in found if isinstance(value, str)]


def _names(items: list[dict[str, Any]], key: str) -> Iterator[str]:
    """The names under `key`, which may be a name, an object with a name, or a list of these."""
    for item in items:
        value = item.get(key)
        for one in value if isinstance(value, list) else [value]:
            name = one.get("name") if isinstance(one, dict) else one
            for single in name if isinstance(name, list) else [name]:
                if isinstance(single, str):
                    yield single


def _authors(items: list[dict[str, Any]], meta: dict[str, str]) -> tuple[str, ...]:
    named = [*_names(items, "author"), *_names(items, "creator")] or [meta.get(n, "") for n in _AUTHORS]
    return tuple(a for a in _clean(named) if not a.lower().startswith(("http:", "https:", "www.")))


def _clean(values: list[str]) -> tuple[str, ...]:
    """`values` as they would be shown, each once, in their order."""
    shown = (" ".join(unmarked(value).split()) for value in values)
    return tuple(dict.fromkeys(value for value in shown if value))


def unmarked(value: str) -> str:
    """`value` without markup: publishers put escaped markup into JSON-LD."""
    if "<" not in value and "&" not in value:
        return value
    try:
        return etree.tostring(html.fromstring(f"<div>{value}</div>"), method="text", encoding="unicode")
    except (etree.ParserError, etree.XMLSyntaxError):
        return value


def _first_date(values: list[str]) -> str | None:
    return next((date for value in values if (date := iso_date(value))), None)


def day_by_htmldate(root: html.HtmlElement) -> str | None:
    """The day of publication by htmldate, for pages that declare none in a form that machines read."""
    try:
        found = find_date(deepcopy(root), original_date=True, extensive_search=False)
    except (*DAMAGE, *MISTAKES):  # a page without a date is a page
        return None
    return found if isinstance(found, str) else None
