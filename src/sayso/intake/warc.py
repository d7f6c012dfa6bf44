"""Web archives (WARC, ISO 28500): each response that is a page is a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from warcio.archiveiterator import ArchiveIterator

from sayso.intake.attempt import FAILURES, attempt, reason
from sayso.intake.dates import iso_date
from sayso.intake.decode import decode
from sayso.intake.html.read import read_html
from sayso.intake.source import Source, empty, too_large, unreadable
from sayso.model import Drop, Report, content_id


def read(source: Source, limit: int) -> Iterator[Report | Drop]:
    """The report of each page in the archive, in the archive's order, one record in memory at a time.

    Records that are no page as received (requests, images, redirects, errors of the server) are no reports.
    """
    seen = False
    try:
        for number, record in enumerate(ArchiveIterator(source.stream), 1):
            if not _is_page(record):
                continue
            seen = True
            yield from _record(record, f"{source.uri}#{number}", limit)
    except FAILURES as error:
        yield unreadable(source.uri, f"the archive cannot be read further: {reason(error)}")
        return
    if not seen:
        yield unreadable(source.uri, "no page in this archive")


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if record.rec_type == "resource":
        return "html" in (record.rec_headers.get_header("Content-Type") or "")
    if record.rec_type != "response" or headers is None:
        return False
    return headers.get_statuscode() == "200" and "html" in (headers.get_header("Content-Type") or "text/html").lower()


def _record(record: Any, where: str, limit: int) -> Iterator[Report | Drop]:
    data = record.content_stream().read(limit + 1)
    uri = record.rec_headers.get_header("WARC-Target-URI") or where
    if len(data) > limit:
        yield too_large(f"{where} ({uri})", "it goes on", limit)
        return
    if not data.strip():
        yield empty(f"{where} ({uri})")
        return
    kind = record.http_headers.get_header("Content-Type") if record.http_headers else None
    text = decode(data, charset_of(kind))
    seen = iso_date(record.rec_headers.get_header("WARC-Date") or "")
    yield attempt(lambda: read_html(text, id=content_id("report", data), uri=uri, seen=seen), f"{where} ({uri})")
    if getattr(record.raw_stream, "limit", 0) > 0:
        yield unreadable(f"{where} ({uri})", "the archive ends inside this record; what stands before was read")


def charset_of(content_type: str | None) -> str | None:
    """The charset in a Content-Type header."""
    _, _, rest = (content_type or "").lower().partition("charset=")
    return rest.split(";")[0].strip(" \"'") or None
