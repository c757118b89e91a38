"""The commands about what neighbours said of a draft: reading it, and judging what is shown."""

from __future__ import annotations

from datetime import UTC, datetime

from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.features import CATALOGUE
from workshop.features.members.actors import actor_of
from workshop.features.readings.schema import ReactionShow, Reading, ReadingReactions
from workshop.handling import Answer, Client, Handlers, Pending, Slow, require_member
from workshop.store.database import Database, UnitOfWork
from workshop.store.ledger import Ledger, Work
from workshop.vision.reactions import parts, reactions, show
from workshop.vision.versions import read_frozen


class ReadingHandlers:
    """Handles what the group does with the reactions of neighbours.

    Args:
        db: for reading.
        ledger: carries work out.
    """

    def __init__(self, db: Database, ledger: Ledger) -> None:
        self._db = db
        self._ledger = ledger

    def handlers(self) -> Handlers:
        """Return the commands with what handles them."""
        return {ReadingReactions: self._reactions, ReactionShow: self._show}

    def _reactions(self, client: Client, command: ReadingReactions) -> Slow:
        def run() -> Answer:
            state = self._ledger.state(client.community)
            require_member(Context(state, datetime.now(UTC)), client)
            actor, reading = actor_of(state, client.member), state[Reading].get(command.reading)
            if reading is None:
                raise DomainError("not_found")
            steering = actor is not None and actor.steering
            if reading.closed and not steering:
                return {"ok": True, "reactions": []}
            with self._db.read() as conn:
                text = read_frozen(conn, client.community, reading.version)
                said = reactions(conn, client.community, reading.id, () if steering else ("shown",))
            there = parts(text) if text else []
            found = [
                {
                    "id": one.id,
                    "section": there[one.place].section,
                    "paragraph": there[one.place].words,
                    "name": one.name,
                    "text": one.text,
                    "day": one.day,
                    "state": one.state,
                }
                for one in said
                if one.place < len(there)
            ]
            return {"ok": True, "reactions": found}

        return Slow(run)

    def _show(self, client: Client, command: ReactionShow) -> Pending:
        def run(unit: UnitOfWork, context: Context) -> list[Fact]:
            CATALOGUE.authorise(context, client.member, command)
            reading = context.find(Reading, command.reading)
            return show(unit.conn, client.community, reading, command.reaction, command.shown)

        return Pending(Work(client.community, run, command.command))
