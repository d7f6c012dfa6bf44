"""RSS and Atom: each entry is a report, as much of it as the feed gives."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import partial
from typing import Any

import feedparser

from sayso.intake.attempt import attempt, reason
from sayso.intake.dates import iso_date
from sayso.intake.given import Given, report_of
from sayso.intake.source import Source, empty, taken, unreadable
from sayso.model import Drop, Report

_MARKUP = re.compile(r"<[a-zA-Z/!][^>]*>|&#?\w+;")


def read(source: Source, limit: int) -> Iterator[Report | Drop]:
    """The report of each entry; a feed that is not well formed gives the entries that can be told, and a drop."""
    data = taken(source, limit)
    if isinstance(data, Drop):
        yield data
        return
    # as a stream: bytes themselves would be taken for a file's name
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if feed.bozo and not isinstance(feed.get("bozo_exception"), feedparser.CharacterEncodingOverride):
        yield unreadable(source.uri, _broken(feed))
    for number, entry in enumerate(feed.entries, 1):
        yield _entry(entry, feed.feed, f"{source.uri}#{number}")
    if not feed.entries and not feed.bozo:
        yield empty(source.uri)


def _broken(feed: Any) -> str:
    error = feed.get("bozo_exception")
    line = getattr(error, "getLineNumber", lambda: None)()
    what = getattr(error, "getMessage", lambda: None)() or reason(error)
    place = f"line {line}: " if line else ""
    return f"the feed is not well formed: {place}{what}; {len(feed.entries)} entries could be read"


def _entry(entry: Any, feed: Any, where: str) -> Report | Drop:
    content = max((c.get("value") or "" for c in entry.get("content", ())), key=len, default="")
    words = content if content.strip() else entry.get("summary") or ""
    if not words.strip():
        return empty(where)
    given = Given(
        title=entry.get("title"),
        outlet=(entry.get("source") or {}).get("title") or feed.get("title"),
        bylines=tuple(a["name"] for a in entry.get("authors", ()) if a.get("name")),
        published=iso_date(entry.get("published") or ""),
        updated=iso_date(entry.get("updated") or ""),
    )
    uri = entry.get("link") or where
    return attempt(partial(report_of, _page(given.title, words), markup=True, uri=uri, given=given), where)


def _page(title: str | None, words: str) -> str:
    return words
