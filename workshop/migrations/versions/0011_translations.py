"""translations: of the topic, and of chapters."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables."""
    with op.batch_alter_table("community") as batch:
        batch.add_column(sa.Column("topic_lang", sa.String(), nullable=False, server_default=""))
        batch.add_column(sa.Column("topic_original", sa.String(), nullable=False, server_default=""))
    _translate_topics()
    op.create_table(
        "section_translations",
        sa.Column("community_id", sa.String(length=40), nullable=False),
        sa.Column("section", sa.String(length=40), nullable=False),
        sa.Column("lang", sa.String(length=3), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_section_translations_community_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("community_id", "section", "lang", name=op.f("pk_section_translations")),
    )
    op.create_table(
        "translations",
        sa.Column("community_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=100), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("paragraphs", sa.Integer(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_translations_community_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_translations")),
    )


def _translate_topics() -> None:
    """A topic that is the original of a card in another language becomes what that card is translated as."""
    connection = op.get_bind()
    found = connection.execute(
        sa.text(
            "SELECT community.community_id, cards.text, cards.lang, cards.translation"
            " FROM community JOIN cards ON cards.community_id = community.community_id"
            " AND cards.id = community.topic_card"
            " WHERE cards.lang <> community.language AND community.topic = cards.text"
        )
    ).all()
    for community, text, lang, translation in found:
        connection.execute(
            sa.text(
                "UPDATE community SET topic = :topic, topic_lang = :lang, topic_original = :original"
                " WHERE community_id = :community"
            ),
            {
                "topic": translation or text,
                "lang": lang,
                "original": text if translation else "",
                "community": community,
            },
        )


def downgrade() -> None:
    """Change them back."""
    op.drop_table("translations")
    op.drop_table("section_translations")
    with op.batch_alter_table("community") as batch:
        batch.drop_column("topic_original")
        batch.drop_column("topic_lang")
