"""Search over folded words, the same in every database; they are filled in anew after the migration."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the indexes of words."""
    if op.get_bind().dialect.name == "sqlite":
        _in_sqlite()
    else:
        _in_postgresql()


def _in_sqlite() -> None:
    for name, columns in (("body_words", "title, body"), ("content_words", "content, actors")):
        op.execute(f"DROP TABLE {name}")
        # Without a copy of the text, and with the plainest tokenizer: the words come folded, a blank between two.
        op.execute(f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, content = '', tokenize = 'ascii')")


def _in_postgresql() -> None:
    for name in ("body_words", "content_words"):
        op.create_table(
            name,
            sa.Column("number", sa.Integer, nullable=False),
            sa.Column("words", sa.Text(collation="C"), nullable=False),
            sa.Column("vector", TSVECTOR, nullable=False),
            sa.PrimaryKeyConstraint("number", name=f"pk_{name}"),
        )
        op.create_index(f"ix_{name}_vector", name, ["vector"], postgresql_using="gin")
