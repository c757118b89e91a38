"""The commands of writing a text together: opening it, changing it, showing a cursor."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic

from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.features.cowriting.schema import VisionClose, VisionCursor, VisionOpen, VisionUpdate
from workshop.features.members.actors import actor_of
from workshop.features.sections.decide import require, require_writer
from workshop.handling import (
    Answer,
    Client,
    Handlers,
    Pending,
    Sender,
    Unhurried,
    require_member,
    require_reader,
)
from workshop.store.database import UnitOfWork
from workshop.store.ledger import Ledger, Work
from workshop.vision.awareness import check_cursor
from workshop.vision.readers import CROWD_WINDOW_S, Readers, Text
from workshop.vision.room import VisionRooms
from workshop.vision.schema import check_version


@dataclass
class _Window:
    """Work on one text that waits for more of it. `began`: when the last of it was submitted."""

    began: float = 0.0
    works: list[Work] = field(default_factory=list)


class CowritingHandlers:
    """Handles what people do in the shared texts.

    In a crowd, what is typed in one text within `CROWD_WINDOW_S` is submitted together, so that it is
    committed together and travels as one message.

    Args:
        ledger: carries work out.
        rooms: the shared texts.
        sender: sends to clients.
        readers: who reads which text.
    """

    def __init__(self, ledger: Ledger, rooms: VisionRooms, sender: Sender, readers: Readers) -> None:
        self._ledger = ledger
        self._rooms = rooms
        self._sender = sender
        self._readers = readers
        self._windows: dict[Text, _Window] = {}

    def handlers(self) -> Handlers:
        """Return the commands with what handles them."""
        return {
            VisionOpen: self._open,
            VisionUpdate: self._update,
            VisionCursor: self._cursor,
            VisionClose: self._close,
        }

    def _open(self, client: Client, command: VisionOpen) -> Pending:
        check_version(command.schema)
        found: dict[str, bytes] = {}

        def run(unit: UnitOfWork, context: Context) -> list[Fact]:
            require_reader(context, client)
            require(context.state, command.section)
            found["update"], found["vector"] = self._rooms.open(
                unit.conn, client.community, command.section, command.vector
            )
            self._readers.add(client, command.section)
            return []

        return Pending(Work(client.community, run), lambda _work: {"ok": True, **found})

    def _update(self, client: Client, command: VisionUpdate) -> Pending:
        check_version(command.schema)
        text = (client.community, command.section)

        def run(unit: UnitOfWork, context: Context) -> list[Fact]:
            member = require_member(context, client)
            section = require(context.state, command.section)
            if section.writers is not None:
                require_writer(section, actor_of(context.state, member.id))
            for change in self._rooms.apply(unit.conn, client.community, command.section, command.update):
                self._readers.gather(unit, text, change, client)
            return []

        return Pending(Work(client.community, run), submit=lambda work: self._submit(text, work))

    def _submit(self, text: Text, work: Work) -> None:
        """Submit work at once; in a crowd, together with what else comes within the window."""
        if not self._readers.crowded(text):
            window = self._windows.pop(text, None)
            if window is not None:
                # What waited goes first: the text keeps its order when the crowd leaves.
                self._release(window)
            self._ledger.submit(work)
            return
        window = self._windows.setdefault(text, _Window())
        left = CROWD_WINDOW_S - (monotonic() - window.began)
        window.works.append(work)
        if left <= 0 and len(window.works) == 1:
            self._release(window)
        elif len(window.works) == 1:
            self._sender.later(left, lambda: self._release(window))

    def _release(self, window: _Window) -> None:
        works, window.works = window.works, []
        window.began = monotonic()
        for work in works:
            self._ledger.submit(work)

    def _cursor(self, client: Client, command: VisionCursor) -> Answer | Unhurried:
        if not self._readers.reads(client, command.section):
            raise DomainError("vision.not_open")
        clocks = check_cursor(command.update, client.member)
        crowd = self._readers.cursor(client, command.section, command.update, clocks)
        return Unhurried({"ok": True}) if crowd else {"ok": True}

    def _close(self, client: Client, command: VisionClose) -> Answer:
        self._readers.remove(client, command.section)
        return {"ok": True}
