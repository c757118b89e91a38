"""Who guides the demo for a visitor on its tour: the invented member who guides its meetings."""

from __future__ import annotations

from sqlalchemy import select

from workshop.accounts.communities import Communities, Place
from workshop.accounts.tables import Credential
from workshop.features.members.schema import Member


def guide_of(communities: Communities, place: Place) -> str | None:
    """Return the member who guides the demo's meetings; None anywhere else, and when taken away."""
    if not place.demo:
        return None
    with communities.db.read() as connection:
        accounts = select(Credential.member_id).where(
            Credential.community_id == place.id, Credential.account_id.is_not(None)
        )
        known = set(connection.scalars(accounts))
    members = communities.ledger.state(place.id)[Member].values()
    return next(
        (one.id for one in members if one.facilitator and not one.removed and one.id not in known), None
    )


def guide_token(communities: Communities, place: Place) -> str | None:
    """Return what opens the demo as the one who guides it; None where there is nobody who does."""
    guide = guide_of(communities, place)
    return communities.key_of_invented(place.id, guide) if guide else None
