"""The lines of a copied page: where they stand and how they are set apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model import Span, strip

# What browsers and editors end a line with; a form feed parts pages and a no-break space is no break.
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")

# Characters that show nothing: a line of them alone is an empty line.
EDGE = " \t\u00a0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u3000\u00ad"


@dataclass(frozen=True, slots=True)
class Line:
    """One line with something on it, or the lines of one paragraph; `gap` counts the empty lines above it.

    `text` is as long as `span`: line breaks within are blanks in it.
    """

    span: Span
    text: str
    gap: int


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of `text` that show something, white space at their ends left out, in order of place."""
    lines: list[Line] = []
    end = 0
    for match in _LINE.finditer(text):
        span = strip(text, Span(*match.span()), EDGE)
        if span.start == span.end:
            continue
        breaks = len(_BREAK.findall(text, end, span.start))
        lines.append(Line(span, text[span.start : span.end], max(0, breaks - 1)))
        end = span.end
    return tuple(lines)
