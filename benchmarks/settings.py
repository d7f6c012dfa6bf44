"""Written cases of when, where and how many: which expressions are found, and what each is said to stand for.

`tests/cases/settings/KIND.tsv` holds sentences written for this project, each for one difficulty and with its reason.
An expression stands in `[words = value]`; what is not marked must not be found. Half of the rows, by a hash of the
text, are held out: no rule is made by looking at them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from benchmarks.cases.gold import HALVES, half_of
from benchmarks.rows import article_report
from sayso.extract.draft import Draft
from sayso.extract.parse import parse_all
from sayso.extract.places.gazetteer import kind_of
from sayso.extract.places.step import find_places
from sayso.extract.quantities.step import find_quantities
from sayso.extract.times.step import find_times
from sayso.model import Place, Quantity, Report, Span

FOLDER = Path(__file__).parent.parent / "tests" / "cases" / "settings"
PUBLISHED = "2024-03-14"
NEAR_DEGREES = 1.0  # about 100 km of latitude: the same place, told by another table of positions
_MARK = re.compile(r"\[([^]=]*) = ([^]]*)\]")


class Aspect(StrEnum):
    """What is measured."""

    TIME = "time"
    PLACE = "place"
    QUANTITY = "quantity"


FILES = {Aspect.TIME: "times.tsv", Aspect.PLACE: "places.tsv", Aspect.QUANTITY: "quantities.tsv"}
Told = Mapping[Span, str]  # the value of each expression, by its place


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A report with the expressions that are to be found in it."""

    sort: str
    why: str
    report: Report
    wanted: Told

    @property
    def half(self) -> str:
        """Which half the case is in."""
        return half_of(self.report.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A case with what was found: `misses` has a line for each expression that is missing, wrong or too much."""

    case: Case
    found: int
    right: int
    misses: tuple[str, ...]


def read_cases(aspect: Aspect) -> list[Case]:
    """The cases of a kind, in order."""
    lines = (FOLDER / FILES[aspect]).read_text(encoding="utf8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    names = next(rows)
    return [_case(dict(zip(names, row, strict=True))) for row in rows]


def _case(row: Mapping[str, str]) -> Case:
    text, wanted, last = "", {}, 0
    marked = row["text"].replace(" | ", "\n")
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        wanted[Span(len(text), len(text) + len(mark[1]))] = mark[2]
        text, last = text + mark[1], mark.end()
    text += marked[last:]
    published = {"": PUBLISHED, "-": None}.get(row.get("published", ""), row.get("published"))
    report = article_report({"id": row["why"], "text": text, "published": published, "outlet": row.get("outlet")})
    return Case(sort=row["kind"], why=row["why"], report=report, wanted=wanted)


def _times(draft: Draft) -> Told:
    return {time.span: f"{time.timex} {time.edtf or '-'}" for time in find_times(draft).times}


def _places(draft: Draft) -> Told:
    return {mention.span: _position(mention.place) for mention in find_places(draft).places}


def _position(place: Place) -> str:
    if place.lat is None:
        return "-"
    kind = kind_of(place.geonames_id) if place.geonames_id else "R"
    return f"{place.country or '-'} {place.lat} {place.lon} {kind}"


def _quantities(draft: Draft) -> Told:
    return {quantity.spans[0]: _shown(quantity) for quantity in find_quantities(find_times(draft)).quantities}


def _shown(quantity: Quantity) -> str:
    low, high = ("-" if number is None else f"{number:.10g}" for number in (quantity.min, quantity.max))
    return f"{low} {high} {quantity.of or '-'}"


FINDERS: Mapping[Aspect, Callable[[Draft], Told]] = {
    Aspect.TIME: _times,
    Aspect.PLACE: _places,
    Aspect.QUANTITY: _quantities,
}


def agrees(aspect: Aspect, wanted: str, told: str) -> bool:
    """Whether a value is the wanted one; positions may be `NEAR_DEGREES` apart, a kind that is not told may be any."""
    if aspect is not Aspect.PLACE or "-" in (wanted, told):
        return wanted == told
    (land, *position), (other, lat, lon, *kind) = wanted.split(), told.split()
    apart = (abs(float(a) - float(b)) for a, b in zip(position[:2], (lat, lon), strict=True))
    return land == other and max(apart) <= NEAR_DEGREES and position[2:] in ([], kind)


def answers(aspect: Aspect) -> list[Answer]:
    """The program's answer to each case of a kind."""
    cases = read_cases(aspect)
    parsed = parse_all(case.report for case in cases)
    return [answered(aspect, case, FINDERS[aspect](Draft(parsed=one))) for case, one in zip(cases, parsed, strict=True)]


def answered(aspect: Aspect, case: Case, found: Told) -> Answer:
    """What was found in a case, judged."""
    text = case.report.text
    right = [span for span, value in case.wanted.items() if span in found and agrees(aspect, value, found[span])]
    wrong = [f"{text[slice(*s)]!r}: {v}, not {found.get(s)}" for s, v in case.wanted.items() if s not in right]
    spare = [f"too much: {text[slice(*s)]!r}: {value}" for s, value in found.items() if s not in case.wanted]
    return Answer(case=case, found=len(found), right=len(right), misses=(*wrong, *spare))


def f1(told: Sequence[Answer]) -> float:
    """Harmonic mean of precision and recall of expressions with their values, in percent."""
    total = sum(answer.found + len(answer.case.wanted) for answer in told)
    return round(200 * sum(answer.right for answer in told) / total, 1) if total else 100.0


def table(told: Sequence[Answer]) -> Iterator[str]:
    """Lines for people: cases that are right as a whole, and F1 of expressions, by sort and half."""
    yield "| | " + " | ".join(f"{half}: cases | right | F1" for half in HALVES) + " |"
    yield "|---" * (1 + 3 * len(HALVES)) + "|"
    sorts = [(sort, list(some)) for sort, some in groupby(told, key=lambda answer: answer.case.sort)]
    for sort, some in [*sorts, ("all", list(told))]:
        halves = [[answer for answer in some if answer.case.half == half] for half in HALVES]
        cells = [f"{len(half)} | {sum(not answer.misses for answer in half)} | {f1(half)}" for half in halves]
        yield f"| {sort} | {' | '.join(cells)} |"


def figures(aspect: Aspect, told: Sequence[Answer]) -> dict[str, float]:
    """The figures that have floors, by half, in percent."""
    return {f"{aspect}_{half}_f1": f1([answer for answer in told if answer.case.half == half]) for half in HALVES}
