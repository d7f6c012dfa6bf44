"""What the first bytes of an input say it is. A file's ending is asked only where they do not tell."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sayso import resources
from sayso.intake.source import Source

_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"
_CONTROL_SHARE = 0.003  # one stray control character a page is damage; compressed or machine data has 1 byte in 10
WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")


class _Signature(NamedTuple):
    """The first bytes of a form of file, what it is called, and whether a text may begin with them, too."""

    start: bytes
    name: str
    words: bool


@cache
def _signatures() -> tuple[_Signature, ...]:
    rows = resources.rows("signatures.tsv")
    return tuple(_Signature(bytes.fromhex(start), name, words == "words") for start, name, words in rows)


_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|script|style|article|section|main|div|p|h[1-6]|span|table)[\s>/]",
    re.IGNORECASE,
)
_FEED = re.compile(rb"<(?:rss|(?:\w+:)?feed|(?:\w+:)?RDF)[\s>]", re.IGNORECASE)
_EXPORT = re.compile(rb'\{\s*"reports"\s*:\s*\[')
_COMMENTS = re.compile(rb"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_JSON_OBJECT = re.compile(rb"\{\s*(?:\"|\}|$)")
_MIME = re.compile(rb"^(?:from|mime-version|content-type|subject|snapshot-content-location|date):", re.IGNORECASE)


def utf16(head: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: in Western text every second byte is NUL. None where it is not that."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half < 8:
        return None
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else None


def binary(source: Source) -> str | None:
    """What sort of bytes these are where they are no text; None where they are text, damaged or not."""
    head = source.head
    controls = len(head) - len(head.translate(None, _CONTROL))
    wide = head.startswith(WIDE_BOMS) or utf16(head) is not None
    machine = not wide and controls > _CONTROL_SHARE * len(head)
    for signature in _signatures():
        if head.startswith(signature.start) and (machine or not signature.words):
            return signature.name
    return f"{controls:,} control characters in the first {len(head):,} bytes" if machine else None


def _opening(source: Source) -> bytes:
    """The head without byte order mark, comments, processing instructions and leading white space."""
    head = source.head
    if head.startswith(WIDE_BOMS) or utf16(head):
        head = head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return _COMMENTS.sub(b"", head.removeprefix(b"\xef\xbb\xbf")).lstrip()


def is_html(source: Source) -> bool:
    """Whether it opens with a tag, or names one early where the ending or the header says HTML."""
    opening = _opening(source)
    if opening[:1] == b"<" and _HTML.search(opening):
        return True
    named = source.uri.lower().endswith((".html", ".htm", ".xhtml", ".shtml")) or "html" in (source.media_type or "")
    return named and _HTML.search(opening) is not None


def is_feed(source: Source) -> bool:
    """Whether its root element is that of RSS, Atom or RDF."""
    opening = re.sub(rb"^<!doctype[^>]*>\s*", b"", _opening(source), flags=re.IGNORECASE)
    return _FEED.match(opening) is not None


def is_warc(source: Source) -> bool:
    """Whether it opens as a WARC record (ISO 28500)."""
    return source.head.startswith(b"WARC/")


def is_export(source: Source) -> bool:
    """Whether it opens as a ledger exported as JSON does."""
    return _EXPORT.match(_opening(source)) is not None


def is_json_lines(source: Source) -> bool:
    """Whether it opens with a JSON object, or is named as JSON lines."""
    named = source.uri.lower().removesuffix(".gz").endswith((".jsonl", ".ndjson"))
    return named or _JSON_OBJECT.match(_opening(source)) is not None


def is_mime(source: Source) -> bool:
    """Whether it is a page saved as one MIME message (RFC 2557), as browsers write .mhtml."""
    opening = _opening(source)
    return _MIME.match(opening) is not None and b"multipart/related" in opening.lower()


def is_text(_: Source) -> bool:
    """Whatever else is text: a page copied from a browser."""
    return True
