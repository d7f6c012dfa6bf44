"""From what a person names to reports: finds the inputs, tells their forms, reads them one at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, TypeAlias

import httpx

from sayso.intake import exported, feed, jsonl, mime, pasted, sniff, warc
from sayso.intake.attempt import FAILURES, reason
from sayso.intake.fetch import fetched
from sayso.intake.gunzip import MAGIC, Gunzip
from sayso.intake.html import read as html
from sayso.intake.language import language
from sayso.intake.locate import Input, InputKind, expand
from sayso.intake.sentence import has_sentence
from sayso.intake.source import LIMIT, Item, Reader, Source, empty, looked_at, stream_of, unreadable
from sayso.model import Drop, DropReason, Report

Test: TypeAlias = Callable[[Source], bool]

# The first test that holds names the reader; what is left is text that somebody copied from a page.
FORMS: tuple[tuple[Test, Reader], ...] = (
    (sniff.is_warc, warc.read),
    (sniff.is_export, exported.read),
    (sniff.is_json_lines, jsonl.read),
    (sniff.is_feed, feed.read),
    (sniff.is_mime, mime.read),
    (sniff.is_html, html.read),
    (sniff.is_text, pasted.read),
)


def read(inputs: Iterable[str], *, stdin: BinaryIO, limit: int = LIMIT) -> Iterator[Item]:
    """The reports in `inputs` in order, and a drop for each thing that could not be read; never raises for bad input.

    `inputs` are files, folders, patterns, `-` (for `stdin`) and http(s) addresses; `limit` is the most bytes a report
    may have. One report is in memory at a time.
    """
    for item in expand(inputs):
        if isinstance(item, Drop):
            yield item
        else:
            yield from read_input(item, stdin=stdin, limit=limit)


def read_input(item: Input, *, stdin: BinaryIO, limit: int = LIMIT) -> Iterator[Item]:
    """The reports in one input; every report has a body and a language, those of an exported ledger what they had."""
    try:
        with _opened(item, stdin) as source:
            yield from read_source(source, limit=limit)
    except FAILURES as error:
        yield unreadable(item.uri, _why(error))


def read_source(source: Source, *, limit: int = LIMIT) -> Iterator[Item]:
    """The reports in an open source, as those of an input; its head need not have been looked at."""
    try:
        for result in _read(looked_at(source), limit):
            yield _finished(result) if isinstance(result, Report) else result
    except FAILURES as error:
        yield unreadable(source.uri, _why(error))


def _why(error: BaseException) -> str:
    if isinstance(error, httpx.HTTPStatusError):
        return f"the server answers {error.response.status_code} {error.response.reason_phrase}".strip()
    if isinstance(error, httpx.TimeoutException):
        return f"no answer in time ({type(error).__name__})"
    return reason(error)


@contextmanager
def _opened(item: Input, stdin: BinaryIO) -> Iterator[Source]:
    if item.kind is InputKind.URL:
        with fetched(item.uri) as source:
            yield source
    elif item.kind is InputKind.STANDARD_INPUT:
        yield Source(uri=item.uri, stream=stdin, head=b"")
    else:
        with Path(item.uri).open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            yield Source(uri=item.uri, stream=stream, head=b"", size=size or None)


def _read(source: Source, limit: int) -> Iterator[Item]:
    """The reports of a source whose head was looked at; packed ones are unpacked on the way."""
    if source.head.startswith(MAGIC):
        yield from _unpacked(source, limit)
        return
    kind = sniff.binary(source)
    if not source.head:
        yield empty(source.uri)
    elif kind:
        yield Drop(reason=DropReason.BINARY, where=source.uri, detail=f"not text: {kind}")
    else:
        yield from next(reader for test, reader in FORMS if test(source))(source, limit)


def _unpacked(source: Source, limit: int) -> Iterator[Item]:
    packed = Gunzip(source.stream)
    inside = looked_at(replace(source, stream=stream_of(packed), head=b"", size=None))
    if inside.head or not packed.damage:
        yield from _read(inside, limit)
    if packed.damage:
        yield unreadable(source.uri, packed.damage)


def _finished(report: Report) -> Report | Drop:
    """`report` with its language; a drop where there is no article in it."""
    article = "\n".join(report.text[slice(*span)] for span in report.body)
    if not has_sentence(article):
        return Drop(reason=DropReason.NO_BODY, where=report.uri, detail="no article found on this page")
    return replace(report, language=language(article))
