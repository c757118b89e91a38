"""The gateway: who is it, not too fast, is it well formed; then to the ledger; then the answer."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gevent import spawn

from workshop.core.errors import DomainError
from workshop.core.schema import Command
from workshop.features.cowriting.schema import VisionClose, VisionOpen
from workshop.features.members.schema import Member
from workshop.features.presence.schema import Enter
from workshop.handling import Answer, Client, Handlers, Pending, Reply, Slow, Unhurried, refused
from workshop.live.parsing import Parser
from workshop.live.publisher import Publisher
from workshop.live.rates import Bucket
from workshop.store.ledger import Ledger

log = logging.getLogger(__name__)

Identify = Callable[[dict[str, Any], Any], tuple[str, str, str, bool] | None]
"""From the handshake's environ and auth to (community, key, language, watching). The key is the member;
who is only `watching` is a screen, and the key is what it was opened with."""

SCREENS_MAY: frozenset[type[Command]] = frozenset({Enter, VisionOpen, VisionClose})
"""All that a screen may send: it asks for what everybody may read."""


@dataclass
class Connection:
    """What the gateway knows of one connection; it takes the client's events."""

    gateway: Gateway
    client: Client
    bucket: Bucket

    def on_event(self, event: str, attachments: list[bytes], number: int | None) -> None:
        """Take an event of the client."""
        self.gateway.take(self, event, attachments, number)


class Gateway:
    """Takes the Socket.IO events of every client.

    Args:
        ledger: carries commands out.
        publisher: sends answers.
        parser: reads commands.
        handlers: for the commands that no feature decides on.
        identify: tells who opens a connection.
        rate: commands a second that one connection may send in the long run.
    """

    def __init__(
        self,
        ledger: Ledger,
        publisher: Publisher,
        parser: Parser,
        handlers: Handlers,
        identify: Identify,
        rate: float,
    ) -> None:
        self._ledger = ledger
        self._publisher = publisher
        self._parser = parser
        self._handlers = handlers
        self._identify = identify
        self._rate = rate
        self._connections: dict[str, Connection] = {}

    # ------------------------------------------------------------------ connections

    def connect(self, sid: str, environ: dict[str, Any], auth: Any, engine_socket: Any) -> DomainError | None:
        """Let a client in, or return why not."""
        identity = self._identify(environ, auth)
        if identity is None:
            return DomainError("not_signed_in")
        community, key, language, watching = identity
        try:
            record = self._ledger.state(community)[Member].get(key)
        except DomainError as error:
            return error
        if watching:
            client = Client(sid, engine_socket, community, "", "", language, key)
        elif record is None or record.removed:
            return DomainError("not_signed_in")
        else:
            client = Client(sid, engine_socket, community, record.id, record.role, language, key)
        connection = self._connections[sid] = Connection(self, client, Bucket(self._rate))
        engine_socket.listener = connection
        return None

    def disconnect(self, sid: str) -> None:
        """Forget a client."""
        connection = self._connections.pop(sid, None)
        if connection is not None:
            # Whatever still comes over the same line is nobody's any more.
            connection.client.socket.listener = None
            self._publisher.leave(connection.client)

    # ------------------------------------------------------------------ commands

    def take(self, connection: Connection, event: str, attachments: list[bytes], number: int | None) -> None:
        """Carry out one event of a client and see to its acknowledgement. Never raises, never waits.

        Args:
            connection: whose.
            event: JSON, [name, command].
            attachments: its binary parts.
            number: by which the client knows the answer; None when it wants none.
        """
        client = connection.client
        try:
            reply = self._reply(connection, event, attachments)
        except Exception as error:
            reply = self._refused(client, error)
        if isinstance(reply, Pending):
            pending = reply
            pending.work.settled = lambda work: self._settled(client, number, pending)
            (pending.submit or self._ledger.submit)(pending.work)
        elif isinstance(reply, Slow):
            spawn(self._slowly, client, number, reply)
        elif isinstance(reply, Unhurried):
            self._answer(client, number, reply.answer)
        else:
            self._answer(client, number, reply)
            if not self._ledger.soon:
                self._publisher.flush()

    def _reply(self, connection: Connection, event: str, attachments: list[bytes]) -> Reply:
        if not connection.bucket.take():
            raise DomainError("too_fast")
        command = self._parser.read(event, attachments)
        client = connection.client
        if client.watching and type(command) not in SCREENS_MAY:
            raise DomainError("screen.read_only")
        if not client.entered and not isinstance(command, Enter):
            raise DomainError("not_entered")
        handler = self._handlers.get(type(command))
        if handler is not None:
            return handler(client, command)
        return Pending(self._ledger.command_work(client.community, client.member, command))

    def _settled(self, client: Client, number: int | None, pending: Pending) -> None:
        """The work is over: answer; the ledger sees to it that answers leave together."""
        error = pending.work.error
        try:
            answer = pending.answer(pending.work) if error is None else self._refused(client, error)
        except Exception as unexpected:
            answer = self._refused(client, unexpected)
        self._answer(client, number, answer)

    def _slowly(self, client: Client, number: int | None, slow: Slow) -> None:
        try:
            answer = slow.run()
        except Exception as error:
            answer = self._refused(client, error)
        self._answer(client, number, answer)
        self._publisher.flush()

    def _answer(self, client: Client, number: int | None, answer: Answer) -> None:
        if number is not None:
            self._publisher.answer(client, number, answer)

    def _refused(self, client: Client, error: Exception) -> Answer:
        if not isinstance(error, DomainError):
            # Not the payload: it may be somebody's words.
            log.error("an event failed", exc_info=error)
            error = DomainError("server_error")
        return {"ok": False, "error": refused(error, client.language)}

    def unreadable(self, event: str, sid: str, *args: Any) -> Answer:
        """Answer what is no event of this protocol."""
        connection = self._connections.get(sid)
        if connection is None:
            return {"ok": False, "error": refused(DomainError("not_signed_in"), "en")}
        return self._refused(connection.client, DomainError("bad_request"))
