"""JSON lines: one report an object, with its words under "text", "page_text" or "html"; or `sayso extract`'s own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

import msgspec

from sayso.intake.attempt import attempt, reason
from sayso.intake.dates import iso_date
from sayso.intake.given import Given, report_of
from sayso.intake.source import HEAD, Source, empty, too_large, unreadable
from sayso.model import Drop, Report, article_spans

_URI = ("uri", "url", "link")
_OUTLET = ("outlet", "publisher", "source", "site")
_BYLINES = ("bylines", "byline", "authors", "author")
_PUBLISHED = ("published", "date_published", "datePublished", "pubDate", "date")
_UPDATED = ("updated", "date_modified", "dateModified")


def read(source: Source, limit: int) -> Iterator[Report | Drop]:
    """The report of each line; a bad line costs that line."""
    if _is_one_object(source.head):
        yield from _line(source.stream.read(limit + 1), source.uri)
        return
    seen = False
    number = 0
    while line := source.stream.readline(limit + 1):
        number += 1
        where = f"{source.uri}:{number}"
        if len(line) > limit:
            _skip_line(source, line)
            yield too_large(where, "a line with more", limit)
        elif line.strip():
            yield from _line(line, where)
        else:
            continue
        seen = True
    if not seen:
        yield empty(source.uri)


def _is_one_object(head: bytes) -> bool:
    """Whether a short file is one object over several lines, as editors write it."""
    if len(head) >= HEAD or b"\n" not in head.strip():
        return False
    try:
        return isinstance(json.loads(head), dict)
    except (ValueError, RecursionError):
        return False


def _skip_line(source: Source, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = source.stream.readline(1 << 20)


def _line(line: bytes, where: str) -> Iterator[Report | Drop]:
    try:
        row = _whole(json.loads(line.decode("utf-8-sig", "replace"), strict=False))
    except (ValueError, RecursionError) as error:
        yield unreadable(where, f"not JSON: {reason(error)}")
        return
    if not isinstance(row, dict):
        yield unreadable(where, f"a report is a JSON object, this is {type(row).__name__}")
    elif "blocks" in row and "body" in row:
        yield attempt(partial(_printed, row), where)
    else:
        yield _object(row, where)


def _whole(value: Any) -> Any:
    """`value` with U+FFFD for each lone half of a surrogate pair: as damaged as a bad byte, and read so."""
    if isinstance(value, str):
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, list):
        return [_whole(item) for item in value]
    return {_whole(key): _whole(item) for key, item in value.items()} if isinstance(value, dict) else value


def _object(row: dict[str, Any], where: str) -> Report | Drop:
    words = next((key for key in ("html", "page_text", "text") if isinstance(row.get(key), str)), None)
    if words is None:
        return unreadable(where, 'no "text", "page_text" or "html" in this object')
    if not row[words].strip():
        return empty(where)
    given = Given(
        title=_first(row, ("title", "headline")),
        outlet=_first(row, _OUTLET),
        bylines=_list(row, _BYLINES),
        published=iso_date(_first(row, _PUBLISHED) or ""),
        updated=iso_date(_first(row, _UPDATED) or ""),
    )
    uri = _first(row, _URI) or where
    return attempt(lambda: report_of(row[words], markup=words == "html", uri=uri, given=given), where)


def _printed(row: dict[str, Any]) -> Report:
    """A report as `sayso extract` prints it; what was extracted from it is left for the extractor at hand."""
    report = msgspec.convert({**row, "attributions": [], "statements": []}, Report)
    size = len(report.text)
    if any(not 0 <= block.span.start <= block.span.end <= size for block in report.blocks):
        raise ValueError("a block's span is not in the text")
    if report.body != article_spans(report.blocks):
        raise ValueError("the body is not the spans of the article's blocks")
    return report


def _first(row: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((v.strip() for key in keys if isinstance(v := row.get(key), str) and v.strip()), None)


def _list(row: dict[str, Any], keys: tuple[str, ...]) -> tuple[str, ...]:
    value = next((row[key] for key in keys if row.get(key)), ())
    names = value if isinstance(value, list) else [value]
    return tuple(name.strip() for name in names if isinstance(name, str) and name.strip())
