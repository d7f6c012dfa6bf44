"""Rows of JSON, one a line, and of tables; and plain article text as the report that the product would make of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso.model import Block, BlockKind, Report, Span, article_spans, content_id, strip

Row = dict[str, Any]


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a JSON Lines file, in order."""
    with path.open(encoding="utf8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def table_rows(path: Path) -> list[list[str]]:
    """The rows of a tab-separated file under its heading; lines that begin with `#` are comments."""
    lines = [line for line in path.read_text(encoding="utf8").splitlines() if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def write_rows(path: Path, rows: Iterable[Row]) -> int:
    """Write `rows` as JSON Lines; returns how many."""
    count = 0
    with path.open("w", encoding="utf8") as out:
        for count, row in enumerate(rows, 1):  # noqa: B007 - the last count is the answer
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return count


def article_report(row: Row) -> Report:
    """The report of a row whose `text` is an article without chrome; each line is a block, the title the headline."""
    text, title = row["text"], (row.get("title") or "").strip()
    blocks: list[Block] = []
    start = 0
    for line in text.splitlines(keepends=True):
        span = strip(text, Span(start, start + len(line)))
        start += len(line)
        if span.start < span.end:
            words = text[slice(*span)]
            headline = not blocks and bool(title) and words.rstrip(".") == title.rstrip(".")
            blocks.append(Block(span=span, kind=BlockKind.HEADLINE if headline else BlockKind.PARAGRAPH))
    return Report(
        id=content_id("report", text),
        uri=str(row["id"]),
        outlet=row.get("outlet"),
        title=title or None,
        published=row.get("published"),
        language="en",
        text=text,
        blocks=tuple(blocks),
        body=article_spans(tuple(blocks)),
    )
