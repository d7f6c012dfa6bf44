"""Other ways to answer the attribution rows, measured beside sayso: another program, and floors that take no thought.

Another rival is a function from a row to its links, and a line in `RIVALS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from benchmarks.predict import attribution
from benchmarks.rows import Row
from sayso.extract.guard import each
from sayso.extract.parse import language_model
from sayso.model import Span

HAS_TEXTACY = find_spec("textacy") is not None  # the `rivals` extra (see Makefile); without it the table leaves it out
if HAS_TEXTACY:
    from textacy.extract.triples import direct_quotations

QUOTED = re.compile(r"[\"“]([^\"“”\n]+)[\"”]")
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})  # who can speak: people, bodies, states, their people
REPORTING = frozenset(
    {"say", "tell", "add", "announce", "ask", "claim", "declare", "deny", "explain"}
    | {"insist", "note", "reply", "report", "state", "suggest", "warn", "write"}
)

Links = list[Row]


@dataclass(frozen=True, slots=True)
class Rival:
    """How one rival answers: `answer` gives the links of a row, or raises; by paragraph, it gets each line as a row."""

    answer: Callable[[Row], Links]
    by_paragraph: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Answered rows, and on how many of the texts given the rival raised an exception: these have no links."""

    rows: list[Row]
    texts: int
    failed: int


def answers(rival: Rival, rows: Iterable[Row]) -> Answers:
    """What `rival` answers to `rows`."""
    answered: list[Row] = []
    texts = failed = 0
    for row in rows:
        pieces = list(_paragraphs(row)) if rival.by_paragraph else [(0, row)]
        done, failures = each(
            pieces, lambda piece: _moved(rival.answer(piece[1]), piece[0]), lambda piece: str(piece[0])
        )
        answered.append({"id": row["id"], "attributions": [link for links in done for link in links]})
        texts += len(pieces)
        failed += len(failures)
    return Answers(rows=answered, texts=texts, failed=failed)


def _paragraphs(row: Row) -> Iterator[tuple[int, Row]]:
    for line in re.finditer(r"[^\n]*\S[^\n]*", row["text"]):
        yield line.start(), {**row, "text": line[0]}


def _moved(links: Links, offset: int) -> Links:
    return [
        {role: spans and [[start + offset, end + offset] for start, end in spans] for role, spans in link.items()}
        for link in links
    ]


def sayso(row: Row) -> Links:
    """The product, as `predict` runs it."""
    links: Links = attribution(row)["attributions"]
    return links


def textacy(row: Row) -> Links:
    """Direct quotations of textacy, over our spaCy model; it raises where quotation marks are odd in number."""
    return [
        {"source": [_placed(q.speaker)], "cue": [_placed(q.cue)], "content": [_placed(q.content)]}
        for q in direct_quotations(_parsed(row["text"]))
    ]


def _placed(tokens: TokenSpan | list[Token]) -> list[int]:
    return [tokens[0].idx, tokens[-1].idx + len(tokens[-1])]


def first_quote(row: Row) -> Links:
    """The plainest floor: the first quoted words of a report are said by the nearest name; there is no cue."""
    return [{**link, "cue": []} for link in every_quote(row)[:1]]


def every_quote(row: Row) -> Links:
    """The naive floor: all quoted words are contents; source is the nearest name of a person, body or state, cue the
    nearest reporting verb, each outside the marks in the same paragraph, none where there is none.
    """
    doc = _parsed(row["text"])
    names = [Span(e.start_char, e.end_char) for e in doc.ents if e.label_ in NAMED]
    verbs = [Span(t.idx, t.idx + len(t)) for t in doc if t.pos_ == "VERB" and t.lemma_ in REPORTING]
    links = []
    for match in QUOTED.finditer(doc.text):
        quote = Span(*match.span())
        source, cue = _nearest(doc.text, quote, names), _nearest(doc.text, quote, verbs)
        links.append({"source": source or None, "cue": cue, "content": [list(match.span(1))]})
    return links


def _nearest(text: str, quote: Span, spans: Iterable[Span]) -> list[list[int]]:
    """The one of `spans` nearest to `quote`, the earlier of two; none in another paragraph or inside the quotation."""
    start, end = text.rfind("\n", 0, quote.start), text.find("\n", quote.end)
    paragraph = (s for s in spans if start < s.start and (s.end <= end or end < 0))
    outside = (s for s in paragraph if s.end <= quote.start or quote.end <= s.start)
    nearest = min(outside, key=lambda s: max(quote.start - s.end, s.start - quote.end), default=None)
    return [list(nearest)] if nearest else []


@cache
def _parsed(text: str) -> Doc:
    return language_model()(text)


RIVALS = {
    "sayso": Rival(sayso),
    "first quoted words, nearest name": Rival(first_quote),
    "all quoted words, nearest name and reporting verb": Rival(every_quote),
}
if HAS_TEXTACY:
    RIVALS |= {
        "textacy, whole reports": Rival(textacy),
        "textacy, each paragraph by itself": Rival(textacy, by_paragraph=True),
    }
