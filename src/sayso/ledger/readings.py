"""What each version of the extractor read in a report, side by side; one of them is current: the one in use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

import msgspec
from sqlalchemy import Connection, insert, select, update

from sayso.ledger import judgement_schema as tables
from sayso.ledger import schema
from sayso.ledger.codec import dumps, loads
from sayso.ledger.records import Reading
from sayso.ledger.rows import digest
from sayso.model import Attribution, KeptReading, KeptReadings, Report, Statement

UNKNOWN = "unknown"  # the producer of a report without statements that was read before readings were kept

_READINGS = tables.readings.c


class _Read(msgspec.Struct, frozen=True, kw_only=True):
    attributions: tuple[Attribution, ...]
    statements: tuple[Statement, ...]


def producer_of(report: Report) -> str:
    """Who made a report's statements, as they tell it themselves."""
    return next((s.provenance.extractor for s in report.statements), UNKNOWN)


def stored(connection: Connection, report: str) -> tuple[Reading, ...]:
    """The readings kept of a report, by producer; none where it was neither judged nor read again."""
    wanted = select(_READINGS.report, _READINGS.producer, _READINGS.current).where(_READINGS.report == report)
    return tuple(Reading(**row._mapping) for row in connection.execute(wanted.order_by(_READINGS.producer)))


def read_by(connection: Connection, shown: Report, producer: str | None = None) -> Report | None:
    """What `producer`, or whoever's reading is in use, read in the report `shown`; None where that is not kept."""
    which = _READINGS.current if producer is None else _READINGS.producer == producer
    payload = connection.execute(select(_READINGS.payload).where(_READINGS.report == shown.id, which)).scalar()
    if payload is None:
        return None
    read = loads(payload, _Read)
    return replace(shown, attributions=read.attributions, statements=read.statements)


def all_kept(connection: Connection) -> Iterator[KeptReadings]:
    """The readings kept of each current report, by report, the one in use last."""
    columns = (_READINGS.report, _READINGS.producer, _READINGS.payload)
    wanted = select(*columns).join(schema.reports).where(schema.reports.c.superseded_by.is_(None))
    rows = connection.execute(wanted.order_by(_READINGS.report, _READINGS.current, _READINGS.producer))
    for report, mine in groupby(rows, key=lambda row: str(row.report)):
        yield KeptReadings(report=report, readings=tuple(_kept(row.producer, row.payload) for row in mine))


def _kept(producer: str, payload: str) -> KeptReading:
    read = loads(payload, _Read)
    return KeptReading(producer=producer, attributions=read.attributions, statements=read.statements)


def producers(connection: Connection) -> tuple[str, ...]:
    """All versions of the extractor of which some reading is kept, by name."""
    return tuple(connection.execute(select(_READINGS.producer).distinct().order_by(_READINGS.producer)).scalars())


def read_by_both(connection: Connection, first: str, second: str, behind: str) -> list[str]:
    """The ids of the reports that both read, in order, those behind that id."""
    other = tables.readings.alias("other")
    both = select(_READINGS.report).join(other, other.c.report == _READINGS.report)
    wanted = both.where(_READINGS.producer == first, other.c.producer == second, _READINGS.report > behind).order_by(
        _READINGS.report
    )
    return list(connection.execute(wanted).scalars())


def digest_of(connection: Connection, report: str, producer: str) -> str:
    """The hash of a reading as it was stored."""
    wanted = select(_READINGS.digest).where(_READINGS.report == report, _READINGS.producer == producer)
    return str(connection.execute(wanted).scalar_one())


def keep(connection: Connection, machine: Report, producer: str) -> None:
    """Keep what `producer` read as the reading in use; what it read before of this report gives way."""
    mine = (_READINGS.report == machine.id) & (_READINGS.producer == producer)
    row = {
        "report": machine.id,
        "producer": producer,
        "current": True,
        "digest": digest(machine),
        "payload": dumps(_Read(attributions=machine.attributions, statements=machine.statements)),
    }
    connection.execute(update(tables.readings).where(_READINGS.report == machine.id).values(current=False))
    if connection.execute(select(_READINGS.report).where(mine)).first():
        connection.execute(update(tables.readings).where(mine).values(**row))
    else:
        connection.execute(insert(tables.readings), [row])
