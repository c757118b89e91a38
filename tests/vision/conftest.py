"""A database with the tables of the vision."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, create_engine

from workshop.store.tables import Base
from workshop.vision.room import VisionLimits, VisionRooms
from workshop.vision.store import VisionStore


@pytest.fixture()
def engine() -> Iterator[Engine]:
    """An empty database in memory."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture()
def conn(engine: Engine) -> Iterator[Connection]:
    """One open transaction."""
    with engine.begin() as connection:
        yield connection


@pytest.fixture()
def rooms() -> VisionRooms:
    """Rooms with small limits, so that tests reach them."""
    limits = VisionLimits(update_bytes=16_384, document_bytes=60_000, snapshot_every=5)
    return VisionRooms(VisionStore(), limits)
