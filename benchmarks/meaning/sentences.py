"""Sentences in the style of news, each predicate marked with the value it should have: `[shelled CT+]`.

`tests/cases/meaning/factuality.tsv` says what the values mean. They were written before the program was asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.cases.gold import half_of
from benchmarks.rows import table_rows
from sayso.model import Span

FOLDER = Path(__file__).parents[2] / "tests" / "cases" / "meaning"
# FactBank's values on the scale of the unified sets (Stanovsky et al. 2017).
DEGREES = {"CT+": 3.0, "PR+": 2.0, "PS+": 1.0, "UU": 0.0, "PS-": -1.0, "PR-": -2.0, "CT-": -3.0}
_MARK = re.compile(r"\[(?P<words>[^\]]*) (?P<value>CT\+|PR\+|PS\+|UU|PS-|PR-|CT-)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with the degree, -3 to 3, of each predicate in it."""

    kind: str
    why: str
    text: str
    predicates: tuple[tuple[Span, float], ...]

    @property
    def half(self) -> str:
        """Open or held out, by a hash of the text."""
        return half_of(self.text)


def read_sentences(path: Path = FOLDER / "factuality.tsv") -> list[Sentence]:
    """The sentences of a file, in order."""
    return [_sentence(*row) for row in table_rows(path)]


def _sentence(kind: str, marked: str, why: str) -> Sentence:
    text, predicates = "", list[tuple[Span, float]]()
    for plain, words, value in _pieces(marked):
        text += plain
        if words:
            predicates.append((Span(len(text), len(text) + len(words)), DEGREES[value]))
        text += words
    return Sentence(kind=kind, why=why, text=text, predicates=tuple(predicates))


def _pieces(marked: str) -> Iterator[tuple[str, str, str]]:
    at = 0
    for found in _MARK.finditer(marked):
        yield marked[at : found.start()], found["words"], found["value"]
        at = found.end()
    yield marked[at:], "", ""
