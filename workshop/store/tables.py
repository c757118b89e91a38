"""Tables: what they share, those of the journal, and one for each collection, made from its record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec import inspect
from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeEngine

from workshop.core.schema import Record

CONVENTION = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The metadata that migrations compare with."""

    metadata = MetaData(naming_convention=CONVENTION)


class CommunityRow(Base):
    """A community as the installation knows it; its state is in the collections."""

    __tablename__ = "communities"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    project_id: Mapped[str] = mapped_column(ForeignKey("projects.id"), index=True)
    slug: Mapped[str] = mapped_column(String(60), index=True)
    join_code: Mapped[str] = mapped_column(String(12), unique=True)
    demo: Mapped[bool]
    created: Mapped[datetime]


class FactRow(Base):
    """The journal. `subject`: "collection/record". An erased fact keeps its number only."""

    __tablename__ = "facts"
    community_id: Mapped[str] = mapped_column(
        ForeignKey("communities.id", ondelete="CASCADE"), primary_key=True
    )
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    subject: Mapped[str] = mapped_column(String(160))
    body: Mapped[str | None] = mapped_column(Text)
    command: Mapped[str | None] = mapped_column(String(40))
    __table_args__ = (Index("ix_facts_command", "community_id", "command"),)


def state_tables(records: Mapping[str, type[Record]], metadata: MetaData) -> dict[str, Table]:
    """Return a table for each collection, with a column for each field of its record.

    Args:
        records: the record of each collection.
        metadata: where the tables are added; it has the table `communities`.
    """
    return {name: _table(name, record, metadata) for name, record in records.items()}


def _table(name: str, record: type[Record], metadata: MetaData) -> Table:
    described = inspect.type_info(record)
    assert isinstance(described, inspect.StructType)
    community = ForeignKey("communities.id", ondelete="CASCADE")
    return Table(
        name,
        metadata,
        Column("community_id", String(40), community, primary_key=True),
        Column("id", String(100), primary_key=True),
        *(_column(field) for field in described.fields if field.name != "id"),
    )


def _column(field: inspect.Field) -> Column[Any]:
    kinds = field.type.types if isinstance(field.type, inspect.UnionType) else (field.type,)
    wanted = [kind for kind in kinds if not isinstance(kind, inspect.NoneType)]
    if len(wanted) != 1:
        raise TypeError(f"the field {field.name} has more than one type")
    return Column(field.name, _column_type(wanted[0]), nullable=len(wanted) < len(kinds))


def _column_type(kind: inspect.Type) -> TypeEngine[Any]:
    if isinstance(kind, inspect.Metadata):
        if (kind.extra or {}).get("bits") == 64:
            return BigInteger()
        return _column_type(kind.type)
    if isinstance(kind, inspect.ListType | inspect.DictType):
        return JSON()
    if isinstance(kind, inspect.BoolType):
        return Boolean()
    if isinstance(kind, inspect.IntType):
        return Integer()
    if isinstance(kind, inspect.StrType | inspect.LiteralType):
        return String()
    raise TypeError(f"no column holds a {type(kind).__name__}")
