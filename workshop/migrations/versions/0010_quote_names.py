"""cards: whether a card may be quoted with the name of its writer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables."""
    with op.batch_alter_table("cards") as batch:
        batch.add_column(sa.Column("quote_name", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Change them back."""
    with op.batch_alter_table("cards") as batch:
        batch.drop_column("quote_name")
