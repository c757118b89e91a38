"""Who takes part, and who sits in the core team."""

from __future__ import annotations

from typing import Literal, cast

from workshop.core.access import Actor, core_team, every_member, facilitator, rule
from workshop.core.schema import Command, Fact, Id, Name, Record, drop, put
from workshop.core.sight import EVERYBODY
from workshop.core.state import State

Role = Literal["parent", "professional", "researcher", "guest"]
Seat = Literal["researcher", "professional", "parent"]
Organisation = Literal[
    "childcare",
    "school",
    "clinic",
    "doctor",
    "social_team",
    "welfare",
    "library",
    "municipality",
    "college",
    "care",
    "other",
]


class Member(Record, collection="members", sight=EVERYBODY, in_order=True):
    """Somebody who takes part. `paper`: without a phone, the core team types.

    `facilitator`: signs in with an account. `removed`: left; the name is gone.
    """

    name: str
    role: Role
    organisation: Organisation | None = None
    paper: bool = False
    facilitator: bool = False
    removed: bool = False


class SeatHolder(Record, collection="seats", sight=EVERYBODY):
    """Who sits in a seat of the core team; `id` is the seat."""

    member: str


@rule("self_or_core_team")
def oneself_or_core_team(actor: Actor, command: Command, state: State) -> str | None:
    """Oneself; the core team for others, but only a facilitator for a facilitator."""
    wanted = cast(MemberRemove, command).member
    if wanted == actor.id or actor.facilitator:
        return None
    member = state[Member].get(wanted)
    return None if actor.steering and not (member and member.facilitator) else "not_allowed"


class MemberAdd(Command, tag="member.add", who=core_team, offline="waits", on_behalf=False):
    """Add somebody who has no phone."""

    member: Id
    name: Name
    role: Role
    organisation: Organisation | None = None


class MemberEdit(Command, tag="member.edit", who=every_member, offline="waits", on_behalf=False):
    """Change one's own name, role or organisation."""

    name: Name | None = None
    role: Role | None = None
    organisation: Organisation | None = None


class MemberRemove(Command, tag="member.remove", who=oneself_or_core_team, offline="waits", on_behalf=False):
    """Leave, or (core team) take somebody off the list. Cards stay, without a name."""

    member: Id


class SeatGive(Command, tag="seat.give", who=facilitator, offline="waits", on_behalf=False):
    """Give a seat of the core team to a member, or empty it."""

    seat: Seat
    member: Id | None = None


class MemberJoined(Fact, tag="member.joined"):
    """Somebody takes part."""

    member: Member
    op = put(Member, "member")


class MemberEdited(Fact, tag="member.edited"):
    """Somebody has another name, role or organisation."""

    member: Member
    op = put(Member, "member", erases=True)


class MemberRemoved(Fact, tag="member.removed"):
    """Somebody left; the record keeps only the role, for the counts."""

    member: Member
    op = put(Member, "member", erases=True)


class SeatGiven(Fact, tag="seat.given"):
    """Somebody has a seat in the core team."""

    seat: SeatHolder
    op = put(SeatHolder, "seat")


class SeatEmptied(Fact, tag="seat.emptied"):
    """A seat in the core team is empty."""

    seat: Seat
    op = drop(SeatHolder, "seat")
