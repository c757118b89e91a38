"""The publisher: who is connected, and one message per audience for every batch."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from workshop.core.errors import DomainError
from workshop.core.visibility import owners, redact
from workshop.features.members.schema import Member, MemberEdited, MemberRemoved, SeatEmptied, SeatGiven
from workshop.handling import Client, refused
from workshop.live.frames import Frame, write
from workshop.store.broker import Subscriber
from workshop.store.journal import Numbered

log = logging.getLogger(__name__)

WRITING_LASTS_S = 10.0
"""Seconds after which somebody who said to be writing counts as done."""
PRESENCE_PAUSE_S = 0.3
"""Seconds in which changes of who is here are gathered into one message."""
JOINING_PAUSE_S = 60.0
"""Seconds after which the numbers of who is on the way in are told again: some will have given up."""


class Joining(NamedTuple):
    """How many people are on their way in, and which members may know it."""

    counts: Mapping[str, int]
    told: frozenset[str]


class Publisher(Subscriber):
    """Sends what happened to whoever may see it.

    Args:
        drop: ends a connection, by its Socket.IO session id.
        later: runs a function after so many seconds, in the background.
        joining: tells who is on the way in to a community; nobody, unless given.
    """

    def __init__(
        self,
        drop: Callable[[str], None],
        later: Callable[[float, Callable[[], None]], None],
        joining: Callable[[str], Joining | None] = lambda _community: None,
    ) -> None:
        self._drop = drop
        self.later = later
        self._joining = joining
        self._rooms: dict[str, dict[str, Client]] = {}
        self._outbox: dict[Client, list[Frame]] = {}
        self._waiting: set[Client] = set()
        self._changed: set[str] = set()
        self._fading: set[str] = set()
        self._expecting: set[str] = set()

    # ------------------------------------------------------------------ who is here

    def enter(self, client: Client) -> None:
        """From now on this connection is sent what happens."""
        self._rooms.setdefault(client.community, {})[client.sid] = client
        self.presence_changed(client.community)

    def leave(self, client: Client) -> None:
        """Forget a connection."""
        for clean_up in list(client.when_gone.values()):
            clean_up()
        room = self._rooms.get(client.community, {})
        if room.pop(client.sid, None) is not None:
            if not room:
                del self._rooms[client.community]
            self.presence_changed(client.community)

    def connected(self, community: str) -> frozenset[str]:
        """Return the members who are connected to a community."""
        clients = self._rooms.get(community, {}).values()
        return frozenset(client.member for client in clients if not client.watching)

    def presence_changed(self, community: str) -> None:
        """Tell soon who is here and how many are writing."""
        if community not in self._changed:
            self._changed.add(community)
            self.later(PRESENCE_PAUSE_S, lambda: self._send_presence(community))

    def _send_presence(self, community: str) -> None:
        self._changed.discard(community)
        clients = list(self._rooms.get(community, {}).values())
        since = time.monotonic() - WRITING_LASTS_S
        here = Counter(role for _, role in {(v.member, v.role) for v in clients if not v.watching})
        pens = {(v.member, board) for v in clients for board, at in v.writing.items() if at > since}
        writing = Counter(board for _, board in pens)
        if writing and community not in self._fading:
            # Somebody whose phone fell silent is not writing for ever.
            self._fading.add(community)
            self.later(WRITING_LASTS_S, lambda: self._fade(community))
        joining = self._joining(community) if clients else None
        told = [v for v in clients if joining and v.member in joining.told]
        self._put(
            [v for v in clients if v not in told], Frame.of("presence", {"here": here, "writing": writing})
        )
        if joining and told:
            message = {"here": here, "writing": writing, "joining": joining.counts}
            self._put(told, Frame.of("presence", message))
            self._expect(community)
        self.flush()

    def _expect(self, community: str) -> None:
        """Tell again after a while, since whoever falls silent is not on the way for ever."""
        if community not in self._expecting:
            self._expecting.add(community)
            self.later(JOINING_PAUSE_S, lambda: self._look_again(community))

    def _look_again(self, community: str) -> None:
        self._expecting.discard(community)
        self.presence_changed(community)

    def _fade(self, community: str) -> None:
        self._fading.discard(community)
        self.presence_changed(community)

    # ------------------------------------------------------------------ what happened

    def facts(self, community: str, batch: Sequence[Numbered]) -> None:
        """Send a batch of facts: one message for everybody, one more for who sees more.
        They leave with the next `flush`."""
        clients = list(self._rooms.get(community, {}).values())
        if not clients:
            return
        more = {member for numbered in batch for member in owners(numbered.fact)}
        common = self._message(batch, None)
        special = {member: self._message(batch, member) for member in more}
        if common is not None:
            self._put([v for v in clients if v.member not in special] if special else clients, common)
        for client in clients if special else ():
            frame = special.get(client.member)
            if frame is not None:
                self._put((client,), frame)
        for numbered in batch:
            if isinstance(numbered.fact, MemberRemoved):
                self._send_away(community, numbered.fact.member.id)
            elif isinstance(numbered.fact, MemberEdited):
                self._change_role(community, numbered.fact.member)
            elif isinstance(numbered.fact, SeatGiven | SeatEmptied):
                self.presence_changed(community)

    def _message(self, batch: Sequence[Numbered], member: str | None) -> Frame | None:
        seen = [fact for fact in (redact(numbered.fact, member) for numbered in batch) if fact is not None]
        return Frame.of("facts", {"seq": batch[-1].seq, "facts": seen}) if seen else None

    def _change_role(self, community: str, member: Member) -> None:
        for client in self._rooms.get(community, {}).values():
            if client.member == member.id and client.role != member.role:
                client.role = member.role
                self.presence_changed(community)

    def ended(self, community: str) -> None:
        """Tell everybody that the community does not exist any more."""
        for client in list(self._rooms.get(community, {}).values()):
            self._say_goodbye(client, {"error": refused(DomainError("community.gone"), client.language)})

    def _send_away(self, community: str, key: str) -> None:
        for client in list(self._rooms.get(community, {}).values()):
            if client.key == key:
                self._say_goodbye(client, {})

    def shut_out(self, community: str, key: str) -> None:
        """End the connections that were let in by a key: a member who has the new one comes back
        by itself, a screen shows nothing from this moment on."""
        for client in list(self._rooms.get(community, {}).values()):
            if client.key == key and client.watching:
                self._say_goodbye(client, {})
            elif client.key == key:
                self._drop(client.sid)

    def _say_goodbye(self, client: Client, why: dict[str, Any]) -> None:
        self._put((client,), Frame.of("gone", why))
        self.flush()
        self.leave(client)
        self.later(0.5, lambda: self._drop(client.sid))

    # ------------------------------------------------------------------ sending

    def answer(self, client: Client, number: int, answer: dict[str, Any]) -> None:
        """Acknowledge a command; the answer leaves with the next `flush`, after the facts of its batch."""
        self._waiting.add(client)
        self._put((client,), Frame.answer(number, answer))

    def send(
        self, clients: Iterable[Client], event: str, payload: bytes, attachments: Sequence[bytes] = ()
    ) -> None:
        """Send an event; it leaves with the next `flush`.

        Args:
            clients: to whom.
            event: its name.
            payload: its JSON, with a placeholder object per attachment.
            attachments: binary parts.
        """
        self._put(clients, Frame.event(event, payload, tuple(attachments)))

    def batch_over(self) -> None:
        """Send what is waiting: a batch is committed and answered."""
        self.flush()

    def flush(self) -> None:
        """Send what is waiting: to each connection all of it in one write, first to who awaits an answer."""
        outbox, self._outbox = self._outbox, {}
        waiting, self._waiting = self._waiting, set()
        gone = [client for client in waiting if not write(client.socket, outbox.pop(client))]
        gone += [client for client, frames in outbox.items() if not write(client.socket, frames)]
        for client in gone:
            # It does not read: it comes back by itself and is told what it missed.
            self.leave(client)
            self._drop(client.sid)

    def _put(self, clients: Iterable[Client], frame: Frame) -> None:
        outbox = self._outbox
        for client in clients:
            waiting = outbox.get(client)
            if waiting is None:
                outbox[client] = [frame]
            else:
                waiting.append(frame)
