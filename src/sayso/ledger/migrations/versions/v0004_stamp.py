"""A stamp that every change renews, so that whoever has seen the ledger can ask whether it is still the same."""

from __future__ import annotations

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table, with its one row."""
    stamps = op.create_table("stamps", sa.Column("stamp", sa.Text(), nullable=False))
    op.bulk_insert(stamps, [{"stamp": uuid4().hex}])
