"""The commands about versions that need the shared text: reading, comparing, going back, asking again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection

from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.features import CATALOGUE
from workshop.features.consent.decide import again
from workshop.features.consent.schema import ConsentAgain, ConsentRound
from workshop.features.sections.schema import Section
from workshop.features.versions import decide
from workshop.features.versions.schema import Version, VersionCompare, VersionRead, VersionRestore
from workshop.handling import Answer, Client, Handlers, Pending, Slow, require_reader
from workshop.store.database import Database, UnitOfWork
from workshop.store.ledger import Ledger, Work
from workshop.vision.compare import compare
from workshop.vision.readers import Readers
from workshop.vision.room import VisionRooms
from workshop.vision.sentences import passages, reworded, written
from workshop.vision.versions import Frozen, FrozenSection, present, read_frozen, store_text


class VersionHandlers:
    """Handles reading and comparing versions, going back to one, and asking again about better sentences.

    Args:
        db: for reading.
        ledger: carries work out.
        rooms: the shared texts.
        readers: who reads which text.
    """

    def __init__(self, db: Database, ledger: Ledger, rooms: VisionRooms, readers: Readers) -> None:
        self._db = db
        self._ledger = ledger
        self._rooms = rooms
        self._readers = readers
        self._busy: set[str] = set()

    def handlers(self) -> Handlers:
        """Return the commands with what handles them."""
        return {
            VersionRead: self._read,
            VersionCompare: self._compare,
            VersionRestore: self._restore,
            ConsentAgain: self._ask_again,
        }

    def _read(self, client: Client, command: VersionRead) -> Slow:
        def run() -> Answer:
            with self._db.read() as conn:
                text = self._text(conn, client, command.version)
            sections = [
                {
                    "id": one.section.id,
                    "heading": one.section.heading,
                    "level": one.section.level,
                    "passages": msgspec.to_builtins(passages(one.text)),
                }
                for one in text.sections
            ]
            return {"ok": True, "sections": sections}

        return self._one_at_a_time(client, run)

    def _compare(self, client: Client, command: VersionCompare) -> Slow:
        def run() -> Answer:
            with self._db.read() as conn:
                old, new = (self._text(conn, client, one) for one in (command.old, command.new))
            return {"ok": True, "sections": msgspec.to_builtins(compare(old, new))}

        return self._one_at_a_time(client, run)

    def _one_at_a_time(self, client: Client, run: Callable[[], Answer]) -> Slow:
        if client.sid in self._busy:
            raise DomainError("too_fast")
        self._busy.add(client.sid)

        def freed() -> Answer:
            try:
                return run()
            finally:
                self._busy.discard(client.sid)

        return Slow(freed)

    def _text(self, conn: Connection, client: Client, version: str) -> Frozen:
        """The text of a version, or as it is now. Whoever left reads nothing."""
        state = self._ledger.state(client.community)
        require_reader(Context(state, datetime.now(UTC)), client)
        if not version:
            return present(conn, client.community, state)
        text = read_frozen(conn, client.community, version) if version in state[Version] else None
        if text is None:
            raise DomainError("not_found")
        return text

    def _restore(self, client: Client, command: VersionRestore) -> Pending:
        def run(unit: UnitOfWork, context: Context) -> list[Fact]:
            CATALOGUE.authorise(context, client.member, command)
            text = read_frozen(unit.conn, client.community, command.origin)
            if text is None:
                raise DomainError("not_found")
            facts = decide.restore(context, command, [one.section for one in text.sections])
            # As it was until now, before anything of it changes.
            store_text(unit.conn, client.community, context.state, command.before)
            for one in text.sections:
                if one.section.id in context.state[Section]:
                    self._replace(unit, client.community, one)
            return facts

        return Pending(Work(client.community, run, command.command))

    def _ask_again(self, client: Client, command: ConsentAgain) -> Pending:
        def run(unit: UnitOfWork, context: Context) -> list[Fact]:
            CATALOGUE.authorise(context, client.member, command)
            sentences, facts = again(context, command)
            about = context.find(ConsentRound, command.round).section
            sections = [
                one
                for one in present(unit.conn, client.community, context.state).sections
                if about in ("", one.section.id)
            ]
            there = {sentence for one in sections for sentence in written(one.text)}
            if not sentences.keys() <= there:
                raise DomainError("consent.sentence_gone")
            for one in sections:
                other = reworded(one.text, sentences)
                if other != one.text:
                    self._replace(unit, client.community, FrozenSection(one.section, other))
            return facts

        return Pending(Work(client.community, run, command.command))

    def _replace(self, unit: UnitOfWork, community: str, wanted: FrozenSection) -> None:
        """Make a section's text this one; everybody who reads it follows."""
        for update in self._rooms.rewrite(unit.conn, community, wanted.section.id, wanted.text):
            self._readers.gather(unit, (community, wanted.section.id), update, None)
