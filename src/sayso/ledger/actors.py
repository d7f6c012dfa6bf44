"""Who has to do with the statements of a ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, func, literal, select, tuple_

from sayso.errors import NotFoundError
from sayso.ledger import schema
from sayso.ledger.filters import named
from sayso.ledger.records import KnownActor

_ACTORS, _PARTS, _STATEMENTS = schema.actors.c, schema.statement_actors.c, schema.statements.c
_BATCH = 500  # actors whose statements are counted together
_KEY, _NAME = func.min(_ACTORS.key), func.min(_ACTORS.name)


def actors(connection: Connection, name: str | None, *, limit: int | None, after: str | None) -> Iterator[KnownActor]:
    """See `View.actors`."""
    wanted = select(_ACTORS.id, _NAME.label("name")).group_by(_ACTORS.id).order_by(_KEY, _ACTORS.id).limit(limit)
    if name:
        wanted = wanted.where(_ACTORS.id.in_(select(_ACTORS.id).where(named(_ACTORS.key, name))))
    if after:
        place = connection.execute(select(_KEY).where(_ACTORS.id == after)).scalar()
        if place is None:
            raise NotFoundError(f"there is no actor {after}")
        wanted = wanted.having(tuple_(_KEY, _ACTORS.id) > tuple_(literal(place), literal(after)))
    rows = connection.execute(wanted).all()
    for start in range(0, len(rows), _BATCH):
        page = rows[start : start + _BATCH]
        counts = _statements(connection, [row.id for row in page])
        for row in page:
            yield KnownActor(id=row.id, name=row.name, statements=counts.get(row.id, 0))


def actor(connection: Connection, whole: str) -> KnownActor:
    """See `View.actor`."""
    name = connection.execute(select(_NAME).where(_ACTORS.id == whole)).scalar()
    if name is None:
        raise NotFoundError(f"there is no actor {whole}")
    return KnownActor(id=whole, name=name, statements=_statements(connection, [whole]).get(whole, 0))


def _statements(connection: Connection, among: Sequence[str]) -> Mapping[str, int]:
    """How many current statements each of these actors has to do with; those with none are left out."""
    counted = select(_PARTS.actor, func.count(_PARTS.statement.distinct()).label("held")).join(schema.statements)
    wanted = counted.where(_PARTS.actor.in_(among), _STATEMENTS.current).group_by(_PARTS.actor)
    return {row.actor: row.held for row in connection.execute(wanted)}
