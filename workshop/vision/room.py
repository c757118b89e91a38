"""The sections' documents that are in use: opened from the log, changed, written back to it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pycrdt import Doc, XmlFragment, merge_updates
from sqlalchemy import Connection

from workshop.core.errors import DomainError
from workshop.vision.lib0 import Malformed
from workshop.vision.passages import move_to_words
from workshop.vision.places import Places
from workshop.vision.rewrite import rewrite
from workshop.vision.schema import ROOT, UPDATE_BYTES, check_version
from workshop.vision.store import VisionStore
from workshop.vision.tree import Tree
from workshop.vision.update import Update, deleting, halved, read_document, read_update, read_vector


@dataclass(frozen=True, slots=True)
class VisionLimits:
    """Bounds of the shared texts.

    Attributes:
        update_bytes: largest single update.
        document_bytes: largest text, with its history of deletions.
        snapshot_every: updates after which a snapshot takes their place.
        rooms: documents kept in memory.
    """

    update_bytes: int = UPDATE_BYTES
    document_bytes: int = 1024 * 1024
    snapshot_every: int = 200
    rooms: int = 256


@dataclass(slots=True)
class _Room:
    """A document with what it knows and how heavy its log is. `places` comes with the first change."""

    doc: Doc[Any]
    known: dict[int, int]
    bytes: int
    tail: int
    places: Places | None = None


class VisionRooms:
    """Opens and changes the documents of sections.

    Every change goes into the log in the caller's transaction. When that transaction fails,
    call `forget`: the document is then read from the log again.

    Args:
        store: the log.
        limits: bounds.
    """

    def __init__(self, store: VisionStore, limits: VisionLimits) -> None:
        self._store = store
        self._limits = limits
        self._rooms: OrderedDict[tuple[str, str], _Room] = OrderedDict()

    def open(
        self, conn: Connection, community: str, section: str, vector: bytes, schema: int | None = None
    ) -> tuple[bytes, bytes]:
        """What a client lacks, and what the server has.

        Args:
            conn: for reading the log.
            community: community id.
            section: section id.
            vector: the client's state vector, or empty bytes.
            schema: the client's schema version, when it should be checked here.

        Returns:
            (update, vector): the update the client lacks, and the server's state vector.

        Raises:
            DomainError: `vision.stale_schema`, or `vision.bad_update` for a broken vector.
        """
        if schema is not None:
            check_version(schema)
        if len(vector) > self._limits.update_bytes:
            raise DomainError("vision.bad_update")
        try:
            read_vector(vector)
            room = self._room(conn, community, section)
            return room.doc.get_update(vector or b"\x00"), room.doc.get_state()
        except Malformed as error:
            raise DomainError("vision.bad_update") from error
        except BaseException as error:
            self._refuse(error, community, section)
            raise

    def apply(
        self, conn: Connection, community: str, section: str, data: bytes, schema: int | None = None
    ) -> tuple[bytes, ...]:
        """Check an update, change the document and append it to the log.

        Args:
            conn: the caller's transaction.
            community: community id.
            section: section id.
            data: a Yjs update (version 1).
            schema: the client's schema version, when it should be checked here.

        Returns:
            What is to be passed on: nothing when a resent update brought nothing new, otherwise the update.
            Two changes where it cut a character in two, which its sender lacks as well.

        Raises:
            DomainError: `vision.stale_schema`, `vision.bad_update`, `vision.too_long`.
        """
        if schema is not None:
            check_version(schema)
        if len(data) > self._limits.update_bytes:
            raise self._too_long()
        try:
            update = read_update(data)
            room = self._room(conn, community, section)
            if not update.fits(room.known):
                raise Malformed("refers to something that never arrived")
            if not update.is_new(room.known):
                return ()
            room = self._with_space(conn, community, section, room, update, len(data))
            changes = self._change(room, update, data)
        except Malformed as error:
            raise DomainError("vision.bad_update") from error
        except BaseException as error:
            self._refuse(error, community, section)
            raise
        for change in changes:
            self._store.append(conn, community, section, change)
            room.bytes += len(change)
            room.tail += 1
        if room.tail >= self._limits.snapshot_every:
            self._compact(conn, community, section)
        return changes

    def rewrite(self, conn: Connection, community: str, section: str, tree: Tree) -> list[bytes]:
        """Make the text of a section this one, with updates like those of a writer.

        Args:
            conn: the caller's transaction.
            community: community id.
            section: section id.
            tree: the text that it is to have.

        Returns:
            The updates, which are in the log.

        Raises:
            DomainError: `vision.too_long`; nothing has changed.
        """
        room = self._room(conn, community, section)
        updates = rewrite(room.doc.get_update(), tree)
        size = sum(len(update) for update in updates)
        if room.bytes + size > self._limits.document_bytes and room.tail:
            room = self._compact(conn, community, section)
        if room.bytes + size > self._limits.document_bytes:
            raise self._too_long()
        for update in updates:
            self.apply(conn, community, section, update)
        return updates

    def forget(self, community: str, section: str | None = None) -> None:
        """Drop a document (or all of a community) from memory; the log is read when next needed."""
        if section is not None:
            self._rooms.pop((community, section), None)
            return
        for key in [key for key in self._rooms if key[0] == community]:
            del self._rooms[key]

    def _refuse(self, error: BaseException, community: str, section: str) -> None:
        """Turn what pycrdt raises into a refusal; the document may be spoiled, so it goes."""
        self.forget(community, section)
        panic = type(error).__name__ == "PanicException"
        if panic or isinstance(error, ValueError | RuntimeError | OverflowError):
            raise DomainError("vision.bad_update") from error

    def _room(self, conn: Connection, community: str, section: str) -> _Room:
        key = (community, section)
        room = self._rooms.get(key)
        if room is None:
            room = self._replay(conn, community, section)
            # Reading may have let another one in; whoever came first holds the changes.
            room = self._rooms.setdefault(key, room)
            while len(self._rooms) > self._limits.rooms:
                self._rooms.popitem(last=False)
        self._rooms.move_to_end(key)
        return room

    def _replay(self, conn: Connection, community: str, section: str) -> _Room:
        log = self._store.load(conn, community, section)
        doc: Doc[Any] = Doc()
        doc.get(ROOT, type=XmlFragment)
        with doc.transaction():
            for data in log.parts:
                doc.apply_update(data)
        size = sum(len(data) for data in log.parts)
        tail = len(log.tail)
        moved = move_to_words(doc)
        if moved is not None:
            self._store.append(conn, community, section, moved)
            size, tail = size + len(moved), tail + 1
        return _Room(doc, read_vector(doc.get_state()), size, tail)

    def _with_space(
        self, conn: Connection, community: str, section: str, room: _Room, update: Update, size: int
    ) -> _Room:
        """Make room for `size` more bytes. Deleting is always possible."""
        limit = self._limits.document_bytes
        if room.bytes + size <= limit or not update.spans:
            return room
        if room.tail:
            room = self._compact(conn, community, section)
        if room.bytes + size > limit:
            raise self._too_long()
        return room

    def _too_long(self) -> DomainError:
        return DomainError("vision.too_long", thousands=self._limits.document_bytes // 1000)

    def _change(self, room: _Room, update: Update, data: bytes) -> tuple[bytes, ...]:
        if room.places is None:
            room.places = Places()
            room.places.learn(read_document(room.doc.get_update()))
        runs = room.places.check(update)
        changes = _without_halves(room.places, update, data)
        for change in changes:
            room.doc.apply_update(change)
        room.places.add(update.items, runs)
        room.places.add_pairs(update)
        for client, (_, end) in update.spans.items():
            room.known[client] = max(end, room.known.get(client, 0))
        return changes

    def _compact(self, conn: Connection, community: str, section: str) -> _Room:
        """Replace the tail by a snapshot: the log replayed into a fresh document."""
        before = self._rooms.get((community, section))
        room = self._replay(conn, community, section)
        room.places = before.places if before else None
        snapshot = room.doc.get_update()
        self._store.compact(conn, community, section, snapshot)
        room.bytes, room.tail = len(snapshot), 0
        self._rooms[(community, section)] = room
        return room


def _without_halves(places: Places, update: Update, data: bytes) -> tuple[bytes, ...]:
    """Return an update as changes in which no character is cut in two.

    The server's library loses count where half a character is left, and what is written after it is lost.
    So one that was there is deleted whole before, for everybody.
    """
    known, own = places.torn(update)
    if own:
        data = halved(data, update, own)
    if not known:
        return (data,)
    return b"\0" + deleting([(client, clock, 2) for client, clock in known]), data


def together(updates: Sequence[bytes]) -> list[bytes]:
    """Return changes that were applied one after the other as one, so that a phone reads one message.

    Only for the few that come within a moment: merging takes time with their square.
    """
    if len(updates) == 1:
        return list(updates)
    try:
        return [merge_updates(*updates)]
    except Exception:
        # Each of them is in the document; apart they say the same.
        return list(updates)
