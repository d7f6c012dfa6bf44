"""Pages copied from a browser into a text file, and any other text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from sayso.intake.attempt import attempt
from sayso.intake.decode import decode
from sayso.intake.page.read import read_page
from sayso.intake.source import Source, taken
from sayso.model import Block, BlockKind, Drop, Report, Span, article_spans, content_id

_LINE = re.compile(r"[^\r\n]+")
_SENTENCE = re.compile(r"(?:\S+\s+){6,}\S*[.!?…][\"'”’»)\]]*\s*$")  # seven words and a full stop: no label, no menu


def read(source: Source, limit: int) -> Iterator[Report | Drop]:
    """The report that the text is."""
    data = taken(source, limit)
    if isinstance(data, Drop):
        yield data
        return
    text = decode(data, source.charset)
    yield attempt(partial(read_pasted, text, id=content_id("report", data), uri=source.uri), source.uri)


def read_pasted(text: str, *, id: str, uri: str) -> Report:  # noqa: A002 - the field's name
    """The report that `text` is, a copied page; where no page shows in it, but it is all sentences, all of it."""
    report = read_page(text, id=id, uri=uri)
    lines = [found for found in _LINE.finditer(text) if not found[0].isspace()]
    if report.body or not lines or not all(_SENTENCE.search(found[0]) for found in lines):
        return report
    blocks = tuple(Block(span=Span(*found.span()), kind=BlockKind.PARAGRAPH) for found in lines)
    return replace(report, blocks=blocks, body=article_spans(blocks))
