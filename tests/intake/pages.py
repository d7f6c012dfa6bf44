"""The one place where intake's tests make pages, feeds and archives: fictional outlets in real places."""

from __future__ import annotations

import io
from html import escape

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.intake.source import Source

TITLE = "Ferry service to Sázava resumes after inspection"
STANDFIRST = "Operators were told to replace two cables before the first crossing of the season"
PARAGRAPHS = tuple(
    """
The regional transport office said on Monday that the cable ferry would carry passengers again from Thursday, after \
inspectors had found no further faults in its winch.
“We replaced both cables and tested them for two days,” said Jana Horká, who runs the company. She did not say how \
much the repair had cost.
The ferry stopped in January when a cable tore during high water, and about forty people had to be taken ashore by \
the fire brigade, according to the mayor’s office.
A spokesman for the insurers denied that they had asked for the service to be closed for good, as the newspaper \
Hrad Courier had reported last week.
""".strip().splitlines()
)


def page(*paragraphs: str, title: str = TITLE, head: str = "", before: str = "", after: str = "") -> str:
    """A news page with a menu, a headline, `paragraphs` (or `PARAGRAPHS`) and a footer."""
    body = "".join(f"<p>{escape(paragraph, quote=False)}</p>\n" for paragraph in paragraphs or PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html><head><title>{title} | Vltava Post</title>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"
        f"<main><article><h1>{title}</h1>{before}{body}{after}</article></main>"
        "<footer><a href='/terms'>Terms of use</a></footer></body></html>"
    )


def rss(*items: str) -> bytes:
    """A feed of `items`, which are the insides of item elements."""
    inside = "".join(f"<item>{item}</item>" for item in items)
    feed = f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Vltava Post</title>{inside}'
    return f"{feed}</channel></rss>".encode()


def warc(*pages: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", **how: str | bool) -> bytes:
    """An archive with one response for each of `pages`; `packed` or not, and `fetched` at some time (ISO 8601)."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=bool(how.get("packed")))
    for number, body in enumerate(pages, 1):
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        uri = f"https://vltava.example/{number}"
        dated = {"WARC-Date": how["fetched"]} if "fetched" in how else {}
        record = writer.create_warc_record(
            uri, "response", payload=io.BytesIO(body), http_headers=headers, warc_headers_dict=dated
        )
        writer.write_record(record)
    return out.getvalue()


def source(data: bytes, uri: str = "page", **fields: str | int | None) -> Source:
    """`data` as a reader is given it."""
    return Source(uri=uri, stream=io.BytesIO(data), head=data[:65536], **fields)  # type: ignore[arg-type]
