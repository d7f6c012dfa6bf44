"""The tables of a ledger: one schema for every database.

Each row keeps the whole thing as JSON in `payload`, exactly as it was given; the other columns repeat what is searched
and sorted by. Times are ISO 8601 in 19 characters, so that they sort as text.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)

# PostgreSQL sorts text as some language does unless told otherwise; ids, keys and moments sort as SQLite sorts them.
TEXT = Text().with_variant(Text(collation="C"), "postgresql")
_ID = TEXT
_INSTANT = TEXT


def _lookup(name: str, first: Column[Any], second: Column[str]) -> Table:
    """A table of pairs that is looked up from both sides."""
    return Table(name, METADATA, first, second, Index(None, second.name, first.name), sqlite_with_rowid=False)


reports = Table(
    "reports",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column(
        "number", Integer, nullable=False, unique=True
    ),  # in order of storing: the index of words knows only numbers
    Column("uri", TEXT, nullable=False),
    Column("outlet", TEXT),
    Column("outlet_key", TEXT, nullable=False),
    Column("title", TEXT),
    Column("published", TEXT),
    Column("updated", TEXT),
    Column("instant", _INSTANT, nullable=False),
    Column("language", TEXT, nullable=False),
    Column("statements", Integer, nullable=False),
    # No foreign key: the newest version may be stored after those it outdates.
    Column("superseded_by", _ID),
    Column("digest", _ID, nullable=False),
    Column("payload", TEXT, nullable=False),
    Index(None, "instant", "id"),
    Index(None, "superseded_by"),
    Index(None, "outlet_key"),
)

version_keys = Table(
    "version_keys",
    METADATA,
    Column("key", _ID, primary_key=True),
    Column("report", _ID, ForeignKey("reports.id"), primary_key=True),
    Column("weight", Integer, nullable=False),
    sqlite_with_rowid=False,
)

statements = Table(
    "statements",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),  # those of one report follow each other
    Column("report", _ID, ForeignKey("reports.id"), nullable=False),
    Column("place_in_report", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("origin", _ID),
    Column("origin_key", TEXT, nullable=False),
    Column("certainty", TEXT, nullable=False),
    Column("polarity", TEXT, nullable=False),
    Column("realis", TEXT, nullable=False),
    Column("plover", TEXT),
    Column("cameo", TEXT),
    Column("time_start", _INSTANT),
    Column("time_end", _INSTANT),
    # The event's time or, where it has none, the report's.
    Column("dated_start", _INSTANT, nullable=False),
    Column("dated_end", _INSTANT, nullable=False),
    Column("place_key", TEXT),
    Column("geonames_id", Integer),
    Column("country", TEXT),
    Column("payload", TEXT, nullable=False),
    Index(None, "report", "place_in_report"),
    Index(None, "origin"),
    Index(None, "origin_key"),
    Index(None, "certainty"),
    Index(None, "plover"),
    Index(None, "cameo"),
    Index(None, "time_start", "time_end", "id"),
    Index(None, "dated_start", "dated_end"),
    Index(None, "place_key"),
    Index(None, "geonames_id"),
    Index(None, "country"),
)

actors = Table(
    "actors",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("key", TEXT, primary_key=True),
    Column("name", TEXT, nullable=False),
)

# The few names among the many rows that repeat them: searched by a part, where no index of the rows would help.
names = Table("names", METADATA, Column("kind", TEXT, primary_key=True), Column("key", TEXT, primary_key=True))

statement_actors = Table(
    "statement_actors",
    METADATA,
    Column("statement", _ID, ForeignKey("statements.id"), primary_key=True),
    Column("actor", _ID, primary_key=True),
    Column("role", TEXT, primary_key=True),
    Index(None, "actor", "role", "statement"),
    sqlite_with_rowid=False,
)

statement_keys = _lookup(
    "statement_keys",
    Column("key", BigInteger, primary_key=True),
    Column("statement", _ID, ForeignKey("statements.id"), primary_key=True),
)

report_keys = _lookup(
    "report_keys",
    Column("key", BigInteger, primary_key=True),
    Column("report", _ID, ForeignKey("reports.id"), primary_key=True),
)

# The vector of a statement's content, a signed byte a number. No foreign key: a reading that is judged or made anew
# shows other statements for a while, and the same ones again later.
meanings = Table(
    "meanings",
    METADATA,
    Column("statement", _ID, primary_key=True),
    Column("vector", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

# By which linker (name@version) the links are: at most one row.
linkers = Table("linkers", METADATA, Column("name", TEXT, primary_key=True))

same_claim = Table(
    "same_claim",
    METADATA,
    Column("a", _ID, ForeignKey("statements.id"), primary_key=True),
    Column("b", _ID, ForeignKey("statements.id"), primary_key=True),
    Column("score", Float, nullable=False),
    Column("payload", TEXT, nullable=False),
    Index(None, "b"),
)

claims = Table(
    "claims",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("instant", _INSTANT, nullable=False),
    Column("contested", Boolean, nullable=False),
    Column("min_origins", Integer, nullable=False),
    Column("payload", TEXT, nullable=False),
    # read in order: what is asked of a claim as a whole is told by the index alone
    Index(None, "instant", "id", "min_origins", "contested"),
)

claim_members = _lookup(
    "claim_members",
    Column("claim", _ID, ForeignKey("claims.id"), primary_key=True),
    Column("statement", _ID, ForeignKey("statements.id"), primary_key=True),
)

derivations = Table(
    "derivations",
    METADATA,
    Column("report", _ID, ForeignKey("reports.id"), primary_key=True),
    Column("source", _ID, ForeignKey("reports.id"), primary_key=True),
    Column("kind", TEXT, primary_key=True),
    Column("payload", TEXT, nullable=False),
    Index(None, "source"),
)

drifts = Table(
    "drifts",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("source", _ID, ForeignKey("statements.id"), nullable=False),
    Column("target", _ID, ForeignKey("statements.id"), nullable=False),
    Column("payload", TEXT, nullable=False),
    Index(None, "source"),
    Index(None, "target"),
)

drops = Table(
    "drops",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("reason", TEXT, nullable=False),
    Column("place", TEXT, nullable=False),
    Column("payload", TEXT, nullable=False),
    Index(None, "place", "id"),
)
