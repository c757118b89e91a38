"""agendas: what a meeting does, where the group is in it, and when."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENTS = ("opened_at", "closed_at", "item_started_at")


def upgrade() -> None:
    """Change the tables."""
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("agenda", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("item", sa.String(), nullable=True))
        for moment in MOMENTS:
            batch_op.add_column(sa.Column(moment, sa.BigInteger(), nullable=True))


def downgrade() -> None:
    """Change them back."""
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        for name in (*MOMENTS, "item", "agenda"):
            batch_op.drop_column(name)
