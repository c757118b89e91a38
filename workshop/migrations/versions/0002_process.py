"""process: which process a community follows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables."""
    with op.batch_alter_table("community", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("process", sa.String(), server_default="appreciative_inquiry", nullable=False)
        )


def downgrade() -> None:
    """Change them back."""
    with op.batch_alter_table("community", schema=None) as batch_op:
        batch_op.drop_column("process")
