"""An index of how sure statements are: what few are is found without a look at all of them."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_statements_certainty", "statements", ["certainty"])
