"""document: what may stand in the text; the sections about the starter values carry their building block."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

BLOCKS = {
    "section-04": "safe_play",
    "section-05": "own_pace",
    "section-06": "fun",
    "section-07": "meeting",
    "section-08": "talents",
}
"""The first sections of appreciative inquiry, as a community got them until now."""

sections = sa.table(
    "sections", sa.column("community_id"), sa.column("id"), sa.column("block"), sa.column("level")
)
community = sa.table("community", sa.column("community_id"), sa.column("process"))


def upgrade() -> None:
    """Change the tables."""
    op.create_table(
        "accepted",
        sa.Column("stands_in", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("community_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_accepted_community_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_accepted")),
    )
    follows = sa.select(community.c.community_id).where(community.c.process == "appreciative_inquiry")
    for section, block in BLOCKS.items():
        op.execute(
            sections.update()
            .where(
                sections.c.id == section,
                sections.c.block.is_(None),
                sections.c.level == 2,
                sections.c.community_id.in_(follows),
            )
            .values(block=block)
        )


def downgrade() -> None:
    """Change them back."""
    op.execute(sections.update().where(sections.c.block.in_(BLOCKS.values())).values(block=None))
    op.drop_table("accepted")
