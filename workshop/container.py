"""The container: the parts of the running program, made once, each given what it needs."""

from __future__ import annotations

from dataclasses import dataclass

from workshop.accounts.communities import Communities
from workshop.accounts.credentials import lock_out
from workshop.arrivals import Arrivals
from workshop.config import Config
from workshop.drafts import Drafts
from workshop.features import CATALOGUE
from workshop.features.members.schema import MemberRemoved
from workshop.features.versions.schema import VersionFrozen
from workshop.migrations import migrate
from workshop.store.broker import Broker, MemoryBroker
from workshop.store.database import Database
from workshop.store.journal import Journal
from workshop.store.ledger import Ledger
from workshop.tables import METADATA, STATE_TABLES
from workshop.vision.reactions import PublishedDrafts
from workshop.vision.room import VisionLimits, VisionRooms
from workshop.vision.store import VisionStore
from workshop.vision.versions import freeze


@dataclass(frozen=True)
class Container:
    """What pages, sockets and the command line work with."""

    config: Config
    db: Database
    broker: Broker
    ledger: Ledger
    vision: VisionRooms
    communities: Communities
    arrivals: Arrivals
    drafts: Drafts


def open_container(config: Config) -> Container:
    """Open the database, bring it up to date and make the parts."""
    db = Database(config.database, config.sqlite_synchronous)
    migrate(db, METADATA)
    broker = MemoryBroker()
    vision = VisionRooms(VisionStore(), VisionLimits(snapshot_every=config.snapshot_every))
    ledger = Ledger(
        db,
        Journal(CATALOGUE, STATE_TABLES),
        CATALOGUE,
        broker,
        effects={VersionFrozen: freeze, MemberRemoved: lock_out},
        rolled_back=vision.forget,
    )
    communities = Communities(db, ledger, broker, config.secret())
    return Container(config, db, broker, ledger, vision, communities, Arrivals(), PublishedDrafts(db, ledger))
