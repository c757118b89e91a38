"""What neighbours said of a draft that they read along: kept apart from the state, which only counts them.

Nobody who reacts is known: no address, no account, and only the day.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, insert, select, update

from workshop.core import text
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.drafts import MAX_LETTERS, MAX_NAME, Draft, Part, Said
from workshop.features.readings.decide import counted
from workshop.features.readings.schema import Reading
from workshop.store.database import Database, UnitOfWork
from workshop.store.ledger import Ledger, Work
from workshop.vision.sentences import passages
from workshop.vision.tables import ReadingReaction
from workshop.vision.versions import Frozen, read_frozen

MAX_REACTIONS = 300
"""Reactions on one draft: more than a core team can read."""
State = Literal["waiting", "shown", "hidden"]
_table: Table = ReadingReaction.metadata.tables["reading_reactions"]


class Reaction(msgspec.Struct, frozen=True):
    """What a neighbour said of a paragraph."""

    id: str
    place: int
    name: str
    text: str
    day: str
    state: State


def parts(frozen: Frozen) -> list[Part]:
    """Return the paragraphs of a published draft, in their order."""
    found: list[Part] = []
    for one in frozen.sections:
        for passage in passages(one.text):
            found.append(Part(len(found), one.section.id, passage.kind, " ".join(passage.sentences)))
    return found


def reactions(conn: Connection, community: str, reading: str, states: Sequence[State] = ()) -> list[Reaction]:
    """Return the reactions on a draft, the oldest first; only those in these states, if any are given."""
    columns = (_table.c.id, _table.c.place, _table.c.name, _table.c.text, _table.c.day, _table.c.state)
    wanted = select(*columns).where(*_of(community, reading)).order_by(_table.c.number)
    rows = conn.execute(wanted.where(_table.c.state.in_(states)) if states else wanted)
    return [Reaction(*row) for row in rows]


def _of(community: str, reading: str) -> tuple[ColumnElement[bool], ...]:
    return _table.c.community_id == community, _table.c.reading == reading


def show(conn: Connection, community: str, reading: Reading, reaction: str, shown: bool) -> list[Fact]:
    """Show or hide a reaction; return what happens.

    Raises:
        DomainError: `not_found`.
    """
    found = next((one for one in reactions(conn, community, reading.id) if one.id == reaction), None)
    if found is None:
        raise DomainError("not_found")
    state: State = "shown" if shown else "hidden"
    if found.state == state:
        return []
    conn.execute(
        update(_table).where(*_of(community, reading.id), _table.c.id == reaction).values(state=state)
    )
    return [_count(conn, community, reading)]


def _count(conn: Connection, community: str, reading: Reading) -> Fact:
    states = [one.state for one in reactions(conn, community, reading.id)]
    return counted(reading, states.count("waiting"), states.count("shown"))


class PublishedDrafts:
    """Finds published drafts, and keeps what neighbours say of them.

    Args:
        db: for reading.
        ledger: for the states, and to carry out what changes.
    """

    def __init__(self, db: Database, ledger: Ledger) -> None:
        self._db = db
        self._ledger = ledger

    def find(self, community_id: str, address: str) -> Draft | None:
        """Return the draft behind an address; see `workshop.drafts`."""
        given = address.encode()
        known = self._ledger.state(community_id)[Reading].values()
        reading = next((one for one in known if hmac.compare_digest(one.address.encode(), given)), None)
        if reading is None:
            return None
        with self._db.read() as conn:
            frozen = read_frozen(conn, community_id, reading.version)
            shown = reactions(conn, community_id, reading.id, ("shown",))
        if frozen is None:
            return None
        there = tuple(parts(frozen))
        written = {part.section for part in there}
        return Draft(
            reading=reading.id,
            closed=reading.closed,
            title=frozen.title,
            sections=tuple(
                (one.section.id, one.section.heading) for one in frozen.sections if one.section.id in written
            ),
            parts=there,
            said=tuple(Said(one.place, one.name, one.text) for one in shown),
        )

    def react(self, community_id: str, reading: str, part: Part, name: str, words: str) -> None:
        """Keep what a neighbour says of a paragraph; see `workshop.drafts`."""
        name, words = text.optional(name), text.plain(words, lines=True)
        if len(name) > MAX_NAME or len(words) > MAX_LETTERS:
            raise DomainError("text.too_long")

        def run(unit: UnitOfWork, context: Context) -> list[Fact]:
            return _keep(unit.conn, community_id, context.state[Reading].get(reading), part, (name, words))

        self._ledger.do(Work(community_id, run))


def _keep(
    conn: Connection, community: str, reading: Reading | None, part: Part, said: tuple[str, str]
) -> list[Fact]:
    if reading is None or reading.closed:
        raise DomainError("reading.closed")
    known = reactions(conn, community, reading.id)
    if len(known) >= MAX_REACTIONS:
        raise DomainError("reading.full")
    row = {
        "community_id": community,
        "id": secrets.token_urlsafe(12),
        "reading": reading.id,
        "number": len(known),
        "place": part.place,
        "name": said[0],
        "text": said[1],
        "day": datetime.now(UTC).date().isoformat(),
        "state": "waiting",
    }
    conn.execute(insert(_table), row)
    return [_count(conn, community, reading)]
