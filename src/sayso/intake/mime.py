"""Pages saved as one MIME message (.mhtml, RFC 2557)."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message

from sayso.intake.attempt import attempt
from sayso.intake.decode import decode
from sayso.intake.html.read import read_html
from sayso.intake.source import Source, taken, unreadable
from sayso.model import Drop, Report, content_id


def read(source: Source, limit: int) -> Iterator[Report | Drop]:
    """The report that the message's first HTML part is; its `uri` is the file, as for any saved page."""
    data = taken(source, limit)
    if isinstance(data, Drop):
        yield data
        return
    message: Message = message_from_bytes(data, _class=EmailMessage, policy=policy.compat32)
    part = next((part for part in message.walk() if part.get_content_type() in _PAGES), None)
    page = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(page, bytes):
        yield unreadable(source.uri, "no HTML part in this saved page")
        return
    text = decode(page, part.get_content_charset())
    yield attempt(lambda: read_html(text, id=content_id("report", data), uri=source.uri), source.uri)


_PAGES = frozenset({"text/html", "application/xhtml+xml"})
