"""The written cases of attribution, as they should come out.

`tests/cases/attributions/KIND.toml` holds short reports, each written for one difficulty, with the reason: the links
`[source, cue, content, origin, manner]` it should give, origin and manner where they are asked for, and what the outlet
itself says. In a part, " … " stands between pieces and " | " between answers of which each is right; "" is a part
that no words stand for. Words are found where they stand nearest: the content anywhere, the cue by the content, the
source by the cue.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.rows import article_report
from sayso.model import Report, Span, Spans, hull, strip

FOLDER = Path(__file__).parents[2] / "tests" / "cases" / "attributions"
HALVES = ("open", "held")
OUTLET = "outlet"  # the origin of what the report says itself
EDGE = " \t\r\n\"'“”‘’«»,.;:—–-"  # the marks that the scorer of the evaluation rows does not count at a span's edges
_BETWEEN = EDGE + "„…?!"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A link as it should be: for each part the answers that are right, in `plain` form; `words` are for people."""

    sources: tuple[Spans, ...]
    cues: tuple[Spans, ...]
    contents: tuple[Spans, ...]
    origins: tuple[str, ...] = ()
    manners: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A report with the links it should give, and what it itself says: links from the outlet."""

    id: str
    kind: str
    why: str
    report: Report
    links: tuple[Wanted, ...]
    own: tuple[Wanted, ...] = ()

    @property
    def half(self) -> str:
        """Which half the case is in, by a hash of kind and name: no rule is made by looking at the held one."""
        return half_of(f"{self.kind} {self.id}")


def half_of(name: str) -> str:
    """The half that a case of this name is in, by a hash."""
    return HALVES[hashlib.sha256(name.encode()).digest()[0] % 2]


def read_cases(folder: Path = FOLDER) -> list[Case]:
    """All cases of `folder`, in order; raises ValueError where words of a link do not stand in the text."""
    return [
        _case(path.stem, row)
        for path in sorted(folder.glob("*.toml"))
        for row in tomllib.loads(path.read_text(encoding="utf8"))["case"]
    ]


def plain(text: str, spans: Spans) -> Spans:
    """`spans` trimmed at their edges; pieces with nothing but marks between them are one, empty ones are none."""
    out: list[Span] = []
    for span in sorted(strip(text, span, EDGE) for span in spans):
        if span.start == span.end:
            continue
        if out and not text[out[-1].end : span.start].strip(_BETWEEN):
            span = Span(out.pop().start, span.end)  # noqa: PLW2901 - the piece with the one before it
        out.append(span)
    return tuple(out)


def located(text: str, words: str, near: Spans = ()) -> Spans:
    """Where `words`, in pieces parted by " … ", stand in `text`: outside `near` and nearest to it.

    Raises ValueError where they do not.
    """
    pieces = [piece for piece in words.split(" … ") if strip(piece, Span(0, len(piece)), EDGE).start < len(piece)]
    if not pieces:
        return ()
    places = [s for s in _places(text, pieces[0]) if not any(s.overlaps(other) for other in near)]
    if not places:
        raise ValueError(f"not in the text: {words!r}")
    out = [min(places, key=lambda span: _distance(span, near))]
    for piece in pieces[1:]:
        after = [span for span in _places(text, piece) if span.start >= out[-1].end]
        if not after:
            raise ValueError(f"not in the text, or not in order: {words!r}")
        out.append(after[0])
    return plain(text, tuple(out))


def _places(text: str, words: str) -> list[Span]:
    return [Span(*found.span()) for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def _distance(span: Span, near: Spans) -> int:
    return min((max(n.start - span.end, span.start - n.end) for n in near), default=0)


def _case(kind: str, row: Mapping[str, Any]) -> Case:
    title = row.get("title")
    text = f"{title}\n\n{row['text']}" if title else row["text"]
    report = article_report({"outlet": "Example Post", "published": "2024-03-14", **row, "text": text})
    return Case(
        id=row["id"],
        kind=kind,
        why=row["why"],
        report=report,
        links=tuple(_wanted(text, *link) for link in row["links"]),
        own=tuple(_wanted(text, "", "", content, OUTLET) for content in row.get("outlet_says", ())),
    )


def _wanted(text: str, source: str, cue: str, content: str, origin: str = "", manner: str = "") -> Wanted:
    contents = [located(text, words) for words in content.split(" | ")]
    if not all(contents):
        raise ValueError(f"a link without content: {source!r}, {cue!r}")
    cues = [located(text, words, contents[0]) for words in cue.split(" | ")]
    around = hull(contents[0]) if not cues[0] else hull(cues[0])
    sources = [located(text, words, (around,)) for words in source.split(" | ")]
    return Wanted(
        sources=tuple(sources),
        cues=tuple(cues),
        contents=tuple(contents),
        origins=tuple(origin.split(" | ")) if origin else (),
        manners=tuple(manner.split(" | ")) if manner else (),
        words=" | ".join((source, cue, content)),
    )
