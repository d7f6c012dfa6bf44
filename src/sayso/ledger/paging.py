"""Where the next page of a list begins: behind the thing that the page before ended with.

Counting rows would show a thing twice, or never, when another is stored in between; and the last page of a long list
would be slower than the first.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Table, and_, literal, or_, select, tuple_

from sayso.errors import NotFoundError
from sayso.ledger import schema
from sayso.ledger.fulltext import Condition
from sayso.ledger.judgement_schema import judgements


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How a list of a table's rows is sorted: by `columns`, by the last of them first where `newest`, then by id."""

    table: Table
    columns: tuple[str, ...] = ()
    newest: bool = False


REPORTS = Order(table=schema.reports, columns=("instant",), newest=True)
CLAIMS = Order(table=schema.claims, columns=("instant",), newest=True)
STATEMENTS = Order(table=schema.statements)
TIMELINE = Order(table=schema.statements, columns=("time_start", "time_end"))
JUDGEMENTS = Order(table=judgements, columns=("number",), newest=True)


def behind(connection: Connection, order: Order, last: str | None) -> list[Condition]:
    """That a row comes after the one with the id `last`; nothing, where that is None.

    Raises NotFoundError where that row is not there any more.
    """
    if last is None:
        return []
    own = order.table.c.id
    columns = [order.table.c[name] for name in order.columns]
    place = connection.execute(select(own, *columns).where(own == last)).first()
    if place is None:
        raise NotFoundError(f"the list has changed, {last} is not in it any more: begin it again")
    if order.newest:
        (column,), (_, moment) = columns, place
        # the first of the two is what the index is searched by
        return [and_(column <= moment, or_(column < moment, own > last))]
    return [tuple_(*columns, own) > tuple_(*map(literal, (*place[1:], last)))]
