"""The first version of the schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# PostgreSQL sorts text as some language does unless told otherwise; ids, keys and moments sort as SQLite sorts them.
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make all tables."""
    _reports()
    _statements()
    _links()
    _drops()
    if op.get_bind().dialect.name == "sqlite":
        _words_in_sqlite()


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("uri", _TEXT, nullable=False),
        sa.Column("outlet", _TEXT, nullable=True),
        sa.Column("outlet_key", _TEXT, nullable=False),
        sa.Column("title", _TEXT, nullable=True),
        sa.Column("published", _TEXT, nullable=True),
        sa.Column("updated", _TEXT, nullable=True),
        sa.Column("instant", _TEXT, nullable=False),
        sa.Column("language", _TEXT, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.Column("superseded_by", _TEXT, nullable=True),
        sa.Column("digest", _TEXT, nullable=False),
        sa.Column("payload", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.UniqueConstraint("number", name="uq_reports_number"),
    )
    op.create_index("ix_reports_instant_id", "reports", ["instant", "id"])
    op.create_index("ix_reports_outlet_key", "reports", ["outlet_key"])
    op.create_index("ix_reports_superseded_by", "reports", ["superseded_by"])
    op.create_table(
        "version_keys",
        sa.Column("key", _TEXT, nullable=False),
        sa.Column("report", _TEXT, nullable=False),
        sa.Column("weight", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_version_keys_report"),
        sa.PrimaryKeyConstraint("key", "report", name="pk_version_keys"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "report_keys",
        sa.Column("key", _TEXT, nullable=False),
        sa.Column("report", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_report_keys_report"),
        sa.PrimaryKeyConstraint("key", "report", name="pk_report_keys"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_report_keys_report_key", "report_keys", ["report", "key"])
    op.create_table(
        "derivations",
        sa.Column("report", _TEXT, nullable=False),
        sa.Column("source", _TEXT, nullable=False),
        sa.Column("kind", _TEXT, nullable=False),
        sa.Column("payload", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_derivations_report"),
        sa.ForeignKeyConstraint(["source"], ["reports.id"], name="fk_derivations_source"),
        sa.PrimaryKeyConstraint("report", "source", "kind", name="pk_derivations"),
    )
    op.create_index("ix_derivations_source", "derivations", ["source"])


def _statements() -> None:
    op.create_table(
        "statements",
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("report", _TEXT, nullable=False),
        sa.Column("place_in_report", sa.Integer, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("origin", _TEXT, nullable=True),
        sa.Column("origin_key", _TEXT, nullable=False),
        sa.Column("certainty", _TEXT, nullable=False),
        sa.Column("polarity", _TEXT, nullable=False),
        sa.Column("realis", _TEXT, nullable=False),
        sa.Column("plover", _TEXT, nullable=True),
        sa.Column("cameo", _TEXT, nullable=True),
        sa.Column("time_start", _TEXT, nullable=True),
        sa.Column("time_end", _TEXT, nullable=True),
        sa.Column("dated_start", _TEXT, nullable=False),
        sa.Column("dated_end", _TEXT, nullable=False),
        sa.Column("place_key", _TEXT, nullable=True),
        sa.Column("geonames_id", sa.Integer, nullable=True),
        sa.Column("country", _TEXT, nullable=True),
        sa.Column("payload", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_statements_report"),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
        sa.UniqueConstraint("number", name="uq_statements_number"),
    )
    op.create_index("ix_statements_cameo", "statements", ["cameo"])
    op.create_index("ix_statements_country", "statements", ["country"])
    op.create_index("ix_statements_dated_start_dated_end", "statements", ["dated_start", "dated_end"])
    op.create_index("ix_statements_geonames_id", "statements", ["geonames_id"])
    op.create_index("ix_statements_origin", "statements", ["origin"])
    op.create_index("ix_statements_origin_key", "statements", ["origin_key"])
    op.create_index("ix_statements_place_key", "statements", ["place_key"])
    op.create_index("ix_statements_plover", "statements", ["plover"])
    op.create_index("ix_statements_report_place_in_report", "statements", ["report", "place_in_report"])
    op.create_index("ix_statements_time_start_time_end_id", "statements", ["time_start", "time_end", "id"])
    op.create_table(
        "actors",
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("key", _TEXT, nullable=False),
        sa.Column("name", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", "key", name="pk_actors"),
    )
    op.create_table(
        "names",
        sa.Column("kind", _TEXT, nullable=False),
        sa.Column("key", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("kind", "key", name="pk_names"),
    )
    op.create_table(
        "statement_actors",
        sa.Column("statement", _TEXT, nullable=False),
        sa.Column("actor", _TEXT, nullable=False),
        sa.Column("role", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(["statement"], ["statements.id"], name="fk_statement_actors_statement"),
        sa.PrimaryKeyConstraint("statement", "actor", "role", name="pk_statement_actors"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_statement_actors_actor_role_statement", "statement_actors", ["actor", "role", "statement"])
    op.create_table(
        "statement_keys",
        sa.Column("key", _TEXT, nullable=False),
        sa.Column("statement", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(["statement"], ["statements.id"], name="fk_statement_keys_statement"),
        sa.PrimaryKeyConstraint("key", "statement", name="pk_statement_keys"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_statement_keys_statement_key", "statement_keys", ["statement", "key"])


def _links() -> None:
    op.create_table(
        "same_claim",
        sa.Column("a", _TEXT, nullable=False),
        sa.Column("b", _TEXT, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("payload", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(["a"], ["statements.id"], name="fk_same_claim_a"),
        sa.ForeignKeyConstraint(["b"], ["statements.id"], name="fk_same_claim_b"),
        sa.PrimaryKeyConstraint("a", "b", name="pk_same_claim"),
    )
    op.create_index("ix_same_claim_b", "same_claim", ["b"])
    op.create_table(
        "drifts",
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("source", _TEXT, nullable=False),
        sa.Column("target", _TEXT, nullable=False),
        sa.Column("payload", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(["source"], ["statements.id"], name="fk_drifts_source"),
        sa.ForeignKeyConstraint(["target"], ["statements.id"], name="fk_drifts_target"),
        sa.PrimaryKeyConstraint("id", name="pk_drifts"),
    )
    op.create_index("ix_drifts_source", "drifts", ["source"])
    op.create_index("ix_drifts_target", "drifts", ["target"])
    op.create_table(
        "claims",
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("instant", _TEXT, nullable=False),
        sa.Column("contested", sa.Boolean, nullable=False),
        sa.Column("min_origins", sa.Integer, nullable=False),
        sa.Column("payload", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
    )
    op.create_index("ix_claims_instant_id", "claims", ["instant", "id"])
    op.create_table(
        "claim_members",
        sa.Column("claim", _TEXT, nullable=False),
        sa.Column("statement", _TEXT, nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name="fk_claim_members_claim"),
        sa.ForeignKeyConstraint(["statement"], ["statements.id"], name="fk_claim_members_statement"),
        sa.PrimaryKeyConstraint("claim", "statement", name="pk_claim_members"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_claim_members_statement_claim", "claim_members", ["statement", "claim"])


def _drops() -> None:
    op.create_table(
        "drops",
        sa.Column("id", _TEXT, nullable=False),
        sa.Column("reason", _TEXT, nullable=False),
        sa.Column("place", _TEXT, nullable=False),
        sa.Column("payload", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_drops"),
    )
    op.create_index("ix_drops_place_id", "drops", ["place", "id"])


def _words_in_sqlite() -> None:
    op.execute("CREATE VIRTUAL TABLE body_words USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 2')")
    op.execute("CREATE VIRTUAL TABLE content_words USING fts5(content, tokenize = 'unicode61 remove_diacritics 2')")
