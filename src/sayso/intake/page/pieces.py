"""Paragraphs that a copy cut into pieces, put together again: text wrapped at a width, and text broken at its links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.intake.page.bylines import opens_byline
from sayso.intake.page.lines import Line, split_lines
from sayso.model import Span

NARROWEST, WIDEST = 50, 110  # code points of a line in text that is wrapped by hand, as mail and notices are
WRAPPED = 3  # lines that must be broken off for want of room before a text is taken to be wrapped
STARTED = 25  # code points that a paragraph has before its first link; what is shorter is a label

_SENTENCE_END = re.compile(r"(?<!\.)[.!?][\"'”’»)\]]*$")
_OPEN_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_GOES_ON = re.compile(r"[,;)\]”](?!\w)|\.(?:\s|$)|['’]s\b")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_BREAKS = str.maketrans(dict.fromkeys("\r\n\v\f\x85\u2028\u2029", " "))


def whole_lines(text: str) -> tuple[Line, ...]:
    """The lines of `text` that show something, in order of place; those of one paragraph are one."""
    return tuple(_joined(text, split_lines(text)))


def _joined(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those of one paragraph joined; lines with an empty line between them never are.

    Where the text is wrapped, a line goes on if the next one's first word had no room on it. Elsewhere it goes on if
    the next one begins with a small letter or with a mark that begins nothing, and a sentence ends further down.
    """
    width = wrapped_width(lines)
    start = 0
    while start < len(lines):
        end = _wrapped_end(lines, start, width) if width else _broken_end(lines, start)
        span = Span(lines[start].span.start, lines[end - 1].span.end)
        whole = text[span.start : span.end].translate(_BREAKS)
        yield lines[start] if end == start + 1 else Line(span, whole, lines[start].gap)
        start = end


def _wrapped_end(lines: Sequence[Line], start: int, width: int) -> int:
    end = start + 1
    while end < len(lines) and not lines[end].gap and _had_no_room(lines[end - 1], lines[end], width):
        end += 1
    return end


def _broken_end(lines: Sequence[Line], start: int) -> int:
    """Where the paragraph ends that begins at `start`, if links broke it; the next line where they did not."""
    end = at = start + 1
    if end < len(lines) and len(lines[start].text) < STARTED and not _GOES_ON.match(lines[end].text):
        return end
    while at < len(lines) and not lines[at].gap and _goes_on(lines[at - 1].text, lines[at].text):
        at += 1
        if _SENTENCE_END.search(lines[at - 1].text[-8:]):
            end = at
    return end


def _goes_on(above: str, text: str) -> bool:
    """Whether `text` cannot begin a line of its own: a link stood between the two, or above it."""
    if _GOES_ON.match(text):
        return True
    small = text[0].islower() and " " in text and " " in above
    return small and not _OPEN_END.search(above[-8:]) and not opens_byline(text)


def wrapped_width(lines: Sequence[Line]) -> int | None:
    """The width at which a text is wrapped; None where it is not.

    No line of a wrapped text is long, and most lines that break off for want of room go on with a small letter.
    """
    longest = max((len(line.text) for line in lines if " " in line.text), default=0)
    if not NARROWEST <= longest <= WIDEST:
        return None
    broken = [b.text for a, b in pairwise(lines) if not b.gap and _had_no_room(a, b, longest)]
    small = sum(text[0].islower() for text in broken)
    return longest if small >= WRAPPED and small >= len(broken) / 2 else None


def _had_no_room(above: Line, line: Line, width: int) -> bool:
    if _ADDRESS.match(line.text) or _ADDRESS.match(above.text):
        return False
    return len(above.text) + 1 + len(line.text.split(maxsplit=1)[0]) > width
