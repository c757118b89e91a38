"""The publisher: who is connected, and one message per audience for every batch."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from workshop.entities import Member
from workshop.errors import DomainError
from workshop.events import MemberEdited, MemberRemoved
from workshop.live.answers import refusal
from workshop.live.frames import Frame, send
from workshop.record import Numbered
from workshop.visibility import owners, redact
from workshop.vision.awareness import merge_cursors

log = logging.getLogger(__name__)

WRITING_LASTS = 10.0
"""Seconds after which somebody who said to be writing counts as done."""
PRESENCE_PAUSE = 0.3
"""Seconds in which changes of who is here are gathered into one message."""
CROWD = 40
"""From how many readers of one text on what they type is gathered first."""
CROWD_PAUSE = 0.02
"""Seconds in which it is gathered; less than anybody notices."""


@dataclass(eq=False)
class Viewer:
    """One connection of one member."""

    sid: str
    engine_socket: Any
    community: str
    member: str
    role: str
    language: str
    sections: set[str] = field(default_factory=set)
    writing: dict[str, float] = field(default_factory=dict)


class Publisher:
    """Sends what happened to whoever may see it.

    Args:
        drop: ends a connection, by its Socket.IO session id.
        later: runs a function after so many seconds, in the background.
    """

    def __init__(
        self, drop: Callable[[str], None], later: Callable[[float, Callable[[], None]], None]
    ) -> None:
        self._drop = drop
        self._later = later
        self._rooms: dict[str, dict[str, Viewer]] = {}
        self._readers: dict[tuple[str, str], dict[str, Viewer]] = {}
        self._cursors: dict[tuple[str, str], dict[str, bytes]] = {}
        self._outbox: dict[Viewer, list[Frame]] = {}
        self._waiting: set[Viewer] = set()
        self._stirred: set[str] = set()
        self._fading: set[str] = set()

    # ------------------------------------------------------------------ who is here

    def enter(self, viewer: Viewer) -> None:
        """From now on this connection is sent what happens."""
        self._rooms.setdefault(viewer.community, {})[viewer.sid] = viewer
        self.stir(viewer.community)

    def leave(self, viewer: Viewer) -> None:
        """Forget a connection."""
        for section in list(viewer.sections):
            self.stop_reading(viewer, section)
        room = self._rooms.get(viewer.community, {})
        if room.pop(viewer.sid, None) is not None:
            if not room:
                del self._rooms[viewer.community]
            self.stir(viewer.community)

    def connected(self, community: str) -> frozenset[str]:
        """Return the members who are connected to a community."""
        return frozenset(viewer.member for viewer in self._rooms.get(community, {}).values())

    def stir(self, community: str) -> None:
        """Tell soon who is here and how many are writing."""
        if community not in self._stirred:
            self._stirred.add(community)
            self._later(PRESENCE_PAUSE, lambda: self._tell_presence(community))

    def _tell_presence(self, community: str) -> None:
        self._stirred.discard(community)
        viewers = list(self._rooms.get(community, {}).values())
        since = time.monotonic() - WRITING_LASTS
        here = Counter(role for _, role in {(v.member, v.role) for v in viewers})
        pens = {(v.member, board) for v in viewers for board, at in v.writing.items() if at > since}
        writing = Counter(board for _, board in pens)
        if writing and community not in self._fading:
            # Somebody whose phone fell silent is not writing for ever.
            self._fading.add(community)
            self._later(WRITING_LASTS, lambda: self._fade(community))
        self._put(viewers, Frame.of("presence", {"here": here, "writing": writing}))
        self.flush()

    def _fade(self, community: str) -> None:
        self._fading.discard(community)
        self.stir(community)

    # ------------------------------------------------------------------ what happened

    def facts(self, community: str, batch: Sequence[Numbered]) -> None:
        """Send a batch of facts: one message for everybody, one more for who sees more.
        They leave with the next `flush`."""
        viewers = list(self._rooms.get(community, {}).values())
        if not viewers:
            return
        more = {member for numbered in batch for member in owners(numbered.fact)}
        common = self._message(batch, None)
        special = {member: self._message(batch, member) for member in more}
        if common is not None:
            self._put([v for v in viewers if v.member not in special] if special else viewers, common)
        for viewer in viewers if special else ():
            frame = special.get(viewer.member)
            if frame is not None:
                self._put((viewer,), frame)
        for numbered in batch:
            if isinstance(numbered.fact, MemberRemoved):
                self._send_away(community, numbered.fact.member.id)
            elif isinstance(numbered.fact, MemberEdited):
                self._change_role(community, numbered.fact.member)

    def _message(self, batch: Sequence[Numbered], member: str | None) -> Frame | None:
        seen = [fact for fact in (redact(numbered.fact, member) for numbered in batch) if fact is not None]
        return Frame.of("facts", {"seq": batch[-1].seq, "facts": seen}) if seen else None

    def _change_role(self, community: str, member: Member) -> None:
        for viewer in self._rooms.get(community, {}).values():
            if viewer.member == member.id and viewer.role != member.role:
                viewer.role = member.role
                self.stir(community)

    def ended(self, community: str) -> None:
        """Tell everybody that the community does not exist any more."""
        for viewer in list(self._rooms.get(community, {}).values()):
            self._say_goodbye(viewer, {"error": refusal(DomainError("community.gone"), viewer.language)})

    def _send_away(self, community: str, member: str) -> None:
        for viewer in list(self._rooms.get(community, {}).values()):
            if viewer.member == member:
                self._say_goodbye(viewer, {})

    def shut_out(self, community: str, member: str) -> None:
        """End a member's connections; who still has the right key comes back by itself."""
        for viewer in list(self._rooms.get(community, {}).values()):
            if viewer.member == member:
                self._drop(viewer.sid)

    def _say_goodbye(self, viewer: Viewer, why: dict[str, Any]) -> None:
        self._put((viewer,), Frame.of("gone", why))
        self.flush()
        self.leave(viewer)
        self._later(0.5, lambda: self._drop(viewer.sid))

    # ------------------------------------------------------------------ the shared text

    def read(self, viewer: Viewer, section: str) -> None:
        """From now on this connection is sent what is typed in a section."""
        viewer.sections.add(section)
        self._readers.setdefault((viewer.community, section), {})[viewer.sid] = viewer

    def stop_reading(self, viewer: Viewer, section: str) -> None:
        """No more of that section."""
        viewer.sections.discard(section)
        readers = self._readers.get((viewer.community, section), {})
        readers.pop(viewer.sid, None)
        if not readers:
            self._readers.pop((viewer.community, section), None)
            self._cursors.pop((viewer.community, section), None)

    def pause(self, community: str, section: str) -> float:
        """Return how many seconds what is typed in a section may wait for more of it."""
        return CROWD_PAUSE if len(self._readers.get((community, section), ())) >= CROWD else 0.0

    def typed(self, community: str, section: str, updates: Sequence[bytes], but: Viewer | None) -> None:
        """Send changes of a text to who reads it; they leave with the next `flush`."""
        self._bytes("vision", community, section, updates, but)
        self._tell_cursors(community, section)

    def cursor(self, viewer: Viewer, section: str, update: bytes) -> bool:
        """Send where somebody's cursor is to the others who read the section.

        Returns: whether it waits, as in a crowd, for what is sent next (or `CROWD_PAUSE`); otherwise
        it leaves with the next `flush`.
        """
        if not self.pause(viewer.community, section):
            self._bytes("cursor", viewer.community, section, (update,), viewer)
            return False
        waiting = self._cursors.setdefault((viewer.community, section), {})
        if not waiting:
            self._later(CROWD_PAUSE, lambda: self._cursors_waited(viewer.community, section))
        waiting[viewer.sid] = update
        return True

    def _cursors_waited(self, community: str, section: str) -> None:
        self._tell_cursors(community, section)
        self.flush()

    def _tell_cursors(self, community: str, section: str) -> None:
        waiting = self._cursors.pop((community, section), None)
        if waiting:
            self._bytes("cursor", community, section, [merge_cursors(list(waiting.values()))], None)

    def _bytes(
        self, event: str, community: str, section: str, updates: Sequence[bytes], but: Viewer | None
    ) -> None:
        readers = self._readers.get((community, section), {})
        viewers = [viewer for viewer in readers.values() if viewer is not but]
        if not viewers:
            return
        places = ",".join(f'{{"_placeholder":true,"num":{n}}}' for n in range(len(updates)))
        payload = f'{{"section":"{section}","updates":[{places}]}}'.encode()
        self._put(viewers, Frame.event(event, payload, tuple(updates)))

    # ------------------------------------------------------------------ sending

    def answer(self, viewer: Viewer, number: int, answer: dict[str, Any]) -> None:
        """Acknowledge a command; the answer leaves with the next `flush`, after the facts of its batch."""
        self._waiting.add(viewer)
        self._put((viewer,), Frame.answer(number, answer))

    def flush(self) -> None:
        """Send what is waiting: to each connection all of it in one write, first to who awaits an answer."""
        outbox, self._outbox = self._outbox, {}
        waiting, self._waiting = self._waiting, set()
        gone = [viewer for viewer in waiting if not send(viewer.engine_socket, outbox.pop(viewer))]
        gone += [viewer for viewer, frames in outbox.items() if not send(viewer.engine_socket, frames)]
        for viewer in gone:
            # It does not read: it comes back by itself and is told what it missed.
            self.leave(viewer)
            self._drop(viewer.sid)

    def _put(self, viewers: Iterable[Viewer], frame: Frame) -> None:
        outbox = self._outbox
        for viewer in viewers:
            waiting = outbox.get(viewer)
            if waiting is None:
                outbox[viewer] = [frame]
            else:
                waiting.append(frame)
