"""What never leaves the server as it is: accounts, credentials, the log, the texts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workshop.models.base import Base


class Account(Base):
    """A facilitator who signs in."""

    __tablename__ = "accounts"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    email: Mapped[str] = mapped_column(String(200), unique=True)
    password_hash: Mapped[str]
    language: Mapped[str] = mapped_column(String(3))
    created: Mapped[datetime]


class FirstLink(Base):
    """A one-time link with which somebody becomes a facilitator."""

    __tablename__ = "first_links"
    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    created: Mapped[datetime]
    used: Mapped[datetime | None]


class Project(Base):
    """Owner, partners and funder of one or more communities."""

    __tablename__ = "projects"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str]
    owner: Mapped[str]
    partners: Mapped[str]
    funder: Mapped[str]
    created: Mapped[datetime]


class ProjectMember(Base):
    """Which account may work in which project."""

    __tablename__ = "project_members"
    project_id: Mapped[str] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)


class CommunityRow(Base):
    """A community as the house knows it; its state is in the collections."""

    __tablename__ = "communities"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("projects.id"), index=True)
    slug: Mapped[str] = mapped_column(String(60), index=True)
    join_code: Mapped[str] = mapped_column(String(12), unique=True)
    demo: Mapped[bool]
    created: Mapped[datetime]


class Credential(Base):
    """How a member proves to be that member. Hashes only."""

    __tablename__ = "credentials"
    community_id: Mapped[str] = mapped_column(
        ForeignKey("communities.id", ondelete="CASCADE"), primary_key=True
    )
    member_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    words_hash: Mapped[str | None] = mapped_column(String(64), index=True)
    account_id: Mapped[str | None] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), index=True
    )
    language: Mapped[str] = mapped_column(String(3))
    created: Mapped[datetime]


class FactRow(Base):
    """The log. `subject`: "collection/record". An erased fact keeps its number only."""

    __tablename__ = "facts"
    community_id: Mapped[str] = mapped_column(
        ForeignKey("communities.id", ondelete="CASCADE"), primary_key=True
    )
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    subject: Mapped[str] = mapped_column(String(160))
    body: Mapped[str | None] = mapped_column(Text)
    command: Mapped[str | None] = mapped_column(String(40))
    __table_args__ = (
        Index("ix_facts_command", "community_id", "command"),
    )


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
