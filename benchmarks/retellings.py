"""`python -m benchmarks retellings`: who has it from whom, and what changed, in pairs and triples of short reports.

`tests/cases/retellings/KIND.toml` holds them with the reason for each; `unnamed.toml` explains the fields. Half of the
cases are never tuned on. What brings reports together in a large ledger is not measured
here: all of a case are compared.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Annotated, Any

import typer

from benchmarks.cases.gold import HALVES, half_of, located
from benchmarks.floors import Figures, beside, floors, refuse, too_low
from benchmarks.rows import article_report
from benchmarks.storylines.counts import Count
from sayso.extract.encoding.meanings import meanings
from sayso.extract.pipeline import extract_all
from sayso.link.claims import make_claim
from sayso.link.cluster import clusters
from sayso.link.pairs import side
from sayso.link.relate import relate, within
from sayso.model import Claim, Drift, Report, Span, hull

FOLDER = Path(__file__).parent.parent / "tests" / "cases" / "retellings"
NAMES = ("derivations_f1", "drifts_f1", "origins_least")

Way = tuple[int, int]  # a report and the one that it draws on, by place in the case


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a statement stands: the report, by its place in the case, and the words."""

    report: int
    span: Span

    def meets(self, other: Place) -> bool:
        """Whether the words of both overlap."""
        return self.report == other.report and self.span.overlaps(other.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A drift between two places."""

    kind: str
    to: Place
    from_: Place

    def meets(self, other: Change) -> bool:
        """Whether both are one change: one end the statement meant, the other at least in its report."""
        way, others = (self.to.report, self.from_.report), (other.to.report, other.from_.report)
        ends = self.to.meets(other.to) or self.from_.meets(other.from_)
        return self.kind == other.kind and way == others and ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Reports, oldest first, with what should be found between them; `open` are drifts that count neither way."""

    id: str
    kind: str
    why: str
    reports: tuple[Report, ...]
    derives: tuple[Way, ...]
    drifts: tuple[Change, ...]
    open: tuple[Change, ...]
    claim: tuple[Place, ...]
    origins: tuple[int, int]

    @property
    def half(self) -> str:
        """Which half the case is in, by a hash of kind and name: no rule is made by looking at the held one."""
        return half_of(f"{self.kind} {self.id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of a case: its counts by the names of the figures, and what was wrong."""

    case: Case
    counts: Mapping[str, Count]
    misses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the program makes of a case."""

    derives: frozenset[Way]
    drifts: tuple[Change, ...]
    claims: tuple[tuple[Claim, tuple[Place, ...]], ...]


def read_cases(folder: Path = FOLDER) -> list[Case]:
    """All cases of `folder`, in order; raises ValueError where words do not stand in their report."""
    return [
        _case(path.stem, row)
        for path in sorted(folder.glob("*.toml"))
        for row in tomllib.loads(path.read_text(encoding="utf8"))["case"]
    ]


def verdicts(cases: Sequence[Case]) -> list[Verdict]:
    """What the extractor and the linker make of each case."""
    return [judged(case, answer_of(case.reports)) for case in cases]


def answer_of(reports: Sequence[Report]) -> Answer:
    """Extract and link `reports`, each compared with each."""
    read = [report for report, _ in extract_all(reports)]
    told = {s.id: s for report in read for s in report.statements}
    vectors = dict(zip(told, meanings(s.content.text for s in told.values()), strict=True))
    sides = [side(report, vectors) for report in read]
    related = [*map(within, sides), *(relate(a, b) for a, b in combinations(sides, 2))]
    derivations = [d for one in related for d in one.derivations]
    appearing = {f.appearance.statement.id: f.appearance for one in sides for f in one.statements}
    number = {report.id: i for i, report in enumerate(read)}
    places = {
        name: Place(report=number[a.report], span=hull(a.statement.content.spans)) for name, a in appearing.items()
    }
    claims = [
        make_claim((appearing[s] for s in group), derivations)
        for group in clusters(told, [link for one in related for link in one.same])
    ]
    return Answer(
        derives=frozenset((number[d.report], number[d.from_]) for d in derivations),
        drifts=tuple(_change(d, places) for one in related for d in one.drifts),
        claims=tuple((claim, tuple(places[s] for s in claim.statements)) for claim in claims),
    )


def _change(drift: Drift, places: Mapping[str, Place]) -> Change:
    return Change(kind=str(drift.kind), to=places[drift.to], from_=places[drift.from_])


def judged(case: Case, answer: Answer) -> Verdict:
    """A case beside its answer."""
    spare = _once(d for d in answer.drifts if not any(d.meets(one) for one in (*case.drifts, *case.open)))
    hit = [d for d in case.drifts if any(d.meets(one) for one in answer.drifts)]
    wanted = set(case.derives)
    claim = _asked(case, answer)
    least = claim is not None and claim.independent_origins.min == case.origins[0]
    misses = [
        *(f"derivation not found: {_way(one)}" for one in case.derives if one not in answer.derives),
        *(f"no derivation: {_way(one)}" for one in sorted(answer.derives - wanted)),
        *(f"drift not found: {_shown(one, case)}" for one in case.drifts if one not in hit),
        *(f"no drift: {_shown(one, case)}" for one in spare),
        *(() if least else (f"origins {case.origins}, not {claim and claim.independent_origins}",)),
    ]
    counts = (
        Count(right=len(wanted & answer.derives), wanted=len(wanted), told=len(answer.derives)),
        Count(right=len(hit), wanted=len(case.drifts), told=len(hit) + len(spare)),
        Count(right=int(least), wanted=1, told=1),
    )
    return Verdict(case=case, counts=dict(zip(NAMES, counts, strict=True)), misses=tuple(misses))


def _once(changes: Iterable[Change]) -> list[Change]:
    out: list[Change] = []
    for change in changes:
        if not any(change.meets(other) for other in out):
            out.append(change)
    return out


def _asked(case: Case, answer: Answer) -> Claim | None:
    """The claim that holds most of the places of the case's main claim, the first of equals."""
    shares = [(sum(any(one.meets(p) for p in places) for one in case.claim), claim) for claim, places in answer.claims]
    most = max((share for share, _ in shares), default=0)
    return next((claim for share, claim in shares if share == most), None) if most else None


def figures(told: Sequence[Verdict]) -> Figures:
    """The figures that have floors, in percent, by half."""
    return {
        f"{half}_{name}": _sum([v for v in told if v.case.half == half], name).f1 or 0.0
        for half in HALVES
        for name in NAMES
    }


def _sum(told: Sequence[Verdict], name: str) -> Count:
    return sum((v.counts[name] for v in told), Count())


def table(told: Sequence[Verdict]) -> list[str]:
    """A line for each kind of case and figure: right, wanted and told, of the open and of the held half."""
    kinds = dict.fromkeys(v.case.kind for v in told)
    rows = [(kind, [v for v in told if v.case.kind == kind]) for kind in kinds]
    return [
        f"{'':24} open: right wanted told   held: right wanted told",
        *(_row(kind, name, some) for kind, some in (*rows, ("all", told)) for name in NAMES),
    ]


def _row(kind: str, name: str, told: Sequence[Verdict]) -> str:
    cells = ""
    for half in HALVES:
        count = _sum([v for v in told if v.case.half == half], name)
        cells += f"       {count.right:5} {count.wanted:6} {count.told:4}  "
    return f"{kind:8} {name:15}{cells}".rstrip()


def retellings(
    misses: Annotated[bool, typer.Option("--misses", help="list what was wrong in the open half")] = False,
) -> None:
    """Measure derivations, drifts and origins in short retellings; exit with 1 where a figure is below its floor."""
    told = verdicts(read_cases())
    found, least = figures(told), floors("retellings")
    print(*table(told), *beside(found, least), sep="\n")
    for one in told if misses else ():
        for miss in one.misses if one.case.half == HALVES[0] else ():
            print(f"{one.case.kind} {one.case.id}: {miss}")
    refuse(too_low(found, least))


def _case(kind: str, row: Mapping[str, Any]) -> Case:
    reports = tuple(_report(f"{row['id']}-{i}", one) for i, one in enumerate(row["report"]))
    least, most = row["origins"]
    return Case(
        id=row["id"],
        kind=kind,
        why=row["why"],
        reports=reports,
        derives=tuple(_ends(one) for one in row.get("derives", ())),
        drifts=tuple(_wanted(one, reports) for one in row.get("drifts", ())),
        open=tuple(_wanted(one, reports) for one in row.get("open", ())),
        claim=tuple(_place(one, reports) for one in row["claim"]),
        origins=(least, most),
    )


def _report(name: str, row: Mapping[str, Any]) -> Report:
    return article_report({**row, "id": name, "text": f"{row['title']}\n\n{row['text'].strip()}\n"})


def _ends(words: str) -> Way:
    """The places of the reports of "B < A"."""
    to, from_ = (ord(letter) - ord("A") for letter in re.findall(r"[A-Z]", words))
    return to, from_


def _wanted(row: Mapping[str, str], reports: Sequence[Report]) -> Change:
    return Change(kind=row["kind"], to=_place(row["to"], reports), from_=_place(row["from"], reports))


def _place(words: str, reports: Sequence[Report]) -> Place:
    """Where "A: some words" stands in the case's first report."""
    letter, _, told = words.partition(": ")
    number = ord(letter) - ord("A")
    return Place(report=number, span=hull(located(reports[number].text, told)))


def _way(one: Way) -> str:
    return " < ".join(chr(ord("A") + number) for number in one)


def _shown(one: Change, case: Case) -> str:
    to, from_ = (f"{case.reports[p.report].text[slice(*p.span)][:60]!r}" for p in (one.to, one.from_))
    return f"{one.kind} {_way((one.to.report, one.from_.report))} {from_} to {to}"
