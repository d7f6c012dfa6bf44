"""What somebody does to somebody in sentences written for this project: roots and codes that come out right; seconds.

`tests/cases/events/roots.tsv` says what the columns mean. The sentences were written before the program was asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.cases.gold import HALVES, half_of
from benchmarks.meaning.measure import Verdict
from benchmarks.predict import parsed_text
from benchmarks.rows import table_rows
from sayso.extract.encoding.encoder import encode
from sayso.extract.events.step import event_between
from sayso.model import Span

CASES = Path(__file__).parent.parent / "tests" / "cases" / "events" / "roots.tsv"
_MARK = re.compile(r"\{(?P<actor>[^}]*)\}|\[(?P<recipient>[^\]]*)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with who does it and to whom, and the code of what is done."""

    text: str
    marked: str
    actor: Span | None
    recipient: Span | None
    plover: str
    cameo: str
    why: str

    @property
    def half(self) -> str:
        """Open or held out, by a hash of the marked text."""
        return half_of(self.marked)


def read_sentences(path: Path = CASES) -> list[Sentence]:
    """The sentences of a file, in order."""
    return [_sentence(*row) for row in table_rows(path)]


def _sentence(marked: str, plover: str, cameo: str, why: str) -> Sentence:
    text, at = "", 0
    spans: dict[str, Span] = {}
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        role = str(found.lastgroup)
        spans[role] = Span(len(text), len(text) + len(found[role]))
        text += found[role]
        at = found.end()
    return Sentence(
        text=text + marked[at:],
        marked=marked,
        actor=spans.get("actor"),
        recipient=spans.get("recipient"),
        plover=plover,
        cameo=cameo,
        why=why,
    )


def verdicts() -> list[Verdict]:
    """The root of each sentence beside what it should be; `kind` is the root, and "code" where the root is right."""
    return [verdict for sentence in read_sentences() for verdict in _verdicts(sentence)]


def _verdicts(sentence: Sentence) -> Iterator[Verdict]:
    parsed = parsed_text(sentence.text)
    found = event_between(parsed.passages[0], encode(parsed), sentence.actor, sentence.recipient)
    plover, cameo = (found.plover, found.cameo) if found else ("none", "none")
    yield _verdict(sentence, sentence.plover, (sentence.plover, plover))
    if plover == sentence.plover:
        yield _verdict(sentence, "code", (sentence.cameo, cameo))


def _verdict(sentence: Sentence, kind: str, answers: tuple[str, str]) -> Verdict:
    wanted, found = answers
    return Verdict(kind=kind, half=sentence.half, wanted=wanted, found=found, words=sentence.marked)


def figures(told: Sequence[Verdict]) -> dict[str, float]:
    """The figures that have floors, in percent, by half: roots right, and codes right of those."""
    out = {}
    for half in HALVES:
        for name, codes in (("roots", False), ("codes", True)):
            chosen = [one.right for one in told if one.half == half and (one.kind == "code") is codes]
            out[f"{half}_{name}_right"] = round(100 * sum(chosen) / len(chosen), 1)
    return out
