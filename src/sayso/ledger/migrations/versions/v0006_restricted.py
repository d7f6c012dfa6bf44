"""Indexes of what lists are restricted by: how sure statements are, how many origins claims have, which are contested.

What few meet is found without a look at every row.
"""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the indexes; that of claims takes the place of a shorter one."""
    op.create_index("ix_statements_certainty", "statements", ["certainty"])
    op.drop_index("ix_claims_instant_id", "claims")
    op.create_index(
        "ix_claims_instant_id_min_origins_contested", "claims", ["instant", "id", "min_origins", "contested"]
    )
