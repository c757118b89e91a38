"""versions: a name, why it was frozen, its place in the order."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables."""
    with op.batch_alter_table("versions") as batch:
        batch.add_column(sa.Column("name", sa.String(), nullable=False, server_default=""))
        batch.add_column(sa.Column("occasion", sa.String(), nullable=False, server_default="round"))
        batch.add_column(sa.Column("number", sa.Integer(), nullable=False, server_default="0"))
        batch.add_column(sa.Column("meeting", sa.String(), nullable=True))
        batch.add_column(sa.Column("origin", sa.String(), nullable=True))


def downgrade() -> None:
    """Change them back."""
    with op.batch_alter_table("versions") as batch:
        batch.drop_column("origin")
        batch.drop_column("meeting")
        batch.drop_column("number")
        batch.drop_column("occasion")
        batch.drop_column("name")
