"""All tables of the program."""

from __future__ import annotations

from sqlalchemy import MetaData, Table

from workshop.accounts import tables as accounts
from workshop.features import CATALOGUE
from workshop.store.tables import Base, state_tables
from workshop.vision import tables as vision

METADATA: MetaData = Base.metadata
"""Everything that migrations compare with."""

STATE_TABLES: dict[str, Table] = state_tables(CATALOGUE.records, METADATA)
"""Collection -> its table."""

__all__ = ["METADATA", "STATE_TABLES", "accounts", "vision"]
