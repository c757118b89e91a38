"""Read-only links with which a screen follows a community. Made and taken back by the core team."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

from sqlalchemy import delete, insert, select

from workshop.accounts.facilitators import digest
from workshop.accounts.tables import ScreenLink
from workshop.store.broker import Broker
from workshop.store.database import Database

BY_LINK = "screen-link"
"""What a connection counts as that was opened with such a link. No member has this id."""


def make(db: Database, broker: Broker, community_id: str) -> str:
    """Give a community a new link; the one it had stops working.

    Returns: the secret in its address. It is shown now and never again: only its hash is kept.
    """
    secret = secrets.token_urlsafe(24)
    with db.begin() as connection:
        connection.execute(delete(ScreenLink).where(ScreenLink.community_id == community_id))
        connection.execute(
            insert(ScreenLink).values(
                community_id=community_id,
                secret_hash=digest(secret),
                created=datetime.now(UTC).replace(tzinfo=None),
            )
        )
    broker.shut_out(community_id, BY_LINK)
    return secret


def take_back(db: Database, broker: Broker, community_id: str) -> None:
    """Take a community's link back; screens that were opened with it end at once."""
    with db.begin() as connection:
        connection.execute(delete(ScreenLink).where(ScreenLink.community_id == community_id))
    broker.shut_out(community_id, BY_LINK)


def since(db: Database, community_id: str) -> datetime | None:
    """Return when a community's link was made (UTC); None when it has none."""
    with db.read() as connection:
        return connection.scalar(select(ScreenLink.created).where(ScreenLink.community_id == community_id))


def community_of(db: Database, secret: str) -> str | None:
    """Return the community that a link's secret opens; None when it opens nothing."""
    with db.read() as connection:
        return connection.scalar(
            select(ScreenLink.community_id).where(ScreenLink.secret_hash == digest(secret[:200]))
        )
