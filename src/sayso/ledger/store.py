"""What a ledger can do, whatever database is behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager
from typing import Protocol

from sayso.ledger.asking import Query
from sayso.ledger.records import Added, Counts, Filter, Hit, KnownActor, Listing, LogFilter, Reading
from sayso.model import (
    Appearance,
    Bonds,
    Claim,
    Derivation,
    Drift,
    Drop,
    DropReason,
    Judgement,
    KeptReadings,
    OnDerivation,
    Report,
    SameClaim,
)


class Links(Protocol):
    """What linking found out about one report."""

    @property
    def statement_keys(self) -> Mapping[str, AbstractSet[int]]:
        """Blocking keys of each statement, by its id."""
        ...

    @property
    def report_keys(self) -> AbstractSet[int]:
        """Blocking keys of the report."""
        ...

    @property
    def same(self) -> tuple[SameClaim, ...]:
        """Links with other statements."""
        ...

    @property
    def derivations(self) -> tuple[Derivation, ...]:
        """What the report, or another one from it, draws on."""
        ...

    @property
    def drifts(self) -> tuple[Drift, ...]:
        """What was changed on the way."""
        ...

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Claims that are new or have changed."""
        ...

    @property
    def dissolved(self) -> AbstractSet[str]:
        """Ids of claims that no longer hold."""
        ...


class View(Protocol):
    """A ledger as it was at one moment. Iterators read in batches and are used up before the view is closed.

    Where an `id` is asked for, its first digits do if they are unique; else LedgerError says what is wrong, a
    NotFoundError where nothing begins so. A malformed date in a Filter raises UsageError.

    Lists go on behind the thing with the whole id `after`, which is how the next page is asked for; NotFoundError where
    that is in no list any more.
    """

    def stamp(self) -> str:
        """A mark that every change to the ledger renews: the same mark, the same answers."""
        ...

    def holds(self, report: str) -> bool:
        """Whether the report with this whole id is known."""
        ...

    def report(self, id: str) -> Report:  # noqa: A002 - the word of the model
        """The report, with its attributions and statements."""
        ...

    def listing(self, *, limit: int | None = None, after: str | None = None) -> Iterator[Listing]:
        """All reports, newest first, outdated versions among them."""
        ...

    def reports(self, *, outdated: bool = False) -> Iterator[Report]:
        """All reports, by id; outdated versions only where asked for."""
        ...

    def statements(
        self, only: Filter = ..., *, limit: int | None = None, after: str | None = None
    ) -> Iterator[Appearance]:
        """The current statements, by id."""
        ...

    def statement(self, id: str) -> Appearance:  # noqa: A002
        """One statement, of an outdated version too."""
        ...

    def claims(
        self, only: Filter = ..., *, limit: int | None = None, offset: int = 0, after: str | None = None
    ) -> Iterator[Claim]:
        """The claims, newest first by the publication of their first statement. Each condition of `only` is met by
        some statement of the claim, not all of them by the same one.
        """
        ...

    def claim(self, id: str) -> Claim:  # noqa: A002
        """One claim."""
        ...

    def claims_of(self, statements: AbstractSet[str]) -> tuple[Claim, ...]:
        """The claims that have at least one of `statements`, by id."""
        ...

    def timeline(
        self, only: Filter = ..., *, limit: int | None = None, after: str | None = None
    ) -> Iterator[Appearance]:
        """Current statements whose event has a time, in order of it."""
        ...

    def actors(
        self, name: str | None = None, *, limit: int | None = None, after: str | None = None
    ) -> Iterator[KnownActor]:
        """Those who have to do with statements, by name; only those in one of whose names stand the words of `name`."""
        ...

    def actor(self, id: str) -> KnownActor:  # noqa: A002
        """One actor, by the whole id."""
        ...

    def derivations(self) -> Iterator[Derivation]:
        """All derivations, by report."""
        ...

    def drifts(self) -> Iterator[Drift]:
        """All drifts, by the statement that changed something."""
        ...

    def drifts_of(self, statements: AbstractSet[str]) -> tuple[Drift, ...]:
        """Drifts that have at least one end among `statements`."""
        ...

    def links(self) -> Iterator[SameClaim]:
        """All links, by their ends."""
        ...

    def search(self, query: str | Query, *, limit: int = 20, offset: int = 0) -> tuple[Hit, ...]:
        """Current reports in whose title or body stands what `query` asks for, best first, or newest first where it
        asks for no word. What a person types is read as `query_of` says; case and accents do not count. A query that
        asks for nothing finds nothing; UsageError only for a malformed date in a `Query` made otherwise.
        """
        ...

    def drops(self, reason: DropReason | None = None) -> Iterator[Drop]:
        """What was left out of this ledger, in order of place."""
        ...

    def counts(self) -> Counts:
        """How much there is."""
        ...

    # What linking asks: sayso.link.neighbours.Neighbours says the same, and neither layer knows the other.

    def statements_with(self, keys: AbstractSet[int]) -> frozenset[str]:
        """The ids of current statements that carry at least one of `keys`."""
        ...

    def keys_within(self, ranges: AbstractSet[tuple[int, int]]) -> Mapping[str, frozenset[int]]:
        """The keys of current reports, by the reports' ids, that lie in one of `ranges`, ends included."""
        ...

    def reports_of(self, ids: AbstractSet[str]) -> tuple[Report, ...]:
        """The current reports with these ids, by id."""
        ...

    def meanings_of(self, statements: AbstractSet[str]) -> Mapping[str, bytes]:
        """The vectors of the contents of `statements`, a signed byte a number, of those that have one."""
        ...

    def linked_by(self) -> str | None:
        """The linker (name@version) that all links are by; None where that is not known."""
        ...

    def appearances_of(self, statements: AbstractSet[str]) -> tuple[Appearance, ...]:
        """The current statements with these ids, by id."""
        ...

    def links_of(self, statements: AbstractSet[str], least: float = 0.0) -> tuple[SameClaim, ...]:
        """Links from a score of `least` on that have at least one end among `statements`. An outdated end that is not
        itself asked for hides its link.
        """
        ...

    def links_among(self, statements: AbstractSet[str]) -> tuple[SameClaim, ...]:
        """Links both ends of which are among `statements`."""
        ...

    def derivations_of(self, reports: AbstractSet[str]) -> tuple[Derivation, ...]:
        """Derivations between current reports that have at least one end among `reports`."""
        ...

    def bonds_of(self, statements: AbstractSet[str]) -> Bonds:
        """What people decided about the claims of `statements`: their bundles whole, and which of these are apart."""
        ...

    def rulings_of(self, reports: AbstractSet[str]) -> tuple[OnDerivation, ...]:
        """What people decided about derivations that have at least one end among `reports`, one for each pair."""
        ...

    # What people decided, and what each version of the extractor read.

    def judgements(
        self, only: LogFilter = ..., *, limit: int | None = None, after: str | None = None
    ) -> Iterator[Judgement]:
        """The judgements, newest first, undos among them."""
        ...

    def judgement(self, id: str) -> Judgement:  # noqa: A002
        """One judgement."""
        ...

    def judgements_on(self, reports: AbstractSet[str]) -> tuple[Judgement, ...]:
        """The judgements that rest on words of any of `reports`, and the undos of these, oldest first."""
        ...

    def judgements_of(self, *kinds: str) -> tuple[Judgement, ...]:
        """The judgements of these kinds (a decision's tag), and the undos of these, oldest first."""
        ...

    def versions(self, id: str) -> tuple[Listing, ...]:  # noqa: A002
        """All known versions of the article that this report is one of, the newest first."""
        ...

    def newest(self, report: str) -> str:
        """The id of the newest version of the report with this whole id: its own, where it is that."""
        ...

    def reading(self, report: str) -> Report:
        """The report as the machine read it, before any judgement."""
        ...

    def readings(self, report: str) -> tuple[Reading, ...]:
        """Which versions of the extractor read the report, by their names."""
        ...

    def kept_readings(self) -> Iterator[KeptReadings]:
        """What is kept of how current reports were read, by report; those neither judged nor read again have none."""
        ...

    def producers(self) -> tuple[str, ...]:
        """The versions of the extractor of which some reading is kept, by name."""
        ...

    def read_twice(self, first: str, second: str, *, behind: str | None = None) -> Iterator[tuple[Report, Report]]:
        """The reports that both versions of the extractor read, by id, each as the first and as the second read it;
        only those behind that id, where one is given.
        """
        ...

    def read_by(self, report: str, producer: str) -> Report | None:
        """The report as that version of the extractor read it; None where it did not."""
        ...


class Writer(Protocol):
    """Changes to a ledger in one transaction: all of them happen, or none."""

    @property
    def view(self) -> View:
        """The ledger with the changes made so far."""
        ...

    def add(self, report: Report) -> Added | None:
        """Keep a report with its statements, and find its place among the versions that are known; None where this
        very report is known, and then nothing changes.
        """
        ...

    def link(self, report: str, links: Links) -> None:
        """Keep what linking found out about a current report."""
        ...

    def mean(self, meanings: Mapping[str, bytes]) -> None:
        """Keep the vectors of the contents of statements, a signed byte a number, by the statements' ids."""
        ...

    def unlink(self) -> None:
        """Forget all that linking found out about any report, so that much can be kept at once until `linked`."""
        ...

    def link_many(self, links: Links) -> None:
        """After `unlink`: keep links, derivations, drifts and claims of several reports, each for the first time. Keys
        are kept by `keep_statement_keys` and `keep_report_keys`.
        """
        ...

    def keep_statement_keys(self, keys: Iterable[tuple[int, str]]) -> None:
        """After `unlink`: keep blocking keys, each with the statement that has it."""
        ...

    def keep_report_keys(self, keys: Iterable[tuple[int, str]]) -> None:
        """After `unlink`: keep blocking keys, each with the report that has it."""
        ...

    def linked(self, linker: str) -> None:
        """Note that all links are by this linker (name@version)."""
        ...

    def judge(self, judgement: Judgement) -> bool:
        """Keep a judgement as the newest; False, and nothing changes, where this very one is kept already. What follows
        from it for statements, links and claims is for the caller to work out, in the same transaction.
        """
        ...

    def keep_reading(self, machine: Report, producer: str) -> None:
        """Keep what `producer` read in a known report, beside what others read, as the reading in use."""
        ...

    def show(self, report: Report) -> frozenset[str]:
        """Let these statements and attributions take the place of those that a current report shows, and forget its
        links and the claims of its statements; the statements, gone ones among them, that are now in no claim.
        """
        ...

    def bond(self, bonds: Bonds) -> frozenset[str]:
        """Keep these bonds in place of all before; the statements for which that changes something."""
        ...

    def claim(self, claims: Iterable[Claim], touched: AbstractSet[str]) -> None:
        """Let `claims` take the place of all claims that any of `touched` or of their own statements is in."""
        ...

    def drop(self, drops: Iterable[Drop]) -> None:
        """Keep what was left out; the same drop again changes nothing."""
        ...


class Store(Protocol):
    """A ledger that is open. One thread uses a view or a writer at a time; several processes may have it open."""

    @property
    def name(self) -> str:
        """How messages name the ledger: its path, or its URL without the password."""
        ...

    def view(self) -> AbstractContextManager[View]:
        """A look at one moment's state; later writes by others do not show in it."""
        ...

    def write(self) -> AbstractContextManager[Writer]:
        """One transaction, committed at the end of the `with` block, undone where that raises. LedgerError where
        another process keeps the ledger locked.
        """
        ...

    def check(self) -> list[str]:
        """What is wrong with the ledger, one line each: hashes, spans and references; nothing where it is sound."""
        ...

    def close(self) -> None:
        """Let go of the database; a file is whole, and can be copied alone, only after this."""
        ...
