"""spotlight: a paragraph of the text, beside a card."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables."""
    with op.batch_alter_table("spotlight") as batch:
        batch.add_column(sa.Column("section", sa.String(), nullable=False, server_default=""))
        batch.add_column(sa.Column("paragraph", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Change them back."""
    with op.batch_alter_table("spotlight") as batch:
        batch.drop_column("paragraph")
        batch.drop_column("section")
