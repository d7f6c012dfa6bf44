"""A report as it was received: text that is never changed, and what was found out about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.attribution import Attribution
from sayso.model.spans import Span, Spans
from sayso.model.statement import Statement


class BlockKind(StrEnum):
    """What a block of the page is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    CHROME = "chrome"


ARTICLE_KINDS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.PARAGRAPH, BlockKind.CAPTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One line or paragraph of the page; `element` is the XPath of the HTML element it came from."""

    span: Span
    kind: BlockKind
    element: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published news item as received.

    `published` and `updated` are ISO 8601, exactly as precise as the page: a day, a minute, with an offset only if the
    page gives one. `body` holds the spans of the blocks that are the article; all other text is chrome.
    """

    id: str
    uri: str
    outlet: str | None = None
    title: str | None = None
    bylines: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    language: str = "unknown"
    text: str
    body: Spans = ()
    blocks: tuple[Block, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    statements: tuple[Statement, ...] = ()

    @property
    def dated(self) -> str | None:
        """When it came out as it was received: published or, where the page tells no more, last changed."""
        return self.published or self.updated


def article_spans(blocks: tuple[Block, ...]) -> Spans:
    """The spans of the blocks that are the article, in order of place: what `Report.body` must hold."""
    return tuple(sorted(block.span for block in blocks if block.kind in ARTICLE_KINDS))
