"""What every table shares."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, ForeignKey, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

CONVENTION = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The metadata that migrations compare with."""

    metadata = MetaData(naming_convention=CONVENTION)
    type_annotation_map = {list[str]: JSON, dict[str, int]: JSON, dict[str, Any]: JSON}


class InCommunity(Base):
    """A record of one community's state: nothing is ever found without its community."""

    __abstract__ = True

    community_id: Mapped[str] = mapped_column(
        String(40), ForeignKey("communities.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[str] = mapped_column(String(100), primary_key=True)
