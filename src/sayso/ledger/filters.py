"""A `Filter` as conditions on the table of statements."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, and_, func, literal, or_, select

from sayso.errors import UsageError
from sayso.ledger import schema
from sayso.ledger.codec import storable
from sayso.ledger.folding import key
from sayso.ledger.fulltext import FullText, phrase_of
from sayso.ledger.moments import Bounds, bounds
from sayso.ledger.rows import ORIGIN, PARTICIPANTS, PLACE
from sayso.ledger.store import Filter

Condition = ColumnElement[bool]

_STATEMENTS = schema.statements.c

_FEW = 2000  # statements whose claims are found in a few milliseconds


def conditions(only: Filter, words: FullText) -> list[Condition]:
    """What a statement must meet, one condition for each thing that `only` asks of statements.

    Raises UsageError where a date is malformed.
    """
    out = []
    if only.about:
        out.append(_about(only.about, words))
    if only.origin:
        out.append(or_(_STATEMENTS.origin == only.origin, _called(_STATEMENTS.origin_key, ORIGIN, only.origin)))
    if only.place:
        out.append(_at(only.place))
    if only.event:
        out.append(_coded(only.event))
    if only.since or only.until:
        out.append(_dated(only.since, only.until))
    return out


def claim_conditions(only: Filter) -> list[Condition]:
    """What `only` asks of a claim as a whole."""
    out: list[Condition] = []
    if only.contested:
        out.append(schema.claims.c.contested.is_(True))
    if only.min_origins > 0:
        out.append(schema.claims.c.min_origins >= only.min_origins)
    return out


def claim_has(connection: Connection, condition: Condition) -> Condition:
    """That a claim has a statement that meets `condition`.

    Where few statements meet it, their claims are looked up; where many do, claims are tried in their order, for then
    the first page is soon full.
    """
    members = schema.claim_members.c
    meeting = select(_STATEMENTS.id).where(condition)
    some = select(literal(1)).select_from(schema.statements).where(condition).limit(_FEW).subquery()
    if connection.execute(select(func.count()).select_from(some)).scalar_one() < _FEW:
        return schema.claims.c.id.in_(select(members.claim).where(members.statement.in_(meeting)))
    mine = select(members.statement).join(schema.statements).where(members.claim == schema.claims.c.id, condition)
    return mine.correlate(schema.claims).exists()


def _named(column: ColumnElement[str], name: str) -> Condition:
    """That the words of `name` stand in a key; a name without words is nobody's."""
    return column.contains(key(storable(name)) if key(name).strip() else "\n", autoescape=True)


def _called(column: ColumnElement[str | None], kind: str, name: str) -> Condition:
    """That `column` is one of the names of this kind in which the words of `name` stand."""
    names = schema.names.c
    return column.in_(select(names.key).where(names.kind == kind, _named(names.key, name)))


def _about(actor: str, words: FullText) -> Condition:
    actors, parts = schema.actors.c, schema.statement_actors.c
    meant = select(actors.id).where(_named(actors.key, actor))
    involved = select(parts.statement).where(
        parts.role.in_(PARTICIPANTS), or_(parts.actor == actor, parts.actor.in_(meant))
    )
    phrase = phrase_of(actor)
    takes_part = _STATEMENTS.id.in_(involved)
    return or_(takes_part, words.saying(phrase)) if phrase else takes_part


def _at(place: str) -> Condition:
    if place.isdecimal():
        return _STATEMENTS.geonames_id == int(place)
    named = _called(_STATEMENTS.place_key, PLACE, place)
    return or_(_STATEMENTS.country == place.upper(), named) if len(place) == 2 else named


def _coded(code: str) -> Condition:
    # a range, not a pattern: it can use the index
    return or_(_STATEMENTS.plover == code.upper(), _STATEMENTS.cameo.between(code, code + "z"))


def _dated(since: str | None, until: str | None) -> Condition:
    # a statement without any date has its bounds the wrong way round, and is in no range
    met = [_STATEMENTS.dated_start <= _STATEMENTS.dated_end]
    if since:
        met.append(_STATEMENTS.dated_end >= _moment(since, "since")[0])
    if until:
        met.append(_STATEMENTS.dated_start <= _moment(until, "until")[1])
    return and_(*met)


def _moment(told: str, option: str) -> Bounds:
    found = bounds(told)
    if found is None:
        raise UsageError(
            f"{option} {told}: not a date; give a year, a month or a day, as in 2024, 2024-03 or 2024-03-14"
        )
    return found
