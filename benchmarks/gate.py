"""The quality gate: figures on the samples, each with a floor; seconds, and run by CI.

Gold is `gate/*.tsv`, the samples annotated by the project's rules. The gold names the statements that matter, not all,
so there is a recall of statements and no precision.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from benchmarks.ledgers import ledger_of
from sayso.export.document import Ledger
from sayso.model import Report, Span, Spans, Statement, overlap

HERE = Path(__file__).parent / "gate"
SAMPLES = Path(__file__).parent.parent / "samples"
SAME = 0.6  # shared code points over all code points from which two contents are the same statement


def gold(name: str) -> list[dict[str, str]]:
    """The rows of a gold table; lines with `#` are comments."""
    with (HERE / name).open(encoding="utf8", newline="") as lines:
        rows = (line for line in lines if not line.startswith("#"))
        return list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A gold statement and the one of ours that matches it."""

    gold: Mapping[str, str]
    statement: Statement
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure in percent, and what was wrong, a line each."""

    percent: float
    misses: tuple[str, ...]


def measure() -> dict[str, Figure]:
    """Read the samples into a fresh ledger and compare them with the gold."""
    ledger = ledger_of([SAMPLES.as_posix()])
    reports = {Path(r.uri).relative_to(SAMPLES.as_posix()).as_posix(): r for r in ledger.reports}
    pages, statements = gold("reports.tsv"), gold("statements.tsv")
    found = list(_found(statements, reports))
    names = {report.id: name for name, report in reports.items()}
    matched = {id(f.gold) for f in found}
    return {
        "page_cells": _share(answer for page in pages for answer in _cells(page, reports[page["file"]])),
        "statements_found": _share((f"{row['file']}: {row['content']}", id(row) in matched) for row in statements),
        "origin": _share(map(_origin, found)),
        "certainty": _share(_field(f, "certainty", f.statement.factuality.certainty) for f in found),
        "polarity": _share(_field(f, "polarity", f.statement.factuality.polarity) for f in found),
        "realis": _share(_field(f, "realis", f.statement.realis) for f in found),
        "same_claim_f1": _same_claim(found, ledger),
        "derivations_f1": _f1(
            {f"{d['file']} from {d['from']}" for d in gold("derivations.tsv")},
            {f"{names[d.report]} from {names[d.from_]}" for d in ledger.derivations},
        ),
        "drifts_f1": _drifts(found, ledger, names),
    }


Answer = tuple[str, bool]  # what was asked and answered, and whether the answer is right


def _share(answers: Iterable[Answer]) -> Figure:
    told = list(answers)
    right = sum(correct for _, correct in told)
    return Figure(percent=100 * right / len(told), misses=tuple(what for what, correct in told if not correct))


def _f1(wanted: AbstractSet[str], ours: AbstractSet[str]) -> Figure:
    percent = 200 * len(wanted & ours) / max(1, len(wanted) + len(ours))
    missing = [f"missing: {what}" for what in sorted(wanted - ours)]
    return Figure(percent=percent, misses=(*missing, *(f"too much: {what}" for what in sorted(ours - wanted))))


def _cells(page: Mapping[str, str], report: Report) -> Iterator[Answer]:
    told = {name: getattr(report, name) or "" for name in ("outlet", "published", "updated", "title")}
    for name, value in (told | {"bylines": "; ".join(report.bylines)}).items():
        yield f"{page['file']}: {name} {page[name]!r}, not {value!r}", value == page[name]


def _found(rows: Iterable[Mapping[str, str]], reports: Mapping[str, Report]) -> Iterator[Found]:
    taken: set[str] = set()
    for row in rows:
        report = reports[row["file"]]
        best = max(
            (
                (_likeness(statement, spans), statement)
                for statement in report.statements
                for spans in _places(row, report)
            ),
            key=lambda pair: (pair[0], pair[1].id not in taken),
            default=None,
        )
        if best and best[0] >= SAME and best[1].id not in taken:
            taken.add(best[1].id)
            yield Found(gold=row, statement=best[1], report=report)


def _places(row: Mapping[str, str], report: Report) -> Iterator[Spans]:
    start = report.text.find(row["content"])
    while start >= 0:
        yield (Span(start, start + len(row["content"])),)
        start = report.text.find(row["content"], start + 1)


def _likeness(statement: Statement, spans: Spans) -> float:
    shared = overlap(statement.content.spans, spans)
    return shared / (sum(e - s for s, e in (*statement.content.spans, *spans)) - shared)


def _origin(found: Found) -> Answer:
    wanted, origin = found.gold["origin"], found.statement.origin
    told = origin.name if origin else "-"
    return f"{_where(found)}: {wanted!r}, not {told!r}", _plain(told) == _plain(wanted)


def _field(found: Found, name: str, value: str) -> Answer:
    return f"{_where(found)}: {found.gold[name]}, not {value}", value == found.gold[name]


def _where(found: Found) -> str:
    return f"{found.gold['file']}: {found.gold['content'][:60]}"


def _plain(name: str) -> str:
    return name.casefold().replace("’", "'").removeprefix("the ")


def _same_claim(found: list[Found], ledger: Ledger) -> Figure:
    """F1 over the pairs of found statements that are of one claim."""
    of = {statement: claim.id for claim in ledger.claims for statement in claim.statements}
    pairs = [(f"{_where(a)} | {_where(b)}", a, b) for a, b in combinations(found, 2)]
    wanted = {name for name, a, b in pairs if a.gold["claim"] == b.gold["claim"]}
    return _f1(wanted, {name for name, a, b in pairs if of[a.statement.id] == of[b.statement.id]})


def _drifts(found: list[Found], ledger: Ledger, names: Mapping[str, str]) -> Figure:
    """F1 over drifts from report to report; those from an article to its own headline are not annotated."""
    home = {s.id: names[r.id] for r in ledger.reports for s in r.statements}
    claim = {f.statement.id: f.gold["claim"] for f in found}
    wanted = {f"{d['file']} from {d['from']}: {d['claim']} {d['kind']}" for d in gold("drifts.tsv")}
    ours = {
        f"{home[d.to]} from {home[d.from_]}: {claim.get(d.to, d.to)} {d.kind}"
        for d in ledger.drifts
        if home[d.to] != home[d.from_]
    }
    return _f1(wanted, ours)
