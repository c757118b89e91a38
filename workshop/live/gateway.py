"""The gateway: who is it, not too fast, is it well formed; then to the ledger; then the answer."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gevent import spawn

import phases
from workshop import meetings, record
from workshop.db import Database, UnitOfWork
from workshop.entities import Member
from workshop.errors import DomainError
from workshop.events import (
    Command,
    Enter,
    Fact,
    LanguageCheck,
    VisionClose,
    VisionCursor,
    VisionOpen,
    VisionUpdate,
    Writing,
)
from workshop.ledger import Ledger, Work, command_work
from workshop.live import helper
from workshop.live.answers import refusal
from workshop.live.parsing import read_command
from workshop.live.publisher import Publisher, Viewer
from workshop.live.rates import Bucket
from workshop.live.snapshots import Snapshots
from workshop.permissions import actor_of
from workshop.room import Room
from workshop.sections import require
from workshop.state import State
from workshop.visibility import redact
from workshop.vision.awareness import check_cursor
from workshop.vision.room import VisionRooms, together
from workshop.vision.schema import check_version

log = logging.getLogger(__name__)

REPLAY_LIMIT = 1000
"""Facts after which the whole state is shorter than what was missed."""

Answer = dict[str, Any]
Identify = Callable[[dict[str, Any], Any], tuple[str, str, str] | None]


@dataclass(frozen=True)
class Pending:
    """An answer that is there when work is done: `answer` makes it."""

    work: Work
    answer: Callable[[Work], Answer] = lambda work: {"ok": True, "seq": work.seq}


@dataclass(frozen=True)
class Slow:
    """An answer that takes a while, and holds up nobody meanwhile."""

    run: Callable[[], Answer]


@dataclass(frozen=True)
class Unhurried:
    """An answer that leaves with what is sent next."""

    answer: Answer


Came = Answer | Pending | Slow | Unhurried


class Connection:
    """What the gateway knows of one connection; it hears the client's events."""

    def __init__(self, gateway: Gateway, viewer: Viewer, bucket: Bucket) -> None:
        self.gateway = gateway
        self.viewer = viewer
        self.bucket = bucket
        self.entered = False
        self.reading = False

    def hear(self, event: str, attachments: list[bytes], number: int | None) -> None:
        """Take an event of the client."""
        self.gateway.take(self, event, attachments, number)


class Gateway:
    """Handles the Socket.IO events of every client.

    Args:
        db: for reading what a returning client missed.
        ledger: carries commands out.
        vision: the shared texts.
        publisher: sends to the others.
        identify: from the handshake's environ and auth to (community, member, language).
        rate: commands a second that one connection may send in the long run.
    """

    def __init__(
        self, db: Database, ledger: Ledger, vision: VisionRooms, publisher: Publisher, identify: Identify,
        rate: float,
    ) -> None:
        self._db = db
        self._ledger = ledger
        self._vision = vision
        self._publisher = publisher
        self._identify = identify
        self._rate = rate
        self._snapshots = Snapshots()
        self._connections: dict[str, Connection] = {}
        self._own: dict[type[Command], Callable[[Connection, Any], Came]] = {
            Enter: self._enter, Writing: self._writing, VisionOpen: self._vision_open,
            VisionUpdate: self._vision_update, VisionCursor: self._vision_cursor,
            VisionClose: self._vision_close, LanguageCheck: self._language_check,
        }

    # ------------------------------------------------------------------ connections

    def connect(self, sid: str, environ: dict[str, Any], auth: Any, engine_socket: Any) -> DomainError | None:
        """Let a client in, or return why not."""
        identity = self._identify(environ, auth)
        if identity is None:
            return DomainError("not_signed_in")
        community, member, language = identity
        try:
            record_ = self._ledger.state(community).members.get(member)
        except DomainError as error:
            return error
        if record_ is None or record_.removed:
            return DomainError("not_signed_in")
        viewer = Viewer(sid, engine_socket, community, member, record_.role, language)
        connection = self._connections[sid] = Connection(self, viewer, Bucket(self._rate))
        engine_socket.ear = connection
        return None

    def disconnect(self, sid: str) -> None:
        """Forget a client."""
        connection = self._connections.pop(sid, None)
        if connection is not None:
            # Whatever still comes over the same line is nobody's any more.
            connection.viewer.engine_socket.ear = None
            self._publisher.leave(connection.viewer)

    def ended(self, community: str) -> None:
        """Tell whoever is connected to a community that it was thrown away, and keep nothing of it."""
        self._snapshots.forget(community)
        self._publisher.ended(community)

    # ------------------------------------------------------------------ commands

    def take(self, connection: Connection, event: str, attachments: list[bytes], number: int | None) -> None:
        """Carry out one event of a client and see to its acknowledgement. Never raises, never waits.

        Args:
            connection: whose.
            event: JSON, [name, command].
            attachments: its binary parts.
            number: by which the client knows the answer; None when it wants none.
        """
        try:
            if not connection.bucket.take():
                raise DomainError("too_fast")
            command = read_command(event, attachments)
            if not connection.entered and not isinstance(command, Enter):
                raise DomainError("not_entered")
            own = self._own.get(type(command))
            viewer = connection.viewer
            came: Came = (
                Pending(command_work(viewer.community, viewer.member, command)) if own is None
                else own(connection, command)
            )
        except Exception as error:
            came = self._refused(connection, error)
        if isinstance(came, Pending):
            pending = came
            pending.work.settled = lambda work: self._settled(connection, number, pending)
            self._ledger.submit(pending.work)
        elif isinstance(came, Slow):
            spawn(self._slowly, connection, number, came)
        elif isinstance(came, Unhurried):
            self._answer(connection, number, came.answer)
        else:
            self._answer(connection, number, came)
            if not self._ledger.soon:
                self._publisher.flush()

    def _settled(self, connection: Connection, number: int | None, pending: Pending) -> None:
        """The work is over: answer; the ledger sees to it that answers leave together."""
        error = pending.work.error
        try:
            answer = pending.answer(pending.work) if error is None else self._refused(connection, error)
        except Exception as unexpected:
            answer = self._refused(connection, unexpected)
        self._answer(connection, number, answer)

    def _slowly(self, connection: Connection, number: int | None, slow: Slow) -> None:
        try:
            answer = slow.run()
        except Exception as error:
            answer = self._refused(connection, error)
        self._answer(connection, number, answer)
        self._publisher.flush()

    def _answer(self, connection: Connection, number: int | None, answer: Answer) -> None:
        if number is not None:
            self._publisher.answer(connection.viewer, number, answer)

    def _refused(self, connection: Connection, error: Exception) -> Answer:
        if not isinstance(error, DomainError):
            # Not the payload: it may be somebody's words.
            log.error("an event failed", exc_info=error)
            error = DomainError("server_error")
        return {"ok": False, "error": refusal(error, connection.viewer.language)}

    def unreadable(self, event: str, sid: str, *args: Any) -> Answer:
        """Answer what is no event of this protocol."""
        connection = self._connections.get(sid)
        if connection is None:
            return {"ok": False, "error": refusal(DomainError("not_signed_in"), "en")}
        return self._refused(connection, DomainError("bad_request"))

    # ------------------------------------------------------------------ entering

    def _enter(self, connection: Connection, command: Enter) -> Pending:
        viewer = connection.viewer

        def settled(state: State) -> Answer:
            actor = actor_of(state, viewer.member)
            if actor is None:
                raise DomainError("not_signed_in")
            self._publisher.enter(viewer)
            connection.entered = True
            me = {"member": actor.id, "steering": actor.steering, "facilitator": actor.facilitator}
            answer: Answer = {"ok": True, "seq": state.seq, "me": me, "server_time": int(time.time() * 1000)}
            return {**answer, **self._since(viewer, state, command.seq)}

        def attend(_unit: UnitOfWork, room: Room) -> list[Fact]:
            if actor_of(room.state, viewer.member) is None:
                raise DomainError("not_signed_in")
            return meetings.attend(room, viewer.member)

        def answer(work: Work) -> Answer:
            if work.result is None:
                raise DomainError("server_error")
            return dict(work.result)

        self._ledger.state(viewer.community)
        return Pending(Work(viewer.community, attend, after=settled), answer)

    def _since(self, viewer: Viewer, state: State, seq: int) -> Answer:
        if 0 <= seq <= state.seq and state.seq - seq <= REPLAY_LIMIT:
            with self._db.read() as conn:
                missed = record.facts_since(conn, viewer.community, seq)
            seen = [redact(numbered.fact, viewer.member) for numbered in missed if numbered.seq <= state.seq]
            return {"facts": [fact for fact in seen if fact is not None]}
        return self._snapshots.of(viewer.community, state, viewer.member)

    def _writing(self, connection: Connection, command: Writing) -> Answer:
        viewer = connection.viewer
        process = phases.process(self._ledger.state(viewer.community).community.process)
        if command.board not in process.steps:
            raise DomainError("step.unknown")
        if command.on and len(viewer.writing) < 20:
            viewer.writing[command.board] = time.monotonic()
        else:
            viewer.writing.pop(command.board, None)
        self._publisher.stir(viewer.community)
        return {"ok": True}

    def _language_check(self, connection: Connection, command: LanguageCheck) -> Slow:
        if connection.reading:
            raise DomainError("too_fast")
        connection.reading = True
        return Slow(lambda: self._checks(connection, command))

    def _checks(self, connection: Connection, command: LanguageCheck) -> Answer:
        try:
            viewer = connection.viewer
            wordings = self._ledger.state(viewer.community).wordings
            accepted = frozenset(wording.words for wording in wordings.values())
            return {"ok": True, "checks": helper.checks(
                command.texts, command.language, accepted, viewer.language
            )}
        finally:
            connection.reading = False

    # ------------------------------------------------------------------ the shared text

    def _vision_open(self, connection: Connection, command: VisionOpen) -> Pending:
        viewer = connection.viewer
        check_version(command.schema)
        found: dict[str, bytes] = {}

        def run(unit: UnitOfWork, room: Room) -> list[Fact]:
            self._require_member(room, viewer)
            require(room.state, command.section)
            found["update"], found["vector"] = self._vision.open(
                unit.conn, viewer.community, command.section, command.vector
            )
            self._publisher.read(viewer, command.section)
            return []

        return Pending(Work(viewer.community, run), lambda _work: {"ok": True, **found})

    def _vision_update(self, connection: Connection, command: VisionUpdate) -> Pending:
        viewer = connection.viewer
        check_version(command.schema)

        def run(unit: UnitOfWork, room: Room) -> list[Fact]:
            self._require_member(room, viewer)
            require(room.state, command.section)
            if self._vision.apply(unit.conn, viewer.community, command.section, command.update):
                key = ("vision", viewer.community, command.section)
                unit.gather(key, (viewer, command.update), lambda all_: self._pass_on(command.section, all_))
            return []

        pause = self._publisher.pause(viewer.community, command.section)
        return Pending(Work(viewer.community, run, patience=pause))

    def _pass_on(self, section: str, updates: list[tuple[Viewer, bytes]]) -> None:
        """Send updates that came together in one message. Alone, it does not go back to its sender;
        one of many does, since applying it again changes nothing and one frame serves everybody."""
        sender = updates[0][0]
        self._publisher.typed(
            sender.community, section, together([data for _, data in updates]),
            sender if len(updates) == 1 else None,
        )

    def _vision_cursor(self, connection: Connection, command: VisionCursor) -> Answer | Unhurried:
        viewer = connection.viewer
        if command.section not in viewer.sections:
            raise DomainError("vision.not_open")
        check_cursor(command.update, viewer.member)
        crowd = self._publisher.cursor(viewer, command.section, command.update)
        return Unhurried({"ok": True}) if crowd else {"ok": True}

    def _vision_close(self, connection: Connection, command: VisionClose) -> Answer:
        self._publisher.stop_reading(connection.viewer, command.section)
        return {"ok": True}

    def _require_member(self, room: Room, viewer: Viewer) -> Member:
        member = room.state.members.get(viewer.member)
        if member is None or member.removed:
            raise DomainError("not_signed_in")
        return member
