"""What people decide, and what every version of the extractor read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

# PostgreSQL sorts text as some language does unless told otherwise; ids, keys and moments sort as SQLite sorts them.
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables; a ledger without judgements has nothing in them."""
    _judgements()
    _readings()
    _bonds()


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("kind", _TEXT, nullable=False),
        sa.Column("who", _TEXT, nullable=False),
        sa.Column("at", _TEXT, nullable=False),
        sa.Column("undoes", _TEXT, nullable=True),
        sa.Column("payload", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
        sa.UniqueConstraint("number", name="uq_judgements_number"),
    )
    for column in ("kind", "who", "at", "undoes"):
        op.create_index(f"ix_judgements_{column}", "judgements", [column])
    op.create_table(
        "judgement_reports",
        sa.Column("report", _TEXT, nullable=False),
        sa.Column("judgement", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(["judgement"], ["judgements.id"], name="fk_judgement_reports_judgement"),
        sa.PrimaryKeyConstraint("report", "judgement", name="pk_judgement_reports"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_judgement_reports_judgement_report", "judgement_reports", ["judgement", "report"])


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("report", _TEXT, nullable=False),
        sa.Column("producer", _TEXT, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("digest", _TEXT, nullable=False),
        sa.Column("payload", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_readings_report"),
        sa.PrimaryKeyConstraint("report", "producer", name="pk_readings"),
    )


def _bonds() -> None:
    op.create_table(
        "bundles",
        sa.Column("statement", _TEXT, nullable=False),
        sa.Column("name", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("statement", name="pk_bundles"),
    )
    op.create_index("ix_bundles_name", "bundles", ["name"])
    op.create_table(
        "partings",
        sa.Column("a", _TEXT, nullable=False),
        sa.Column("b", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("a", "b", name="pk_partings"),
    )
    op.create_index("ix_partings_b", "partings", ["b"])
