"""`python -m benchmarks origins`: who said what in short whole reports, half of which are never tuned on.

`tests/cases/origins/STYLE.toml` holds the reports, with every statement marked in the text: `[a: words]` is said by
source `a`, `[: words]` by the outlet itself, and `[a1: …] … [a1: …]` are pieces of one. A source is its fullest name,
or a chain of names, innermost first. A statement is found, and its origin right, as in the storylines
(`benchmarks/storylines/README.md`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from benchmarks.cases.gold import HALVES, half_of
from benchmarks.floors import Figures, beside, floors, refuse, too_low
from benchmarks.rows import article_report
from benchmarks.storylines.align import SAME, likeness
from benchmarks.storylines.names import same_origin
from benchmarks.storylines.pages import Places, words_of
from sayso.extract.pipeline import extract_all
from sayso.model import Report, Statement

FOLDER = Path(__file__).parent.parent / "tests" / "cases" / "origins"
OUTLET = "outlet"
_MARK = re.compile(r"\[([a-z]?)(\d*): ([^\]]*)\]")

Chain = tuple[str, ...]  # sources, innermost first; empty: the outlet


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement as it is marked: the words of the report that it stands in, by position, and whose it is."""

    words: str
    places: Places
    chain: Chain


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A report with its statements."""

    id: str
    style: str
    report: Report
    said: tuple[Said, ...]

    @property
    def half(self) -> str:
        """Which half the report is in, by a hash of style and name: no rule is made by looking at the held one."""
        return half_of(f"{self.style} {self.id}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of a marked statement: the chain that was told for it, None where it was not found."""

    case: Case
    said: Said
    told: Chain | None

    @property
    def right(self) -> bool:
        """Whether it was found with the right origin."""
        return self.told is not None and same_origin(self.told, self.said.chain)

    def __str__(self) -> str:
        found = "not found" if self.told is None else f"{' < '.join(self.told) or OUTLET}"
        return f"{self.case.id}: {found}, not {' < '.join(self.said.chain) or OUTLET}: {self.said.words}"


def read_cases(folder: Path = FOLDER) -> list[Case]:
    """All reports of `folder`, in order; raises KeyError where a mark names a source that the case does not."""
    return [
        _case(path.stem, row)
        for path in sorted(folder.glob("*.toml"))
        for row in tomllib.loads(path.read_text(encoding="utf8"))["case"]
    ]


def verdicts(cases: Sequence[Case]) -> list[Verdict]:
    """What the whole pipeline makes of each marked statement."""
    reports = extract_all(case.report for case in cases)
    return [one for case, (report, _) in zip(cases, reports, strict=True) for one in judged(case, report)]


def judged(case: Case, report: Report) -> list[Verdict]:
    """The marked statements of a case beside those of `report`: best pairs first, each statement once."""
    names = {a.id: a.source.actor.name for a in report.attributions if a.source}
    found = [_places(report.text, statement) for statement in report.statements]
    shares = sorted(
        (-share, i, j)
        for i, said in enumerate(case.said)
        for j, places in enumerate(found)
        if (share := likeness(said.places, places)) >= SAME
    )
    pairs: dict[int, int] = {}
    for _, i, j in shares:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    chains = [tuple(names[link] for link in s.chain if link in names) for s in report.statements]
    return [
        Verdict(case=case, said=said, told=chains[pairs[i]] if i in pairs else None) for i, said in enumerate(case.said)
    ]


def figures(told: Sequence[Verdict]) -> Figures:
    """The figures that have floors, in percent, by half."""
    return {
        f"{half}_{name}": _percent([v for v in told if v.case.half == half], name)
        for half in HALVES
        for name in ("found", "origins", "origins_of_found")
    }


def _percent(told: Sequence[Verdict], name: str) -> float:
    found = [v for v in told if v.told is not None]
    counted = found if name == "found" else [v for v in told if v.right]
    return 100 * len(counted) / max(len(found if name == "origins_of_found" else told), 1)


def table(told: Sequence[Verdict]) -> list[str]:
    """A line for each style: statements, found, with the right origin, of the open and of the held half."""
    styles = dict.fromkeys(v.case.style for v in told)
    return [
        f"{'':14} open: marked found right   held: marked found right",
        *(_row(style, [v for v in told if v.case.style == style]) for style in styles),
        _row("all", told),
    ]


def _row(name: str, told: Sequence[Verdict]) -> str:
    cells = ""
    for half in HALVES:
        of_half = [v for v in told if v.case.half == half]
        found = [v for v in of_half if v.told is not None]
        cells += f"       {len(of_half):6} {len(found):5} {sum(v.right for v in of_half):5}  "
    return f"{name:14}{cells}".rstrip()


def origins(
    misses: Annotated[bool, typer.Option("--misses", help="list what was wrong in the open half")] = False,
) -> None:
    """Measure origins in the marked reports; exit with 1 where a figure is below its floor."""
    told = verdicts(read_cases())
    found, least = figures(told), floors("origins")
    print(*table(told), *beside(found, least), sep="\n")
    for one in told if misses else ():
        if one.case.half == HALVES[0] and not one.right:
            print(one)
    refuse(too_low(found, least))


def _case(style: str, row: Mapping[str, Any]) -> Case:
    marked = f"{row['title']}\n\n{row['text'].strip()}\n"
    text, title = _MARK.sub(r"\3", marked), _MARK.sub(r"\3", row["title"])
    report = article_report({**row, "text": text, "title": title})
    sources: dict[str, Chain] = {
        key: (names,) if isinstance(names, str) else tuple(names) for key, names in row.get("sources", {}).items()
    } | {"": ()}
    return Case(id=row["id"], style=style, report=report, said=tuple(_said(marked, sources)))


def _said(marked: str, sources: Mapping[str, Chain]) -> Iterator[Said]:
    pieces: dict[tuple[str, str | int], list[re.Match[str]]] = {}
    for mark in _MARK.finditer(marked):
        source, number, _ = mark.groups()
        pieces.setdefault((source, number or mark.start()), []).append(mark)
    for (source, _), marks in pieces.items():
        places: Places = frozenset().union(*(_range(marked, mark) for mark in marks))
        yield Said(words=" / ".join(mark[3] for mark in marks), places=places, chain=sources[source])


def _range(marked: str, mark: re.Match[str]) -> range:
    start = len(words_of(_MARK.sub(r"\3", marked[: mark.start()])))
    return range(start, start + len(words_of(mark[3])))


def _places(text: str, statement: Statement) -> Places:
    """The positions of a statement's words among those of the report."""
    spans = statement.content.spans
    starts = [len(words_of(text[: span.start])) for span in spans]
    return frozenset(
        at
        for start, span in zip(starts, spans, strict=True)
        for at in range(start, start + len(words_of(text[slice(*span)])))
    )
