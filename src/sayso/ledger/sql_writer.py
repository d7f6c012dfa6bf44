"""Changes to a ledger, as SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache, reduce
from typing import Any

from sqlalchemy import Column, Insert, Table, delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from sayso.ledger import bonding, bulk, judgements, readings, rows, schema
from sayso.ledger.batches import batches
from sayso.ledger.codec import loads
from sayso.ledger.records import Added
from sayso.ledger.sql_view import SqlView
from sayso.ledger.store import Links
from sayso.ledger.versions import KEY_WEIGHT, is_newer, is_version, version_keys
from sayso.model import Bonds, Claim, Drop, Judgement, Report

# The standard has no INSERT that replaces; these two databases share one form of it.
_INSERT: Mapping[str, Callable[[Table], Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@dataclass(slots=True)
class SqlWriter:
    """`Writer` over the connection of `view`, in the transaction that it is in."""

    view: SqlView
    _retired: set[str] = field(default_factory=set)

    def add(self, report: Report) -> Added | None:
        """See `Writer`."""
        if self.view.holds(report.id):
            return None
        keys = version_keys(report)
        heads = self._newest_versions(report, keys)
        newest = reduce(_newer, heads, report)
        current = newest.id == report.id
        self._number(schema.reports, [rows.report_row(report, None if current else newest.id)])
        self._insert(schema.version_keys, [{"key": k, "report": report.id, "weight": w} for k, w in keys.items()])
        self._insert_statements(report, current=current)
        self.view.words.add(self.view.connection, report)
        outdated = [head.id for head in heads if head.id != newest.id]
        return Added(current=newest.id, retired=self._retire(outdated, newest.id), version=bool(heads))

    def link(self, report: str, links: Links) -> None:
        """See `Writer`."""
        self._drop_links_of(self._retired)
        self._dissolve(links.dissolved | self._claims_of(self._retired) | {claim.id for claim in links.claims})
        self._retired.clear()
        self._insert(schema.report_keys, [{"key": key, "report": report} for key in sorted(links.report_keys)])
        keys = sorted((key, statement) for statement, told in links.statement_keys.items() for key in told)
        self._insert(schema.statement_keys, [{"key": key, "statement": statement} for key, statement in keys])
        self._insert(schema.same_claim, [rows.link_row(link) for link in links.same])
        self._insert(schema.derivations, [rows.derivation_row(derivation) for derivation in links.derivations])
        self._insert(schema.drifts, [rows.drift_row(drift) for drift in links.drifts])
        self._insert_claims(links.claims)

    def link_many(self, links: Links) -> None:
        """See `Writer`."""
        bulk.insert(
            self.view.connection, schema.same_claim, (tuple(rows.link_row(link).values()) for link in links.same)
        )
        self._insert(schema.derivations, [rows.derivation_row(derivation) for derivation in links.derivations])
        self._insert(schema.drifts, [rows.drift_row(drift) for drift in links.drifts])
        self._insert_claims(links.claims)

    def keep_statement_keys(self, keys: Iterable[tuple[int, str]]) -> None:
        """See `Writer`."""
        bulk.insert(self.view.connection, schema.statement_keys, keys)

    def keep_report_keys(self, keys: Iterable[tuple[int, str]]) -> None:
        """See `Writer`."""
        bulk.insert(self.view.connection, schema.report_keys, keys)

    def unlink(self) -> None:
        """See `Writer`."""
        bulk.begin(self.view.connection)

    def mean(self, meanings: Mapping[str, bytes]) -> None:
        """See `Writer`."""
        self._insert(schema.meanings, [{"statement": s, "vector": vector} for s, vector in sorted(meanings.items())])

    def linked(self, linker: str) -> None:
        """See `Writer`."""
        bulk.end(self.view.connection)
        self.view.connection.execute(delete(schema.linkers))
        self._insert(schema.linkers, [{"name": linker}])

    def drop(self, drops: Iterable[Drop]) -> None:
        """See `Writer`."""
        self._insert(schema.drops, [rows.drop_row(drop) for drop in drops])

    def judge(self, judgement: Judgement) -> bool:
        """See `Writer`."""
        return judgements.record(self.view.connection, judgement)

    def keep_reading(self, machine: Report, producer: str) -> None:
        """See `Writer`."""
        readings.keep(self.view.connection, machine, producer)

    def bond(self, bonds: Bonds) -> frozenset[str]:
        """See `Writer`."""
        return bonding.replace_bonds(self.view.connection, bonds)

    def show(self, report: Report) -> frozenset[str]:
        """See `Writer`."""
        connection, statements = self.view.connection, schema.statements
        before = self.view.report(report.id)
        old = {statement.id for statement in before.statements}
        touched = old | {member for claim in self.view.claims_of(old) for member in claim.statements}
        self._dissolve(self._claims_of(touched))
        self._unlink((report.id,), old)
        self._drop_links_of(old)
        self.view.words.forget_contents(connection, before)
        self._delete(schema.statement_actors, (schema.statement_actors.c.statement,), old)
        self._delete(statements, (statements.c.id,), old)
        row = rows.report_row(report, None)
        connection.execute(update(schema.reports).where(schema.reports.c.id == report.id).values(**row))
        self._insert_statements(report, current=True)
        self.view.words.add_contents(connection, report)
        return frozenset(touched)

    def claim(self, claims: Iterable[Claim], touched: AbstractSet[str]) -> None:
        """See `Writer`."""
        new = tuple(claims)
        self._dissolve(self._claims_of(touched | {s for claim in new for s in claim.statements}))
        self._insert_claims(new)

    def _newest_versions(self, report: Report, keys: dict[str, int]) -> list[Report]:
        """The newest versions, without their statements, of all known articles of which `report` is a version."""
        table, ids = schema.version_keys.c, schema.reports.c
        alike = (
            select(table.report)
            .where(table.key.in_(sorted(keys)))
            .group_by(table.report)
            .having(func.sum(table.weight) >= KEY_WEIGHT)
        )
        heads = set()
        for row in self.view.connection.execute(select(schema.reports).where(ids.id.in_(alike))).all():
            if is_version(report, loads(row.payload, Report)):
                heads.add(row.superseded_by or row.id)
        found = select(ids.payload).where(ids.id.in_(sorted(heads))).order_by(ids.id)
        return [loads(payload, Report) for payload in self.view.connection.execute(found).scalars()]

    def _retire(self, outdated: list[str], newest: str) -> frozenset[str]:
        """Take these reports out of all that is current; their statements, which now count no more."""
        if not outdated:
            return frozenset()
        connection, reports, statements = self.view.connection, schema.reports, schema.statements
        whose = statements.c.report.in_(outdated)
        retired = frozenset(connection.execute(select(statements.c.id).where(whose)).scalars())
        before = or_(reports.c.id.in_(outdated), reports.c.superseded_by.in_(outdated))
        connection.execute(update(reports).where(before).values(superseded_by=newest))
        connection.execute(update(statements).where(whose).values(current=False))
        self._unlink(outdated, retired)
        self._retired |= retired
        return retired

    def _unlink(self, reports: Iterable[str], statements: AbstractSet[str]) -> None:
        """Forget what linking found out about these reports with these statements, but for links between statements."""
        gone = tuple(reports)
        self._delete(schema.report_keys, (schema.report_keys.c.report,), gone)
        self._delete(schema.statement_keys, (schema.statement_keys.c.statement,), statements)
        self._delete(schema.derivations, (schema.derivations.c.report, schema.derivations.c.source), gone)
        self._delete(schema.drifts, (schema.drifts.c.source, schema.drifts.c.target), statements)

    def _drop_links_of(self, statements: set[str]) -> None:
        self._delete(schema.same_claim, (schema.same_claim.c.a, schema.same_claim.c.b), statements)

    def _claims_of(self, statements: AbstractSet[str]) -> set[str]:
        return {claim.id for claim in self.view.claims_of(statements)}

    def _dissolve(self, claims: AbstractSet[str]) -> None:
        self._delete(schema.claim_members, (schema.claim_members.c.claim,), claims)
        self._delete(schema.claims, (schema.claims.c.id,), claims)

    def _insert_statements(self, report: Report, *, current: bool) -> None:
        """The rows of a report's statements, and of the names and actors in them."""
        statements = rows.statement_rows(report, current=current)
        self._number(schema.statements, statements)
        self._insert(schema.names, rows.name_rows(statements))
        actors, parts = rows.actor_rows(report)
        self._insert(schema.actors, actors)
        self._insert(schema.statement_actors, parts)

    def _insert_claims(self, claims: Iterable[Claim]) -> None:
        new = tuple(claims)
        published = self._moments({claim.first for claim in new})
        self._insert(schema.claims, [rows.claim_row(claim, published) for claim in new])
        self._insert(schema.claim_members, [row for claim in new for row in rows.member_rows(claim)])

    def _moments(self, statements: set[str]) -> dict[str, str]:
        """When the reports of these statements were published."""
        joined = select(schema.statements.c.id, schema.reports.c.instant).join(schema.reports)
        return {row.id: row.instant for row in self.view.rows(joined, schema.statements.c.id, statements)}

    def _delete(self, table: Table, columns: tuple[Column[Any], ...], values: Iterable[str]) -> None:
        for part in batches(values):
            hit = or_(*(column.in_(part) for column in columns))
            self.view.connection.execute(delete(table).where(hit))

    def _number(self, table: Table, new: list[rows.Row]) -> None:
        """Insert `new` under the next free numbers; nobody else writes while this transaction lasts."""
        last = self.view.connection.execute(select(func.max(table.c.number))).scalar() or 0
        self._insert(table, [row | {"number": number} for number, row in enumerate(new, start=last + 1)])

    def _insert(self, table: Table, new: list[rows.Row]) -> None:
        """Insert `new`; a row of the same primary key is replaced."""
        if not new:
            return
        self.view.connection.execute(_replacing(self.view.connection.dialect.name, table), new)


@cache
def _replacing(dialect: str, table: Table) -> Insert:
    """The INSERT into `table` by which a row replaces the one of the same primary key."""
    statement = _INSERT[dialect](table)
    rest = {column.name: statement.excluded[column.name] for column in table.columns if not column.primary_key}
    key = list(table.primary_key)
    made: Insert = (
        statement.on_conflict_do_update(index_elements=key, set_=rest) if rest else statement.on_conflict_do_nothing()
    )
    return made


def _newer(report: Report, known: Report) -> Report:
    return report if is_newer(report, known) else known
