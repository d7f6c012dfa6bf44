"""Blocking keys as whole numbers, the vectors of contents, and which linker the links are by.

Keys of the linker before are of no use to this one: they are left out, and the next read links the ledger anew.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

# PostgreSQL sorts text as some language does unless told otherwise; ids, keys and moments sort as SQLite sorts them.
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables; those of the old keys give way."""
    for thing in ("statement", "report"):
        op.drop_table(f"{thing}_keys")
        op.create_table(
            f"{thing}_keys",
            sa.Column("key", sa.BigInteger, nullable=False),
            sa.Column(thing, _TEXT, nullable=False),
            sa.ForeignKeyConstraint([thing], [f"{thing}s.id"], name=f"fk_{thing}_keys_{thing}"),
            sa.PrimaryKeyConstraint("key", thing, name=f"pk_{thing}_keys"),
            sqlite_with_rowid=False,
        )
        op.create_index(f"ix_{thing}_keys_{thing}_key", f"{thing}_keys", [thing, "key"])
    op.create_table(
        "meanings",
        sa.Column("statement", _TEXT, nullable=False),
        sa.Column("vector", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("statement", name="pk_meanings"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "linkers",
        sa.Column("name", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_linkers"),
    )
