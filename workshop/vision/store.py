"""The log of a section's text: its last snapshot and the updates since then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time

from sqlalchemy import Connection, Table, delete, func, insert, select

from workshop.store.statements import BulkInsert
from workshop.vision.tables import VisionSnapshot, VisionUpdateRow

_updates: Table = VisionUpdateRow.metadata.tables["vision_updates"]
_snapshots: Table = VisionSnapshot.metadata.tables["vision_snapshots"]
_APPEND = BulkInsert(_updates, lambda _dialect: insert(_updates))


def _today() -> datetime:
    # The day only: a moment would tell who was writing when.
    return datetime.combine(datetime.now(UTC), time())


@dataclass(frozen=True, slots=True)
class Log:
    """What is kept of a text, in the order in which it is replayed."""

    snapshot: bytes | None
    tail: tuple[bytes, ...]

    @property
    def parts(self) -> tuple[bytes, ...]:
        """Every update to replay."""
        return self.tail if self.snapshot is None else (self.snapshot, *self.tail)


class VisionStore:
    """Reads and writes the log, in whatever transaction the caller has open.

    A snapshot replaces the updates that it covers in the same transaction, so what is in the
    update table is always the tail; numbers are never compared between the two tables.
    """

    def load(self, conn: Connection, community: str, section: str) -> Log:
        """Everything that is kept of a section's text."""
        snapshot = conn.execute(
            select(_snapshots.c.data).where(
                _snapshots.c.community_id == community, _snapshots.c.section == section
            )
        ).scalar_one_or_none()
        tail = conn.execute(
            select(_updates.c.data)
            .where(_updates.c.community_id == community, _updates.c.section == section)
            .order_by(_updates.c.n)
        ).scalars()
        return Log(None if snapshot is None else bytes(snapshot), tuple(bytes(data) for data in tail))

    def append(self, conn: Connection, community: str, section: str, data: bytes) -> None:
        """Add an update to the log."""
        row = {"community_id": community, "section": section, "at": _today(), "data": data}
        _APPEND.run(conn, [row])

    def compact(self, conn: Connection, community: str, section: str, data: bytes) -> None:
        """Write a snapshot and drop the updates that it covers."""
        covered = (_updates.c.community_id == community, _updates.c.section == section)
        last = conn.execute(select(func.max(_updates.c.n)).where(*covered)).scalar_one()
        kept = (_snapshots.c.community_id == community, _snapshots.c.section == section)
        conn.execute(delete(_snapshots).where(*kept))
        row = {"community_id": community, "section": section, "n": last or 0, "data": data}
        conn.execute(insert(_snapshots), row)
        conn.execute(delete(_updates).where(*covered))

    def forget(self, conn: Connection, community: str) -> None:
        """Remove all texts of a community."""
        conn.execute(delete(_updates).where(_updates.c.community_id == community))
        conn.execute(delete(_snapshots).where(_snapshots.c.community_id == community))
