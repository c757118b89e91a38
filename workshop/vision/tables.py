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


class VersionText(Base):
    """The frozen text of a version."""

    __tablename__ = "version_texts"
    community_id: Mapped[str] = mapped_column(
        ForeignKey("communities.id", ondelete="CASCADE"), primary_key=True
    )
    version: Mapped[str] = mapped_column(String(40), primary_key=True)
    body: Mapped[str] = mapped_column(Text)
