"""What the product makes of the written cases of meaning, against what it should: seconds, and part of the gate.

Factuality: a predicate is right where its degree lies nearest to the value it should have. Realis: the statement's.
Stance: all that others take on a statement, by actor, certainty and polarity.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from benchmarks.cases.gold import HALVES, half_of
from benchmarks.heads import told_ways
from benchmarks.meaning.sentences import DEGREES, FOLDER, read_sentences
from benchmarks.rows import table_rows
from sayso.extract.factuality.step import weigh_factuality
from sayso.extract.realis import tell_realis
from sayso.extract.stances import take_stances
from sayso.model import Stance
from tests.extract.marked import draft_of


class Task(StrEnum):
    """What is measured."""

    FACTUALITY = "factuality"
    REALIS = "realis"
    STANCE = "stance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One answer beside what it should be; `degrees` are those of a predicate."""

    kind: str
    half: str
    wanted: str
    found: str
    words: str
    degrees: tuple[float, float] | None = None

    @property
    def right(self) -> bool:
        """Whether it is what it should be."""
        return self.found == self.wanted


def verdicts(task: Task) -> list[Verdict]:
    """All cases of a task, in order."""
    return list({Task.FACTUALITY: _degrees, Task.REALIS: _realis, Task.STANCE: _stances}[task]())


def _degrees() -> Iterator[Verdict]:
    for sentence in read_sentences():
        ways = told_ways(sentence.text, (span for span, _ in sentence.predicates))
        for (span, wanted), (said, *_) in zip(sentence.predicates, ways, strict=True):
            text = sentence.text
            yield Verdict(
                kind=sentence.kind,
                half=sentence.half,
                wanted=_value(wanted),
                found=_value(said),
                words=f"{text[: span.start]}[{text[slice(*span)]}]{text[span.end :]}",
                degrees=(wanted, said),
            )


def _value(degree: float) -> str:
    return min(DEGREES, key=lambda value: abs(DEGREES[value] - degree))


def _realis() -> Iterator[Verdict]:
    for kind, marked, wanted, _ in table_rows(FOLDER / "realis.tsv"):
        (statement,) = tell_realis(weigh_factuality(draft_of(marked))).statements
        yield Verdict(kind=kind, half=half_of(marked), wanted=wanted, found=statement.realis, words=marked)


def _stances() -> Iterator[Verdict]:
    for kind, marked, wanted, _ in table_rows(FOLDER / "stance.tsv"):
        (statement,) = take_stances(draft_of(marked)).statements
        found = sorted(_shown(stance) for stance in statement.stances)
        wants = ";".join(sorted(filter(None, wanted.casefold().split(";"))))
        yield Verdict(kind=kind, half=half_of(marked), wanted=wants, found=";".join(found), words=marked)


def _shown(stance: Stance) -> str:
    return f"{stance.actor.name} {stance.certainty} {stance.polarity}".casefold()


def table(told: Sequence[Verdict]) -> Iterator[str]:
    """Lines for people: right of all, by kind and half."""
    yield f"| kind | {' | '.join(HALVES)} |"
    yield "|---|---|---|"
    for kind in (*dict.fromkeys(one.kind for one in told), "all"):
        cells = []
        for half in HALVES:
            chosen = [one.right for one in told if one.half == half and kind in {one.kind, "all"}]
            cells.append(f"{sum(chosen)} of {len(chosen)}")
        yield f"| {kind} | {' | '.join(cells)} |"


def figures(task: Task, told: Sequence[Verdict]) -> dict[str, float]:
    """The figures that have floors, by half: percent right; of degrees also Pearson's r, in percent."""
    out = {}
    for half in HALVES:
        chosen = [one for one in told if one.half == half]
        out[f"{task}_{half}"] = round(100 * sum(one.right for one in chosen) / len(chosen), 1)
        degrees = np.array([one.degrees for one in chosen if one.degrees is not None])
        if len(degrees):
            out[f"{task}_{half}_r"] = round(100 * float(np.corrcoef(degrees.T)[0, 1]), 1)
    return out
