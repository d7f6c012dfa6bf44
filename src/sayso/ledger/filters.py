"""A `Filter` as conditions on the table of statements."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, and_, false, func, literal, or_, select

from sayso.errors import UsageError
from sayso.ledger import schema
from sayso.ledger.asking import Query, phrase_of
from sayso.ledger.codec import storable
from sayso.ledger.folding import key
from sayso.ledger.fulltext import Condition, FullText
from sayso.ledger.moments import EARLIEST, Bounds, bounds
from sayso.ledger.records import Filter
from sayso.ledger.rows import ORIGIN, PARTICIPANTS, PLACE

_STATEMENTS, _REPORTS = schema.statements.c, schema.reports.c

_LARGEST_ID = 2**31 - 1  # what an integer column of PostgreSQL takes

_FEW = 2000  # statements whose claims are found in a few milliseconds


def conditions(only: Filter, words: FullText) -> list[Condition]:
    """What a statement must meet, one condition for each thing that `only` asks of statements.

    Raises UsageError where a date is malformed.
    """
    out = []
    if only.about:
        out.append(_about(only.about, words))
    if only.origin:
        is_named = _called(_STATEMENTS.origin_key, ORIGIN, only.origin)
        out.append(or_(_STATEMENTS.origin == storable(only.origin), is_named))
    if only.place:
        out.append(_at(only.place))
    if only.event:
        out.append(_coded(only.event))
    if only.since or only.until:
        out.append(_dated(only.since, only.until))
    if only.outlet:
        out.append(_STATEMENTS.report.in_(select(_REPORTS.id).where(published_by(only.outlet))))
    if only.certainty:
        out.append(_STATEMENTS.certainty == only.certainty.value)
    return out


def claim_conditions(only: Filter) -> list[Condition]:
    """What `only` asks of a claim as a whole."""
    out: list[Condition] = []
    if only.contested:
        out.append(schema.claims.c.contested.is_(True))
    if only.min_origins > 0:
        out.append(schema.claims.c.min_origins >= only.min_origins)
    return out


def happened(only: Filter) -> list[Condition]:
    """What `only` asks of the time of an event, where there is one: `conditions` again, as an index has it."""
    since = [_STATEMENTS.time_end >= date_bounds(only.since, "since")[0]] if only.since else []
    until = [_STATEMENTS.time_start <= date_bounds(only.until, "until")[1]] if only.until else []
    return [*since, *until]


def report_conditions(query: Query) -> list[Condition]:
    """What a report must meet to be found by `query`, its words apart; outdated versions are never found.

    Raises UsageError where a date is malformed.
    """
    out: list[Condition] = [_REPORTS.superseded_by.is_(None)]
    if query.outlet:
        out.append(published_by(query.outlet))
    if query.actor:
        out.append(_REPORTS.id.in_(select(_STATEMENTS.report).where(involves(query.actor))))
    if query.since or query.until:
        out.append(_REPORTS.instant > EARLIEST)
    if query.since:
        out.append(_REPORTS.instant >= date_bounds(query.since, "since")[0])
    if query.until:
        out.append(_REPORTS.instant <= date_bounds(query.until, "until")[1])
    return out


def involves(actor: str) -> Condition:
    """That somebody who has to do with a statement, in whatever part, bears this name."""
    actors, parts = schema.actors.c, schema.statement_actors.c
    meant = select(actors.id).where(named(actors.key, actor))
    return _STATEMENTS.id.in_(select(parts.statement).where(parts.actor.in_(meant)))


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


def named(column: ColumnElement[str], name: str) -> Condition:
    """That the words of `name` stand in a key of names, `column`; a name without words is nobody's."""
    return column.contains(key(name) if key(name).strip() else "\n", autoescape=True)


def published_by(outlet: str) -> Condition:
    """That a report's outlet bears this name. The names are few, and their index has them all without the reports."""
    outlets = schema.reports.alias("outlets").c.outlet_key
    return _REPORTS.outlet_key.in_(select(outlets).where(named(outlets, outlet)).distinct())


def _called(column: ColumnElement[str | None], kind: str, name: str) -> Condition:
    """That `column` is one of the names of this kind in which the words of `name` stand."""
    names = schema.names.c
    return column.in_(select(names.key).where(names.kind == kind, named(names.key, name)))


def _about(actor: str, words: FullText) -> Condition:
    actors, parts = schema.actors.c, schema.statement_actors.c
    meant = select(actors.id).where(named(actors.key, actor))
    involved = select(parts.statement).where(
        parts.role.in_(PARTICIPANTS), or_(parts.actor == storable(actor), parts.actor.in_(meant))
    )
    phrase = phrase_of(actor)
    takes_part = _STATEMENTS.id.in_(involved)
    return or_(takes_part, words.saying(phrase)) if phrase else takes_part


def _at(place: str) -> Condition:
    if place.isdecimal():
        return _STATEMENTS.geonames_id == int(place) if int(place) <= _LARGEST_ID else false()
    named = _called(_STATEMENTS.place_key, PLACE, place)
    return or_(_STATEMENTS.country == storable(place.upper()), named) if len(place) == 2 else named


def _coded(code: str) -> Condition:
    # a range, not a pattern: it can use the index
    code = storable(code)
    return or_(_STATEMENTS.plover == code.upper(), and_(_STATEMENTS.cameo >= code, _STATEMENTS.cameo <= code + "z"))


def _dated(since: str | None, until: str | None) -> Condition:
    # a statement without any date has its bounds the wrong way round, and is in no range
    met = [_STATEMENTS.dated_start <= _STATEMENTS.dated_end]
    if since:
        met.append(_STATEMENTS.dated_end >= date_bounds(since, "since")[0])
    if until:
        met.append(_STATEMENTS.dated_start <= date_bounds(until, "until")[1])
    return and_(*met)


def date_bounds(told: str, option: str) -> Bounds:
    """The bounds of a date that somebody gave for `option`; UsageError where it is none."""
    found = bounds(told)
    if found is None:
        raise UsageError(
            f"{option} {told}: not a date; give a year, a month or a day, as in 2024, 2024-03 or 2024-03-14"
        )
    return found
