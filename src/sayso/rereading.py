"""Reading the kept reports again with a newer extractor: no judgement is lost, none is applied to other words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from sayso.errors import LedgerError
from sayso.extract.encoding.meanings import meanings
from sayso.extract.parallel import Extracted, Work, extract_in_order
from sayso.extract.statements.step import EXTRACTOR
from sayso.judging import show_again
from sayso.ledger import Store, View, Writer
from sayso.model import Drop, DropReason, Provenance, Report
from sayso.relinking import ensure_linked
from sayso.workflow import mean, statements_of

_NOBODY = Provenance(extractor="", score=0.0)


class Outcome(StrEnum):
    """What reading a report again led to."""

    CHANGED = "changed"
    SAME = "same"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What reading again did: `changed` reports have other statements or values than before, `same` have not, `skipped`
    had been read by this version, `failed` keep the reading they had. `reasons` counts what was left out.
    """

    producer: str
    changed: int
    same: int
    skipped: int
    failed: int
    reasons: Mapping[DropReason, int]


OnReport = Callable[[str, Outcome], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """An extractor: its name@version, and the function that finds the statements of a report."""

    producer: str = EXTRACTOR
    work: Work = statements_of


def reread(
    ledger: Store,
    reader: Reader = Reader(),
    *,
    again: bool = False,
    jobs: int = 1,
    on_report: OnReport = lambda _, __: None,
) -> Summary:
    """Read the current reports of a ledger again, those that `reader` has not read yet, or `again` all of them.

    Each report is one transaction; what the other versions read stays beside it.
    """
    ensure_linked(ledger, meanings)
    outcomes: Counter[Outcome] = Counter()
    reasons: Counter[DropReason] = Counter()

    def tell(uri: str, outcome: Outcome) -> None:
        outcomes[outcome] += 1
        on_report(uri, outcome)

    unread = _unread(ledger, reader.producer, again=again, skipped=lambda uri: tell(uri, Outcome.SKIPPED))
    for extracted in extract_in_order(unread, jobs=jobs, work=reader.work):
        reasons.update(drop.reason for drop in extracted.drops)
        tell(*_kept(extracted, reader.producer, ledger))
    return Summary(
        producer=reader.producer,
        changed=outcomes[Outcome.CHANGED],
        same=outcomes[Outcome.SAME],
        skipped=outcomes[Outcome.SKIPPED],
        failed=outcomes[Outcome.FAILED],
        reasons=dict(sorted(reasons.items())),
    )


def reread_one(ledger: Store, report: str, reader: Reader = Reader()) -> tuple[Outcome, tuple[Drop, ...]]:
    """Read one report again, whoever read it before, in one transaction; what that led to, and what was left out.

    `report` is the whole id. Raises LedgerError where the report has a newer version.
    """
    with ledger.view() as view:
        known = view.reading(report)
        newest = view.newest(report)
    if newest != report:
        raise LedgerError(f"report {report} has a newer version, {newest}: read that one")
    unread = replace(known, attributions=(), statements=())
    (extracted,) = extract_in_order([unread], work=reader.work)
    _, outcome = _kept(extracted, reader.producer, ledger)
    return outcome, extracted.drops


def _kept(extracted: Extracted, producer: str, ledger: Store) -> tuple[str, Outcome]:
    """Keep what came of reading one report again, in one transaction; the report's address, and what it led to."""
    with ledger.write() as writer:
        writer.drop(extracted.drops)
        if extracted.report is None:
            return extracted.drops[0].where, Outcome.FAILED
        return extracted.report.uri, take(extracted.report, producer, writer)


def take(read: Report, producer: str, writer: Writer) -> Outcome:
    """Keep what `producer` read in a known report as its reading in use, and show it after all judgements on it."""
    view = writer.view
    if view.newest(read.id) != read.id:
        return Outcome.SKIPPED
    before = view.reading(read.id)
    writer.keep_reading(before, _in_use(view, read.id))
    writer.keep_reading(read, producer)
    mean(read, writer)
    show_again(read.id, writer)
    return Outcome.SAME if _sayings(read) == _sayings(before) else Outcome.CHANGED


def _sayings(report: Report) -> tuple[object, ...]:
    """What a report says, without who read it."""
    return report.attributions, tuple(replace(s, provenance=_NOBODY) for s in report.statements)


def _unread(ledger: Store, producer: str, *, again: bool, skipped: Callable[[str], None]) -> Iterator[Report]:
    """The current reports, without what was found in them, that `producer` is to read."""
    with ledger.view() as view:
        current = [row.id for row in view.listing() if row.superseded_by is None]
    for report in current:
        with ledger.view() as view:
            known = view.reading(report)
            done = _in_use(view, report) == producer
        if done and not again:
            skipped(known.uri)
        else:
            yield replace(known, attributions=(), statements=())


def _in_use(view: View, report: str) -> str:
    return next(reading.producer for reading in view.readings(report) if reading.current)
