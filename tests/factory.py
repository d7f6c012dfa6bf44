"""The one place where tests make reports, actors and statements: everything has a default."""

from __future__ import annotations

from typing import Any

from sayso.model import (
    Actor,
    Block,
    BlockKind,
    Content,
    Provenance,
    Report,
    Span,
    Statement,
    article_spans,
    content_id,
    words,
)


def report(*paragraphs: str, headline: str | None = None, **fields: Any) -> Report:
    """A report whose page is the headline, if any, and the paragraphs, with a blank line between."""
    pieces = ([(BlockKind.HEADLINE, headline)] if headline else []) + [(BlockKind.PARAGRAPH, p) for p in paragraphs]
    blocks, text = [], ""
    for kind, piece in pieces:
        text += "\n\n" if text else ""
        blocks.append(Block(span=Span(len(text), len(text) + len(piece)), kind=kind))
        text += piece
    defaults: dict[str, Any] = {
        "id": content_id(text, str(fields.get("uri")), str(fields.get("outlet"))),
        "uri": "memory:report",
        "outlet": "Example Post",
        "title": headline,
        "published": "2024-03-14",
        "language": "en",
        "text": text,
        "blocks": tuple(blocks),
        "body": article_spans(tuple(blocks)),
    }
    return Report(**defaults | fields)


def actor(name: str = "Interior Ministry", **fields: Any) -> Actor:
    """An actor whose id follows from its name."""
    return Actor(**{"id": content_id("actor", name), "name": name} | fields)


def statement(content: str = "the bridge was closed", *, within: Report | None = None, **fields: Any) -> Statement:
    """A statement with `content`, which must stand in `within` where one is given."""
    home = within or report(content)
    start = home.text.index(content)
    spans = (Span(start, start + len(content)),)
    defaults: dict[str, Any] = {
        "id": content_id("statement", home.id, content, repr(sorted(fields))),
        "content": Content(spans=spans, text=words(home.text, spans)),
        "provenance": Provenance(extractor="test@1", score=1.0),
    }
    return Statement(**defaults | fields)
