"""What people type into a search box, and where the words they looked for stand in a report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection

from sayso.model import Report, Span, Spans

WINDOW = 280  # code points of a report to show around the words found: three lines of a terminal

_PIECE = re.compile(r'"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)')
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that must stand side by side; the last one is only a beginning where `prefix` is set."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A report (by id) that was found; `marks` are where in its joined body, `joined`, the words stand."""

    report: str
    score: float
    marks: Spans


class FullText(Protocol):
    """What a database must do to be searched; one module for each kind of database does it."""

    def add(self, connection: Connection, report: Report) -> None:
        """Make a new report findable."""
        ...

    def find(self, connection: Connection, terms: tuple[Term, ...], limit: int, offset: int) -> list[Match]:
        """Current reports that have all `terms`, best first."""
        ...

    def saying(self, terms: tuple[Term, ...]) -> ColumnElement[bool]:
        """The condition on the table of statements that a content has all `terms`."""
        ...

    def saying_in(self, connection: Connection, terms: tuple[Term, ...], report: str) -> list[str]:
        """The statements of one report whose content has all `terms`, in order of place."""
        ...

    def faults(self, connection: Connection) -> list[str]:
        """What is wrong with the database and its index of words."""
        ...


def terms_of(query: str) -> tuple[Term, ...]:
    """What `query` asks for; nothing a person types is an error, marks that mean nothing are left out."""
    out = []
    for piece in _PIECE.finditer(query):
        told = piece["phrase"] if piece["phrase"] is not None else piece["word"]
        words = tuple(_WORD.findall(told))
        if words:
            out.append(Term(words=words, prefix=piece["phrase"] is None and told.endswith("*")))
    return tuple(out)


def phrase_of(name: str) -> tuple[Term, ...]:
    """The whole of `name` as one phrase."""
    words = tuple(_WORD.findall(name))
    return (Term(words=words),) if words else ()


def joined(report: Report) -> str:
    """The article of a report as one text, as it is searched."""
    return "\n".join(report.text[start:end] for start, end in report.body)


def in_report(body: Spans, marks: Iterable[Span]) -> Spans:
    """Where marks of the joined body stand in the report's text; one that runs across two blocks is cut in two."""
    out = []
    offset = 0
    wanted = tuple(marks)
    for block in body:
        length = block.end - block.start
        for mark in wanted:
            start, end = max(mark.start, offset), min(mark.end, offset + length)
            if start < end:
                out.append(Span(start, end).shift(block.start - offset))
        offset += length + 1
    return tuple(out)


def window(report: Report, marks: Spans) -> Span:
    """The part of one block that shows the most marks; the beginning of the article where there are none."""
    whole = Span(0, len(report.text))
    if not marks:
        first = report.body[0] if report.body else whole
        return Span(first.start, min(first.end, first.start + WINDOW))
    best, _ = max(((m, _company(m, marks, report.body)) for m in marks), key=lambda pair: (pair[1], -pair[0].start))
    block = next((b for b in report.body if b.contains(best)), whole)
    start = max(block.start, min(best.start - WINDOW // 4, block.end - WINDOW))
    return _at_words(report.text, Span(start, min(block.end, start + WINDOW)), block)


def _company(mark: Span, marks: Spans, body: Spans) -> int:
    """How many of `marks` would show in a window that begins a little before `mark`."""
    block = next((b for b in body if b.contains(mark)), mark)
    end = min(block.end, mark.start + WINDOW * 3 // 4)
    return sum(mark.start <= other.start and other.end <= end for other in marks)


def _at_words(text: str, span: Span, block: Span) -> Span:
    """`span` without the halves of words at its ends."""
    start, end = span
    while start > block.start and start < end and not text[start - 1].isspace():
        start += 1
    while end < block.end and end > start and not text[end].isspace():
        end -= 1
    return Span(start, end) if start < end else span


def split_marks(marked: str, opening: str, closing: str) -> Spans:
    """Where the words between `opening` and `closing` stand in the text without these marks."""
    out: list[Span] = []
    start = position = 0
    for piece in re.split(f"([{opening}{closing}])", marked):
        if piece == opening:
            start = position
        elif piece == closing:
            out.append(Span(start, position))
        else:
            position += len(piece)
    return tuple(out)


def row_text(text: str, forbidden: str) -> str:
    """`text` with each character of `forbidden` made a blank."""
    table: dict[int, Any] = dict.fromkeys(map(ord, forbidden), " ")
    return text.translate(table)
