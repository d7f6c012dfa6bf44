"""Whom mentions stand for: cases written for this project, half of them never tuned on; seconds."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from benchmarks.cases.gold import HALVES
from benchmarks.mentions import actor_at
from sayso.model import Span
from tests import factory

CASES = Path(__file__).parent.parent / "tests" / "cases" / "speakers.toml"
UNKNOWN = "unknown"


class Verdict(StrEnum):
    """How an answer stands to the expected name: a wrong name is worse than none."""

    RIGHT = "right"
    WRONG = "wrong"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A report with one mention in brackets, and the fullest name that the report gives it."""

    id: str
    half: str
    kind: str
    why: str
    text: tuple[str, ...]
    name: str
    headline: str | None = None
    outlet: str = "Example Post"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the program says of a case: `name` is "unknown" where it leaves the mention under its own words."""

    case: Case
    name: str
    verdict: Verdict

    def __str__(self) -> str:
        case = self.case
        return f"{case.half} {case.kind} {case.id}: {case.name!r}, not {self.name!r} ({case.why})"


def read_cases(path: Path = CASES) -> list[Case]:
    """The cases of both halves, in the order of the file."""
    tables: dict[str, list[dict[str, Any]]] = tomllib.loads(path.read_text(encoding="utf8"))
    return [Case(half=half, **row | {"text": tuple(row["text"])}) for half in HALVES for row in tables[half]]


def answer(case: Case) -> Answer:
    """Ask the product's own steps whom the bracketed mention stands for."""
    blocks = "\n\n".join(filter(None, (case.headline, *case.text)))
    span = Span(blocks.index("["), blocks.index("]") - 1)
    report = factory.report(
        *map(_bare, case.text), headline=_bare(case.headline) if case.headline else None, outlet=case.outlet
    )
    actor = actor_at(report, span)
    name = actor.name if actor else UNKNOWN
    own = _plain(name) in _plain(report.text[slice(*span)])
    right = _plain(name).startswith(_plain(case.name))
    name = UNKNOWN if own and not right else name
    if right or name == case.name:
        return Answer(case=case, name=name, verdict=Verdict.RIGHT)
    return Answer(case=case, name=name, verdict=Verdict.UNKNOWN if name == UNKNOWN else Verdict.WRONG)


def answers(cases: Iterable[Case]) -> list[Answer]:
    """The program's answer to each case."""
    return [answer(case) for case in cases]


def counts(told: Sequence[Answer], half: str) -> Mapping[Verdict, int]:
    """How many answers of a half are right, wrong and unknown."""
    return Counter(each.verdict for each in told if each.case.half == half)


def table(told: Sequence[Answer]) -> list[str]:
    """A line for each kind and one for all: right, wrong and unknown, of the open and of the held half."""
    kinds = dict.fromkeys(each.case.kind for each in told)
    lines = [_row(kind, [each for each in told if each.case.kind == kind]) for kind in kinds]
    return [f"{'':14} open: right wrong unknown   held: right wrong unknown", *lines, _row("all", told)]


def _row(name: str, told: Sequence[Answer]) -> str:
    open_, held = (counts(told, half) for half in HALVES)
    cells = [[half[verdict] for verdict in Verdict] for half in (open_, held)]
    return (
        f"{name:14}" + "".join(f"       {right:5} {wrong:5} {unknown:7}  " for right, wrong, unknown in cells).rstrip()
    )


def _bare(text: str) -> str:
    return re.sub(r"[\[\]]", "", text)


def _plain(name: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", name.casefold().replace("’", "'"))
