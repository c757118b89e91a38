"""consent: one paragraph, who is absent, until when, the sentence an answer is about, rewordings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

LISTS = ("least", "absent", "typed", "together", "absent_roles")
ROUNDS = sa.table("rounds", sa.column("community_id"), sa.column("id"), sa.column("typed", sa.JSON()))
ANSWERS = sa.table(
    "answers", sa.column("community_id"), sa.column("round"), sa.column("member"), sa.column("typed_by")
)


def upgrade() -> None:
    """Change the tables."""
    with op.batch_alter_table("rounds") as batch:
        batch.add_column(sa.Column("section", sa.String(), nullable=False, server_default=""))
        batch.add_column(sa.Column("words", sa.String(), nullable=False, server_default=""))
        batch.add_column(sa.Column("until", sa.String(), nullable=True))
        batch.add_column(sa.Column("after", sa.String(), nullable=True))
        for name in LISTS:
            batch.add_column(sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))
    _keep_for_whom_somebody_typed()
    with op.batch_alter_table("answers") as batch:
        batch.drop_column("typed_by")
        batch.add_column(sa.Column("sentence", sa.String(), nullable=False, server_default=""))
        batch.add_column(sa.Column("strong", sa.JSON(), nullable=False, server_default="[]"))
    op.create_table(
        "rewordings",
        sa.Column("community_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=100), nullable=False),
        sa.Column("round", sa.String(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_rewordings_community_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_rewordings")),
    )


def _keep_for_whom_somebody_typed() -> None:
    connection = op.get_bind()
    typed: dict[tuple[str, str], list[str]] = {}
    wanted = sa.select(ANSWERS.c.community_id, ANSWERS.c.round, ANSWERS.c.member).where(
        ANSWERS.c.typed_by.is_not(None)
    )
    for row in connection.execute(wanted.order_by(ANSWERS.c.member)):
        typed.setdefault((row.community_id, row.round), []).append(row.member)
    for (community, round_id), members in typed.items():
        here = (ROUNDS.c.community_id == community, ROUNDS.c.id == round_id)
        connection.execute(sa.update(ROUNDS).where(*here).values(typed=members))


def downgrade() -> None:
    """Change them back."""
    op.drop_table("rewordings")
    with op.batch_alter_table("answers") as batch:
        batch.drop_column("strong")
        batch.drop_column("sentence")
        batch.add_column(sa.Column("typed_by", sa.String(), nullable=True))
    with op.batch_alter_table("rounds") as batch:
        for name in (*reversed(LISTS), "after", "until", "words", "section"):
            batch.drop_column(name)
