"""From a member to who acts."""

from __future__ import annotations

from workshop.core.access import Actor
from workshop.core.state import State
from workshop.features.members.schema import Member, SeatHolder


def actor_of(state: State, member_id: str) -> Actor | None:
    """Return who a member is right now, or None when no longer in the group."""
    member = state[Member].get(member_id)
    if member is None or member.removed:
        return None
    seated = any(seat.member == member_id for seat in state[SeatHolder].values())
    return Actor(member_id, member.role, seated or member.facilitator, member.facilitator, paper=member.paper)
