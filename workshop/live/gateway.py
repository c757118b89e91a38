"""The gateway: who is it, not too fast, is it well formed; then to the ledger; then the answer."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

import msgspec

from phases import STEPS
from workshop import meetings, record
from workshop.catalogue import tag
from workshop.db import Database, UnitOfWork
from workshop.entities import Member
from workshop.errors import DomainError
from workshop.events import (
    COMMANDS,
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
from workshop.live.publisher import Publisher, Viewer
from workshop.live.rates import Bucket
from workshop.permissions import actor_of
from workshop.room import Room
from workshop.sections import require
from workshop.state import State, view
from workshop.visibility import redact
from workshop.vision.awareness import check_cursor
from workshop.vision.room import VisionRooms
from workshop.vision.schema import check_version

log = logging.getLogger(__name__)

REPLAY_LIMIT = 1000
"""Facts after which the whole state is shorter than what was missed."""

TOO_LARGE = "too_large"
"""The event that takes the place of a message that was too large to be read."""

Answer = dict[str, Any]
Identify = Callable[[dict[str, Any], Any], tuple[str, str, str] | None]


class Connection:
    """What the gateway knows of one connection."""

    def __init__(self, viewer: Viewer, bucket: Bucket) -> None:
        self.viewer = viewer
        self.bucket = bucket
        self.entered = False
        self.reading = False


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
        self._commands = {tag(command): command for command in COMMANDS}
        self._connections: dict[str, Connection] = {}
        self._own: dict[type[Command], Callable[[Connection, Any], Answer]] = {
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
        self._connections[sid] = Connection(viewer, Bucket(self._rate))
        return None

    def disconnect(self, sid: str) -> None:
        """Forget a client."""
        connection = self._connections.pop(sid, None)
        if connection is not None:
            self._publisher.leave(connection.viewer)

    # ------------------------------------------------------------------ commands

    def receive(self, event: str, sid: str, *args: Any) -> Answer:
        """Carry out one event of a client and return its acknowledgement. Never raises."""
        connection = self._connections.get(sid)
        language = connection.viewer.language if connection else "en"
        try:
            if connection is None:
                raise DomainError("not_signed_in")
            command = self._parse(connection, event, args)
            if not connection.entered and not isinstance(command, Enter):
                raise DomainError("not_entered")
            own = self._own.get(type(command))
            if own is not None:
                return own(connection, command)
            viewer = connection.viewer
            work = self._ledger.do(command_work(viewer.community, viewer.member, command))
            return {"ok": True, "seq": work.seq}
        except DomainError as error:
            return {"ok": False, "error": refusal(error, language)}
        except Exception:
            # Not the payload: it may be somebody's words.
            log.exception("event %r failed", event[:40])
            return {"ok": False, "error": refusal(DomainError("server_error"), language)}

    def _parse(self, connection: Connection, event: str, args: tuple[Any, ...]) -> Command:
        if not connection.bucket.take():
            raise DomainError("too_fast")
        if event == TOO_LARGE:
            raise DomainError("too_large")
        kind = self._commands.get(event)
        if kind is None or len(args) != 1 or not isinstance(args[0], dict) or "type" in args[0]:
            raise DomainError("bad_request")
        try:
            command: Command = msgspec.convert({**args[0], "type": event}, kind, builtin_types=(bytes,))
        except msgspec.ValidationError as error:
            detail = str(error)
            if "of length >=" in detail:
                raise DomainError("text.empty", detail=detail) from None
            if "of length <=" in detail:
                raise DomainError("text.too_long", detail=detail) from None
            raise DomainError("bad_request", detail=detail[:200]) from None
        return command

    # ------------------------------------------------------------------ entering

    def _enter(self, connection: Connection, command: Enter) -> Answer:
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

        self._ledger.state(viewer.community)
        work = self._ledger.do(Work(viewer.community, attend, after=settled))
        if work.result is None:
            raise DomainError("server_error")
        return dict(work.result)

    def _since(self, viewer: Viewer, state: State, seq: int) -> Answer:
        if 0 <= seq <= state.seq and state.seq - seq <= REPLAY_LIMIT:
            with self._db.read() as conn:
                missed = record.facts_since(conn, viewer.community, seq)
            seen = [redact(numbered.fact, viewer.member) for numbered in missed if numbered.seq <= state.seq]
            return {"facts": msgspec.to_builtins([fact for fact in seen if fact is not None])}
        seen_state = view(state, viewer.member)
        return {"snapshot": {
            "seq": state.seq, "collections": msgspec.to_builtins(seen_state.collections),
        }}

    def _writing(self, connection: Connection, command: Writing) -> Answer:
        viewer = connection.viewer
        if command.board not in STEPS:
            raise DomainError("step.unknown")
        if command.on and len(viewer.writing) < 20:
            viewer.writing[command.board] = time.monotonic()
        else:
            viewer.writing.pop(command.board, None)
        self._publisher.stir(viewer.community)
        return {"ok": True}

    def _language_check(self, connection: Connection, command: LanguageCheck) -> Answer:
        if connection.reading:
            raise DomainError("too_fast")
        connection.reading = True
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

    def _vision_open(self, connection: Connection, command: VisionOpen) -> Answer:
        viewer = connection.viewer
        check_version(command.schema)
        found: dict[str, bytes] = {}

        def run(unit: UnitOfWork, room: Room) -> list[Fact]:
            self._require_member(room, viewer)
            require(room.state, command.section)
            found["update"], found["vector"] = self._vision.open(
                unit.conn, viewer.community, command.section, command.vector
            )
            viewer.sections.add(command.section)
            return []

        self._ledger.do(Work(viewer.community, run))
        return {"ok": True, **found}

    def _vision_update(self, connection: Connection, command: VisionUpdate) -> Answer:
        viewer = connection.viewer
        check_version(command.schema)

        def run(unit: UnitOfWork, room: Room) -> list[Fact]:
            self._require_member(room, viewer)
            require(room.state, command.section)
            if self._vision.apply(unit.conn, viewer.community, command.section, command.update):
                key = ("vision", viewer.community, command.section)
                unit.gather(key, (viewer, command.update), lambda all_: self._pass_on(command.section, all_))
            return []

        work = self._ledger.do(Work(viewer.community, run))
        return {"ok": True, "seq": work.seq}

    def _pass_on(self, section: str, updates: list[tuple[Viewer, bytes]]) -> None:
        """Send updates that came together in one message. Alone, it does not go back to its sender;
        one of many does, since applying it again changes nothing and one frame serves everybody."""
        sender = updates[0][0]
        self._publisher.bytes(
            "vision", sender.community, section, [data for _, data in updates],
            sender if len(updates) == 1 else None,
        )

    def _vision_cursor(self, connection: Connection, command: VisionCursor) -> Answer:
        viewer = connection.viewer
        if command.section not in viewer.sections:
            raise DomainError("vision.not_open")
        check_cursor(command.update, viewer.member)
        self._publisher.bytes("cursor", viewer.community, command.section, (command.update,), viewer)
        return {"ok": True}

    def _vision_close(self, connection: Connection, command: VisionClose) -> Answer:
        connection.viewer.sections.discard(command.section)
        return {"ok": True}

    def _require_member(self, room: Room, viewer: Viewer) -> Member:
        member = room.state.members.get(viewer.member)
        if member is None or member.removed:
            raise DomainError("not_signed_in")
        return member
