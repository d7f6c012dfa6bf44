"""Read, extract, store, link: the one place that joins the parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from sayso.errors import NotFoundError
from sayso.extract.encoding.meanings import meanings
from sayso.extract.parallel import Work, extract_in_order, extract_one
from sayso.intake import reading
from sayso.intake.exported import refuse_unsound
from sayso.intake.locate import expand
from sayso.intake.source import Exported, Item, Source
from sayso.judging import bond_again, show_again, take
from sayso.ledger import Added, Store, Writer
from sayso.link.incremental import link_report
from sayso.model import Drop, DropReason, Judgement, KeptReadings, Report
from sayso.relinking import OnStep, ensure_linked

LANGUAGES = frozenset({"en"})  # in which statements can be found so far

LONGEST = 100_000  # code points of an article in which statements are looked for; a long feature has 60,000

SINGLE = (".txt", ".text", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".eml")  # forms that hold one report

LISTED_DROPS = 1000  # how many drops a summary lists; the ledger lists them all


class Outcome(StrEnum):
    """What became of one input."""

    NEW = "new"
    VERSION = "version"
    KNOWN = "known"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What became of the report or input at `where`, and how many statements it gave; `report` is the report's id."""

    where: str
    outcome: Outcome
    statements: int = 0
    report: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a read did. `read` = `new` + `versions` + `known`. `statements` and `claims` are how many the ledger holds
    now, of current versions. `reasons` counts all drops of this read, `drops` lists the first `LISTED_DROPS` of them.
    """

    read: int
    new: int
    versions: int
    known: int
    statements: int
    claims: int
    reasons: Mapping[DropReason, int]
    drops: tuple[Drop, ...]


OnProgress = Callable[[Progress], None]
OnDrop = Callable[[Drop], None]


def statements_of(report: Report) -> tuple[Report, tuple[Drop, ...]]:
    """A report with its statements; one that is in a language not read yet, or too long to be one news item, stays
    without, and that is listed.
    """
    size = sum(span.end - span.start for span in report.body)
    if report.language not in LANGUAGES:
        detail = f"no statements are found in this language yet: {report.language}"
        return report, (Drop(reason=DropReason.LANGUAGE, where=report.uri, detail=detail),)
    if size > LONGEST:
        detail = f"an article of {size:,} characters; statements are looked for in up to {LONGEST:,}"
        return report, (Drop(reason=DropReason.TOO_LARGE, where=report.uri, detail=detail),)
    return extract_one(report)


def expected_reports(inputs: Iterable[str]) -> int | None:
    """How many reports `inputs` stand for, told by listing folders only; None where one of them may hold many."""
    count = 0
    for item in expand(inputs):
        if isinstance(item, Drop) or item.uri.lower().endswith(SINGLE):
            count += 1
        else:
            return None
    return count


def read(
    inputs: Iterable[str],
    ledger: Store,
    *,
    stdin: BinaryIO,
    jobs: int = 1,
    on_progress: OnProgress = lambda _: None,
    on_link: OnStep = lambda _: None,
) -> Summary:
    """Read the reports in `inputs` (files, folders, patterns, `-` for `stdin`, http addresses) into `ledger`, with
    `jobs` processes to extract, and link them.

    Each report is one transaction: a read that is cut off at any moment loses and doubles nothing, and the next one
    goes on where it stopped. Reports that are known are not extracted again. A ledger whose links are by another
    version is linked anew first, of which `on_link` hears step by step. Raises LedgerError where the ledger cannot be
    written to; an input that cannot be read is a drop in the summary.
    """
    items = _without(_files_of(ledger), reading.read(inputs, stdin=stdin))
    return read_items(items, ledger, jobs=jobs, on_progress=on_progress, on_link=on_link)


def _files_of(ledger: Store) -> frozenset[Path]:
    """The files of a ledger in a file: they lie in the folder that is read as often as not, and are no bad input."""
    return frozenset(Path(f"{ledger.name}{suffix}").resolve() for suffix in ("", "-wal", "-shm"))


def _without(files: frozenset[Path], items: Iterable[Item]) -> Iterator[Item]:
    return (item for item in items if not (isinstance(item, Drop) and Path(item.where).resolve() in files))


def read_given(data: bytes, uri: str, ledger: Store, *, on_progress: OnProgress = lambda _: None) -> Summary:
    """`read`, of what somebody sent; `uri` is where it is said to be from, and is never opened."""
    source = Source(uri=uri, stream=BytesIO(data), head=b"", size=len(data))
    return read_items(reading.read_source(source), ledger, on_progress=on_progress)


def read_items(
    items: Iterable[Item],
    ledger: Store,
    *,
    jobs: int = 1,
    on_progress: OnProgress = lambda _: None,
    on_link: OnStep = lambda _: None,
    work: Work = statements_of,
) -> Summary:
    """`read`, of reports that intake has already made; `work` finds their statements."""
    ensure_linked(ledger, meanings, on_step=on_link)
    tally = _Tally(ledger=ledger, on_progress=on_progress)
    for extracted in extract_in_order(_unknown(items, tally), jobs=jobs, work=work):
        if extracted.report is None:
            tally.dropped(extracted.drops)
        else:
            outcome = keep(extracted.report, extracted.drops, ledger)
            tally.stored(extracted.report, outcome, extracted.drops)
    return tally.summary()


def extract(
    inputs: Iterable[str], *, stdin: BinaryIO, jobs: int = 1, on_drop: OnDrop = lambda _: None
) -> Iterator[Report]:
    """The reports in `inputs` with their statements, in order, without a ledger; `on_drop` hears what was left out."""
    reports = _reports(reading.read(inputs, stdin=stdin), on_drop)
    for extracted in extract_in_order(reports, jobs=jobs, work=statements_of):
        for drop in extracted.drops:
            on_drop(drop)
        if extracted.report is not None:
            yield extracted.report


def _reports(items: Iterable[Item], on_drop: OnDrop) -> Iterator[Report]:
    for item in items:
        match item:
            case Drop():
                on_drop(item)
            case Exported(report=report):
                yield replace(report, attributions=(), statements=())
            case KeptReadings() | Judgement():
                pass  # of statements that are found anew
            case _:
                yield item


def _unknown(items: Iterable[Item], tally: _Tally) -> Iterator[Report]:
    """The reports that the ledger does not hold yet; those of an exported ledger are kept as they are, those it holds
    and what could not be read are only counted.
    """
    brought: set[str] = set()  # the reports of an exported ledger that were new
    for item in items:
        if isinstance(item, Drop):
            tally.dropped((item,))
            continue
        if isinstance(item, KeptReadings | Judgement):
            tally.judged(item, brought)
            continue
        report = item.report if isinstance(item, Exported) else item
        with tally.ledger.view() as view:
            known = view.holds(report.id)
        if known:
            tally.stored(report, Outcome.KNOWN)
        elif isinstance(item, Exported):
            tally.stored(report, keep(report, (), tally.ledger))
            brought.add(report.id)
        else:
            yield report


def keep(report: Report, drops: tuple[Drop, ...], ledger: Store) -> Outcome:
    """Keep and link one report, all in one transaction."""
    with ledger.write() as writer:
        added = writer.add(report)
        if added is None:
            return Outcome.KNOWN
        writer.drop(drops)
        mean(report, writer)
        _link(report, added, writer)
        if added.retired:
            bond_again(writer)  # judgements on words of the outdated version count no more
    return Outcome.VERSION if added.version else Outcome.NEW


def mean(report: Report, writer: Writer) -> None:
    """Keep the vectors of what a report's statements say, of those that have none yet: linking asks for them."""
    known = writer.view.meanings_of({statement.id for statement in report.statements})
    contents = {s.id: s.content.text for s in report.statements if s.id not in known}
    writer.mean(dict(zip(contents, meanings(contents.values()), strict=True)))


def keep_readings(kept: KeptReadings, ledger: Store) -> None:
    """Keep what was read elsewhere in a known report, and show what the reading in use says, all in one transaction.

    Raises ValueError where that does not stand in the report.
    """
    with ledger.write() as writer:
        report = writer.view.report(kept.report)
        for one in kept.readings:
            machine = replace(report, attributions=one.attributions, statements=one.statements)
            refuse_unsound(machine)
            mean(machine, writer)
            writer.keep_reading(machine, one.producer)
        show_again(report.id, writer)


def _link(report: Report, added: Added, writer: Writer) -> None:
    """Link the newest version of an article; an older one read late says nothing new, unless it shows that two known
    reports are versions of one article.
    """
    if added.current == report.id:
        writer.link(report.id, link_report(report, writer.view, added.retired))
    elif added.retired:
        newest = writer.view.report(added.current)
        writer.link(newest.id, link_report(newest, writer.view, added.retired))


@dataclass(slots=True, kw_only=True)
class _Tally:
    """What a read has done so far."""

    ledger: Store
    on_progress: OnProgress
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    reasons: Counter[DropReason] = field(default_factory=Counter)
    listed: list[Drop] = field(default_factory=list)

    def stored(self, report: Report, outcome: Outcome, drops: tuple[Drop, ...] = ()) -> None:
        """Count a report that the ledger holds now, with its drops."""
        self.outcomes[outcome] += 1
        if outcome is not Outcome.KNOWN:
            self._list(drops)
        told = Progress(where=report.uri, outcome=outcome, statements=len(report.statements), report=report.id)
        self.on_progress(told)

    def judged(self, item: KeptReadings | Judgement, brought: AbstractSet[str]) -> None:
        """Keep what an exported ledger tells of judgements: of readings, those of the reports that it `brought`."""
        try:
            if isinstance(item, Judgement):
                take(item, self.ledger)
            elif item.report in brought:
                keep_readings(item, self.ledger)
        except (NotFoundError, ValueError) as error:
            where = item.id if isinstance(item, Judgement) else item.report
            self.dropped((Drop(reason=DropReason.UNREADABLE, where=where, detail=str(error)),))

    def dropped(self, drops: tuple[Drop, ...]) -> None:
        """Keep and count what took the place of a report."""
        with self.ledger.write() as writer:
            writer.drop(drops)
        self._list(drops)
        for drop in drops:
            self.on_progress(Progress(where=drop.where, outcome=Outcome.DROPPED))

    def summary(self) -> Summary:
        """All of it, and what the ledger holds now."""
        with self.ledger.view() as view:
            counts = view.counts()
        return Summary(
            read=self.outcomes.total(),
            new=self.outcomes[Outcome.NEW],
            versions=self.outcomes[Outcome.VERSION],
            known=self.outcomes[Outcome.KNOWN],
            statements=counts.statements,
            claims=counts.claims,
            reasons=dict(sorted(self.reasons.items())),
            drops=tuple(self.listed),
        )

    def _list(self, drops: tuple[Drop, ...]) -> None:
        self.reasons.update(drop.reason for drop in drops)
        self.listed += drops[: max(0, LISTED_DROPS - len(self.listed))]
