"""The tables of the shared text."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workshop.store.tables import Base


class VisionUpdateRow(Base):
    """The tail of Yjs updates since the last snapshot of a section's text."""

    __tablename__ = "vision_updates"
    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    community_id: Mapped[str] = mapped_column(ForeignKey("communities.id", ondelete="CASCADE"))
    section: Mapped[str] = mapped_column(String(40))
    at: Mapped[datetime]
    data: Mapped[bytes] = mapped_column(LargeBinary)
    __table_args__ = (Index("ix_vision_updates_section", "community_id", "section", "n"),)


class VisionSnapshot(Base):
    """A section's text up to and including update `n`."""

    __tablename__ = "vision_snapshots"
    community_id: Mapped[str] = mapped_column(
        ForeignKey("communities.id", ondelete="CASCADE"), primary_key=True
    )
    section: Mapped[str] = mapped_column(String(40), primary_key=True)
    n: Mapped[int]
    data: Mapped[bytes] = mapped_column(LargeBinary)


class SectionTranslation(Base):
    """What people made of a section's paragraphs in another language: pairs, as JSON."""

    __tablename__ = "section_translations"
    community_id: Mapped[str] = mapped_column(
        ForeignKey("communities.id", ondelete="CASCADE"), primary_key=True
    )
    section: Mapped[str] = mapped_column(String(40), primary_key=True)
    lang: Mapped[str] = mapped_column(String(3), primary_key=True)
    body: Mapped[str] = mapped_column(Text)


class ReadingReaction(Base):
    """What a neighbour said of a paragraph of a draft. Who it was is kept nowhere."""

    __tablename__ = "reading_reactions"
    community_id: Mapped[str] = mapped_column(
        ForeignKey("communities.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    reading: Mapped[str] = mapped_column(String(40))
    number: Mapped[int]
    place: Mapped[int]
    name: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(String(500))
    day: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(10))


class VersionText(Base):
    """The frozen text of a version."""

    __tablename__ = "version_texts"
    community_id: Mapped[str] = mapped_column(
        ForeignKey("communities.id", ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[str] = mapped_column(String(40), primary_key=True)
    body: Mapped[str] = mapped_column(Text)
