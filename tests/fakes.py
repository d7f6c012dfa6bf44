"""Small real implementations of the protocols that tests hand to the code under test."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from types import MappingProxyType

from sayso.link.incremental import Linked, link_report
from sayso.model import (
    Appearance,
    Bonds,
    Claim,
    Derivation,
    Drift,
    OnDerivation,
    Report,
    SameClaim,
    appearances,
)


@dataclass(slots=True)
class MemoryLedger:
    """All that linking found, in dictionaries: `Neighbours` for tests."""

    reports: dict[str, Report] = field(default_factory=dict)
    statements: dict[str, Appearance] = field(default_factory=dict)
    statement_keys: dict[str, frozenset[int]] = field(default_factory=dict)
    meanings: dict[str, bytes] = field(default_factory=dict)
    report_keys: dict[str, frozenset[int]] = field(default_factory=dict)
    links: dict[tuple[str, str], SameClaim] = field(default_factory=dict)
    derivations: dict[tuple[str, str, str], Derivation] = field(default_factory=dict)
    drifts: dict[tuple[str, str, str], Drift] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    bonds: Bonds = field(default_factory=Bonds)
    rulings: tuple[OnDerivation, ...] = ()

    def statements_with(self, keys: AbstractSet[int]) -> frozenset[str]:
        return frozenset(s for s in self.statements if self.statement_keys[s] & keys)

    def keys_within(self, ranges: AbstractSet[tuple[int, int]]) -> dict[str, frozenset[int]]:
        found = {
            report: frozenset(key for key in keys if any(low <= key <= high for low, high in ranges))
            for report, keys in self.report_keys.items()
        }
        return {report: keys for report, keys in found.items() if keys}

    def reports_of(self, ids: AbstractSet[str]) -> tuple[Report, ...]:
        return tuple(self.reports[r] for r in sorted(ids & self.reports.keys()))

    def meanings_of(self, statements: AbstractSet[str]) -> dict[str, bytes]:
        return {s: self.meanings[s] for s in statements if s in self.meanings}

    def appearances_of(self, statements: AbstractSet[str]) -> tuple[Appearance, ...]:
        return tuple(self.statements[s] for s in sorted(statements) if s in self.statements)

    def links_of(self, statements: AbstractSet[str], least: float = 0.0) -> tuple[SameClaim, ...]:
        return tuple(k for pair, k in sorted(self.links.items()) if statements & set(pair) and k.score >= least)

    def links_among(self, statements: AbstractSet[str]) -> tuple[SameClaim, ...]:
        return tuple(k for pair, k in sorted(self.links.items()) if set(pair) <= statements)

    def derivations_of(self, reports: AbstractSet[str]) -> tuple[Derivation, ...]:
        return tuple(d for _, d in sorted(self.derivations.items()) if {d.report, d.from_} & reports)

    def bonds_of(self, statements: AbstractSet[str]) -> Bonds:
        names = {self.bonds.bundle[s] for s in statements if s in self.bonds.bundle}
        whole = {s: name for s, name in self.bonds.bundle.items() if name in names and s in self.statements}
        return Bonds(bundle=whole, apart=frozenset(ends for ends in self.bonds.apart if names.issuperset(ends)))

    def rulings_of(self, reports: AbstractSet[str]) -> tuple[OnDerivation, ...]:
        return tuple(r for r in self.rulings if reports & {r.report, r.from_})

    def add(self, report: Report, supersedes: Report | None = None) -> Linked:
        """Link a report and keep what came of it; `supersedes` is the version that it makes outdated."""
        retired = frozenset(s.id for s in supersedes.statements) if supersedes else frozenset()
        if supersedes:
            self._take_out(supersedes, retired)
        linked = link_report(report, self, retired)
        self.links = {pair: link for pair, link in self.links.items() if not retired & set(pair)}
        self.reports[report.id] = report
        self.report_keys[report.id] = linked.report_keys
        self.statements.update({a.statement.id: a for a in appearances(report)})
        self.statement_keys.update(linked.statement_keys)
        self.links.update({(link.a, link.b): link for link in linked.same})
        self.derivations.update({(d.report, d.from_, d.kind): d for d in linked.derivations})
        self.drifts.update({(d.from_, d.to, d.kind): d for d in linked.drifts})
        for claim in linked.dissolved:
            self.claims.pop(claim, None)
        self.claims.update({claim.id: claim for claim in linked.claims})
        return linked

    def _take_out(self, report: Report, statements: frozenset[str]) -> None:
        del self.reports[report.id], self.report_keys[report.id]
        for statement in statements:
            del self.statements[statement], self.statement_keys[statement]
        self.derivations = {k: d for k, d in self.derivations.items() if report.id not in (d.report, d.from_)}
        self.drifts = {k: d for k, d in self.drifts.items() if not statements & {d.from_, d.to}}


def ledger_of(reports: Iterable[Report], meanings: Mapping[str, bytes] = MappingProxyType({})) -> MemoryLedger:
    """A ledger that has read `reports` in their order, with these vectors of their statements' contents."""
    ledger = MemoryLedger(meanings=dict(meanings))
    for report in reports:
        ledger.add(report)
    return ledger
