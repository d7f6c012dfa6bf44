"""What people decided about claims, worked out for the statements there are now, so that linking can ask for it."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, String, bindparam, delete, insert, select

from sayso.ledger import judgement_schema as tables
from sayso.ledger import schema
from sayso.ledger.batches import batches
from sayso.model import Bonds

_BUNDLES, _PARTINGS = tables.bundles.c, tables.partings.c


def bonds_of(connection: Connection, statements: AbstractSet[str]) -> Bonds:
    """The bundles of `statements`, with all their current members, and which of these bundles are apart."""
    names: set[str] = set()
    for part in batches(statements):
        names.update(connection.execute(_named(), {"statements": part}).scalars())
    if not names:
        return Bonds()
    members = select(_BUNDLES.statement, _BUNDLES.name).join(
        schema.statements, schema.statements.c.id == _BUNDLES.statement
    )
    bundle: dict[str, str] = {}
    apart: set[tuple[str, str]] = set()
    for part in batches(names):
        current = members.where(schema.statements.c.current, _BUNDLES.name.in_(part))
        bundle.update({row.statement: row.name for row in connection.execute(current)})
        ends = select(_PARTINGS.a, _PARTINGS.b).where(_PARTINGS.a.in_(part))
        apart.update((row.a, row.b) for row in connection.execute(ends) if row.b in names)
    return Bonds(bundle=bundle, apart=frozenset(apart))


@cache
def _named() -> Select[Any]:
    """The bundles of `statements`; linking asks for them by the hundred, so it is put together once."""
    statements = bindparam("statements", type_=String, expanding=True)
    return select(_BUNDLES.name).where(_BUNDLES.statement.in_(statements))


def replace_bonds(connection: Connection, new: Bonds) -> frozenset[str]:
    """Keep these bonds in place of those before; the statements whose bonds are not what they were."""
    old = _all(connection)
    names = {name for ends in old.apart ^ new.apart for name in ends}
    changed = {
        statement
        for statement in old.bundle.keys() | new.bundle.keys()
        if old.bundle.get(statement) != new.bundle.get(statement)
        or {old.bundle.get(statement), new.bundle.get(statement)} & names
    }
    if changed:
        connection.execute(delete(tables.partings))
        connection.execute(delete(tables.bundles))
        _insert(connection, new)
    return frozenset(changed)


def _all(connection: Connection) -> Bonds:
    bundle = {row.statement: row.name for row in connection.execute(select(tables.bundles))}
    return Bonds(bundle=bundle, apart=frozenset((row.a, row.b) for row in connection.execute(select(tables.partings))))


def _insert(connection: Connection, bonds: Bonds) -> None:
    bundles = [{"statement": statement, "name": name} for statement, name in sorted(bonds.bundle.items())]
    if bundles:
        connection.execute(insert(tables.bundles), bundles)
    partings = [{"a": a, "b": b} for a, b in sorted(bonds.apart)]
    if partings:
        connection.execute(insert(tables.partings), partings)
