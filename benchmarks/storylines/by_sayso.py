"""What sayso makes of a storyline: its pages read into a fresh ledger by the workflow that a user calls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from benchmarks.ledgers import ledger_of
from benchmarks.storylines.answers import Answer, ToldClaim, ToldDerivation, ToldDrift, ToldStatement
from benchmarks.storylines.gold import Storyline
from benchmarks.storylines.pages import Page, places, words_of
from sayso.export.document import Ledger
from sayso.model import Report, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The answer, and the reports that it was made of, by their files."""

    answer: Answer
    reports: Mapping[str, Report]


def reading(storyline: Storyline) -> Reading:
    """Read a storyline's pages in the order of their names."""
    pages = [(storyline.folder / report.file).as_posix() for report in storyline.gold.report]
    ledger = ledger_of(sorted(pages))
    reports = {PurePosixPath(report.uri).name: report for report in ledger.reports}
    return Reading(answer=answer_of(ledger), reports=reports)


def answer_of(ledger: Ledger) -> Answer:
    """A ledger in the form of the test set; reports are named by the last part of their address."""
    files = {report.id: PurePosixPath(report.uri).name for report in ledger.reports}
    return Answer(
        statements=tuple(told for report in ledger.reports for told in _statements(report)),
        claims=tuple(
            ToldClaim(
                statements=claim.statements,
                origins_min=claim.independent_origins.min,
                origins_max=claim.independent_origins.max,
                contested=claim.contested,
            )
            for claim in ledger.claims
        ),
        derivations=tuple(
            ToldDerivation(report=files[d.report], from_=files[d.from_], kind=str(d.kind)) for d in ledger.derivations
        ),
        drifts=tuple(ToldDrift(to=d.to, from_=d.from_, kind=str(d.kind)) for d in ledger.drifts),
    )


def _statements(report: Report) -> list[ToldStatement]:
    page = Page(text=report.text, words=words_of(report.text))
    names = {a.id: a.source.actor.name for a in report.attributions if a.source}
    return [_statement(statement, report, page, names) for statement in report.statements]


def _statement(statement: Statement, report: Report, page: Page, names: Mapping[str, str]) -> ToldStatement:
    pieces = tuple(report.text[slice(*span)] for span in statement.content.spans)
    return ToldStatement(
        id=statement.id,
        report=PurePosixPath(report.uri).name,
        words=pieces,
        nth=_nth(page, pieces, statement.content.spans[0].start),
        chain=tuple(names[link] for link in statement.chain if link in names),
        certainty=str(statement.factuality.certainty),
        polarity=str(statement.factuality.polarity),
        realis=str(statement.realis),
        time=statement.time.edtf if statement.time else "",
        quantities=tuple((q.min, q.max) for q in statement.quantities),
    )


def _nth(page: Page, pieces: tuple[str, ...], start: int) -> int | None:
    """Which of the places of these words begins at the code point `start`; None where they are no whole words."""
    before = len(words_of(page.text[:start]))
    found = [min(one) for one in places(page, pieces)]
    return found.index(before) if before in found else None
