"""Where the words that were looked for stand in a report, whatever database found it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.ledger.asking import Term
from sayso.ledger.folding import fold, words_in
from sayso.model import Report, Span, Spans, merge

WINDOW = 280  # code points of a report to show around the words found: three lines of a terminal

SEARCHED = 200_000  # code points of an article; a long feature has 60,000, an index of PostgreSQL takes a megabyte


def joined(report: Report) -> str:
    """The article of a report as one text, as it is searched."""
    return "\n".join(report.text[start:end] for start, end in report.body)[:SEARCHED]


def searched(text: str) -> str:
    """The words of `text` as an index takes them: folded, one blank between, no more than it can hold."""
    words = fold(text)
    return words if len(words) <= SEARCHED else words[:SEARCHED].rpartition(" ")[0]


def marks_in(report: Report, terms: Iterable[Term]) -> Spans:
    """The spans of the article at which one of `terms` stands, in order of place."""
    found = list(words_in(joined(report)))
    spans = merge(span for term in terms for span in _standing(term, found))
    return in_report(report.body, spans)


def _standing(term: Term, words: list[tuple[str, Span]]) -> Iterator[Span]:
    first, length = term.words[0], len(term.words)
    for place, (word, span) in enumerate(words):
        # most words are not the first of the term: told without a look at the others
        near = word == first or (term.prefix and length == 1 and word.startswith(first))
        if near and _stands(term, words[place : place + length]):
            yield Span(span.start, words[place + length - 1][1].end)


def _stands(term: Term, words: list[tuple[str, Span]]) -> bool:
    if len(words) < len(term.words):
        return False
    *before, last = (word for word, _ in words)
    ends = last.startswith(term.words[-1]) if term.prefix else last == term.words[-1]
    return ends and tuple(before) == term.words[:-1]


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
