"""RSS and Atom: each entry is a report, as much of it as the feed gives."""

from __future__ import annotations

import io
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from html import escape
from typing import Any

import feedparser

from sayso.intake.attempt import attempt, reason
from sayso.intake.dates import iso_date
from sayso.intake.given import Given, report_of
from sayso.intake.html.metadata import unmarked
from sayso.intake.source import Source, empty, taken, unreadable
from sayso.model import Drop, Report


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
    contents = [_markup(part) for part in entry.get("content", ())]
    words = max(contents, key=len, default="") or _markup(entry.get("summary_detail") or {})
    if not words.strip():
        return empty(where)
    title = _markup(entry.get("title_detail") or {})
    given = Given(
        title=" ".join(unmarked(title).split()) or None,
        outlet=(entry.get("source") or {}).get("title") or feed.get("title"),
        bylines=tuple(author["name"] for author in entry.get("authors", ()) if author.get("name")),
        published=_moment(entry, "published"),
        updated=_moment(entry, "updated"),
    )
    # the entry as a feed reader shows it: its title is its headline, and a statement like any other
    page = f"<title>{title}</title><h1>{title}</h1>\n{words}" if title else words
    return attempt(partial(report_of, page, markup=True, uri=entry.get("link") or where, given=given), where)


def _markup(part: Any) -> str:
    """The HTML of a text construct of the feed, which may be plain text (RFC 4287, 3.1)."""
    value = str(part.get("value") or "")
    return escape(value, quote=False) if part.get("type") == "text/plain" else value


def _moment(entry: Any, name: str) -> str | None:
    """The entry's time as written; where only feedparser understands it, as feedparser gives it, in UTC."""
    # dict.get: feedparser's own gives the time of publication for a missing time of change
    written = iso_date(dict.get(entry, name) or "")
    parsed = dict.get(entry, f"{name}_parsed")
    if written or not parsed:
        return written
    return datetime.fromtimestamp(timegm(parsed), UTC).isoformat(timespec="minutes")
