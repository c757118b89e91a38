"""The running program: its parts, made once and tied together."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, delete, insert

from workshop.communities import Communities
from workshop.config import Config
from workshop.db import Database
from workshop.events import Fact, MemberRemoved, VersionFrozen
from workshop.ledger import Ledger
from workshop.migrations import migrate
from workshop.models import Credential, VersionText
from workshop.sections import in_order
from workshop.state import State
from workshop.vision.room import VisionLimits, VisionRooms
from workshop.vision.store import VisionStore
from workshop.vision.tree import read, to_json


@dataclass(frozen=True)
class Minidorp:
    """What every door of the house (pages, sockets, command line) works with."""

    config: Config
    db: Database
    ledger: Ledger
    vision: VisionRooms
    communities: Communities


def open_house(config: Config) -> Minidorp:
    """Open the database, bring it up to date and tie the parts together."""
    db = Database(config.database, config.sqlite_synchronous)
    migrate(db)
    ledger = Ledger(db)
    vision = VisionRooms(VisionStore(), VisionLimits(snapshot_every=config.snapshot_every))
    ledger.rolled_back = vision.forget
    ledger.effects[VersionFrozen] = _freeze
    ledger.effects[MemberRemoved] = _lock_out
    return Minidorp(config, db, ledger, vision, Communities(db, ledger, config.secret()))


def _lock_out(conn: Connection, community_id: str, state: State, fact: Fact) -> None:
    """Throw away how somebody who left could enter, by whatever way that person left."""
    if isinstance(fact, MemberRemoved):
        own = (Credential.community_id == community_id, Credential.member_id == fact.member.id)
        conn.execute(delete(Credential).where(*own))


def _freeze(conn: Connection, community_id: str, state: State, fact: Fact) -> None:
    """Keep the text of every section as it is at this moment, with its heading."""
    if not isinstance(fact, VersionFrozen):
        return
    body = [
        {"section": section, "text": msgspec.Raw(to_json(read(conn, community_id, section.id)))}
        for section in in_order(state)
    ]
    conn.execute(insert(VersionText), {
        "community_id": community_id, "version": fact.version.id,
        "body": msgspec.json.encode({"title": state.community.title, "sections": body}).decode(),
    })
