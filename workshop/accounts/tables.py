"""Who may come in: accounts, projects, and the credentials of members. Hashes only."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from workshop.store.tables import Base


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


class Credential(Base):
    """How a member proves to be that member. Hashes only."""

    __tablename__ = "credentials"
    community_id: Mapped[str] = mapped_column(
        ForeignKey("communities.id", ondelete="CASCADE"), primary_key=True
    )
    member_id: Mapped[str] = mapped_column(String(40), primary_key=True)
    token_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    words_hash: Mapped[str | None] = mapped_column(String(64), index=True)
    account_id: Mapped[str | None] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    language: Mapped[str] = mapped_column(String(3))
    created: Mapped[datetime]


class ScreenLink(Base):
    """The read-only link with which a screen follows a community; at most one. Its hash only."""

    __tablename__ = "screen_links"
    community_id: Mapped[str] = mapped_column(
        ForeignKey("communities.id", ondelete="CASCADE"), primary_key=True
    )
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created: Mapped[datetime]
