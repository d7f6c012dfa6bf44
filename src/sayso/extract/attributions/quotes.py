"""Quotations: where they open and close, however the page writes them, and whether they are speech or a single term."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model import Span, strip

EDGE = " \t\r\n\u00a0\"'“”‘’„«»,.;:—–-…"
_CLOSERS = frozenset("”»")
_DOUBLE = frozenset('“”„«»"')
_MARKS = re.compile(r"""''|``|["“”„«»‘’']""")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation in the report's text: `outer` with its marks, `inner` without.

    `closed` is False where the paragraph ends before the mark that closes it: the next paragraph may go on.
    """

    outer: Span
    inner: Span
    closed: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool
    low: bool = False  # „, which “ closes


def _side(char: str) -> bool:
    """Whether a mark beside `char` stands at the outer edge of a quotation."""
    return not char or char.isspace() or char in "([{—–-/,.;:!?)]}…"


def _straight(text: str, start: int, end: int) -> _Mark:
    """A straight mark opens after a gap and closes before one; between two gaps or two letters it may do either."""
    before, after = text[start - 1 : start], text[end : end + 1]
    blank_before, blank_after = not before or before.isspace() or before in "([{—–", not after or after.isspace()
    opens = blank_before and not blank_after
    closes = not blank_before and (blank_after or _side(after))
    return _Mark(start, end, opens or opens == closes, closes or opens == closes)


def _marks(text: str) -> Iterator[_Mark]:
    """The quotation marks of a paragraph. Single marks count only where no double ones do: else they are nested."""
    has_double = any(char in _DOUBLE for char in text) or "''" in text
    for found in _MARKS.finditer(text):
        i, mark = found.start(), found.group()
        if mark in {"''", "``", '"'}:
            yield _straight(text, i, found.end())
        elif mark in "“„«":
            # a closing “ ends a German-style quotation; a “ that stands before a gap is a misprint for ”
            yield _Mark(i, i + 1, not text[i + 1 : i + 2].isspace(), text[i + 1 : i + 2].isspace(), mark == "„")
        elif mark in _CLOSERS:
            yield _Mark(i, i + 1, False, True)
        elif not has_double:
            yield from _single(text, i)


def _single(text: str, i: int) -> Iterator[_Mark]:
    """A single mark that is no apostrophe."""
    before, after = text[i - 1 : i], text[i + 1 : i + 2]
    if _side(before) and after.isalnum() and text[i] != "’":
        yield _Mark(i, i + 1, True, False)
    elif before in set(".,!?") and _side(after) and text[i] != "‘":
        yield _Mark(i, i + 1, False, True)


def _pairs(text: str) -> Iterator[tuple[_Mark, _Mark | None]]:
    """Opening marks with the mark that closes them. A second opening mark of the same sort starts anew: the first one
    was never closed, and costs only the words up to here.
    """
    opened: _Mark | None = None
    for mark in _marks(text):
        if opened is None:
            if mark.opens:
                opened = mark
        elif mark.closes or (opened.low and not mark.low):
            yield opened, mark
            opened = None
        else:
            opened = mark
    if opened is not None:
        yield opened, None


def quotations(text: str, block: Span) -> tuple[Quotation, ...]:
    """The quotations of one block of `text`, in order; nested ones belong to the outer."""
    paragraph = text[slice(*block)]
    found = []
    for opening, closing in _pairs(paragraph):
        end = closing.end if closing else len(paragraph)
        inside = Span(opening.end, closing.start if closing else end).shift(block.start)
        inner = strip(text, inside)
        if inner.start < inner.end:
            found.append(Quotation(Span(opening.start, end).shift(block.start), inner, closing is not None))
    return tuple(found)


_PAIRS = (("“", "”"), ("„", "“"), ("«", "»"), ("(", ")"), ("[", "]"))
_ABBREVIATION = re.compile(r"(?<!\w)(?:[A-Za-z]\.)+[A-Za-z]$")  # the stop of "in the U.S." belongs to it
_SINGLE = ("'", "‘")
_END_OF_NESTED = re.compile(r"(?<!s)['’](?!\w)")  # not the apostrophe of "the farmers' union"


def balanced(text: str, span: Span) -> Span:
    """`span` with the mark beside it that closes or opens what was left open within: trimming the edges of
    `said the "bridge is closed".` must not leave a lone mark inside. What a nested
    single mark opened ends where it closes.
    """
    start, end = span
    if text[end : end + 1] == "." and _ABBREVIATION.search(text, max(start, end - 8), end):
        end += 1
    if text[start - 1 : start] in _SINGLE and (nested := _END_OF_NESTED.search(text, start, end)):
        end = nested.start()
    piece = text[start:end]
    for opening, closing in _PAIRS:
        lack = piece.count(opening) - piece.count(closing)
        if lack > 0 and closing in text[end : end + 2]:
            end += text[end : end + 2].index(closing) + 1
        elif lack < 0 and text[start - 1 : start] == opening:
            start -= 1
    if piece.count('"') % 2:
        if '"' in text[end : end + 2]:
            end += text[end : end + 2].index('"') + 1
        elif text[start - 1 : start] == '"':
            start -= 1
    return Span(start, end)
