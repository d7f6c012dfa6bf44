"""The tables of what people decided, and of what every version of the extractor read.

`judgements` and `readings` are rows that are kept for good. `bundles` and `partings` follow from them, as claims do.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table

from sayso.ledger.schema import METADATA, TEXT

judgements = Table(
    "judgements",
    METADATA,
    Column("id", TEXT, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),  # in order of storing: the newer one counts
    Column("kind", TEXT, nullable=False),
    Column("who", TEXT, nullable=False),
    Column("at", TEXT, nullable=False),
    Column("undoes", TEXT),
    Column("payload", TEXT, nullable=False),
    Index(None, "kind"),
    Index(None, "who"),
    Index(None, "at"),
    Index(None, "undoes"),
)

# The reports whose words a judgement rests on.
judgement_reports = Table(
    "judgement_reports",
    METADATA,
    Column("report", TEXT, primary_key=True),
    Column("judgement", TEXT, ForeignKey("judgements.id"), primary_key=True),
    Index(None, "judgement", "report"),
    sqlite_with_rowid=False,
)

# Only of reports that were judged or read again: of all others, what is stored is what the machine read.
readings = Table(
    "readings",
    METADATA,
    Column("report", TEXT, ForeignKey("reports.id"), primary_key=True),
    Column("producer", TEXT, primary_key=True),
    Column("current", Boolean, nullable=False),
    Column("digest", TEXT, nullable=False),
    Column("payload", TEXT, nullable=False),
)

bundles = Table(
    "bundles",
    METADATA,
    Column("statement", TEXT, primary_key=True),
    Column("name", TEXT, nullable=False),
    Index(None, "name"),
)

partings = Table(
    "partings",
    METADATA,
    Column("a", TEXT, primary_key=True),
    Column("b", TEXT, primary_key=True),
    Index(None, "b"),
)
