"""Who takes part: joining, seats of the core team, leaving."""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from workshop.core import text
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.features.members.schema import (
    Member,
    MemberAdd,
    MemberEdit,
    MemberEdited,
    MemberJoined,
    MemberRemove,
    MemberRemoved,
    Organisation,
    Role,
    Seat,
    SeatEmptied,
    SeatGive,
    SeatGiven,
    SeatHolder,
)


def _organisation(role: Role, chosen: Organisation | None) -> Organisation | None:
    return None if role == "parent" else chosen


def join(
    context: Context,
    member: str,
    name: str,
    role: Role,
    organisation: Organisation | None = None,
    *,
    facilitator: bool = False,
) -> list[Fact]:
    """Let somebody in.

    Raises:
        DomainError: when the name is empty or holds markup.
    """
    record = Member(
        id=member,
        name=text.plain(name)[:40],
        role=role,
        facilitator=facilitator,
        organisation=_organisation(role, organisation),
    )
    return [MemberJoined(member=record)]


def add(context: Context, actor: Actor, command: MemberAdd) -> list[Fact]:
    """Put somebody without a phone on the list."""
    context.refuse_existing(Member, command.member)
    return [
        MemberJoined(
            member=Member(
                id=command.member,
                name=text.plain(command.name),
                role=command.role,
                organisation=_organisation(command.role, command.organisation),
                paper=True,
            )
        )
    ]


def edit(context: Context, actor: Actor, command: MemberEdit) -> list[Fact]:
    """Change the actor's own name, role or organisation. A seat for another role is given up."""
    member = context.find(Member, actor.id, "member.gone")
    role = command.role or member.role
    edited = replace(
        member,
        name=member.name if command.name is None else text.plain(command.name),
        role=role,
        organisation=_organisation(role, command.organisation or member.organisation),
    )
    return [MemberEdited(member=edited), *_seats_emptied(context, member.id, unless=role)]


def _seats_emptied(context: Context, member: str, unless: Role | None = None) -> list[Fact]:
    return [
        SeatEmptied(seat=cast(Seat, seat.id))
        for seat in context.state[SeatHolder].values()
        if seat.member == member and seat.id != unless
    ]


def remove(context: Context, actor: Actor, command: MemberRemove) -> list[Fact]:
    """Take somebody off the list. The features take the name off what they keep; what was written stays."""
    member = context.find(Member, command.member, "member.gone")
    if member.removed:
        raise DomainError("member.gone")
    gone = replace(member, name="", organisation=None, removed=True, facilitator=False)
    return [*_seats_emptied(context, member.id), MemberRemoved(member=gone)]


def give_seat(context: Context, actor: Actor, command: SeatGive) -> list[Fact]:
    """Give a seat of the core team to a member with the seat's role, or empty it."""
    if command.member is None:
        return [SeatEmptied(seat=command.seat)] if command.seat in context.state[SeatHolder] else []
    member = context.find(Member, command.member, "member.gone")
    if member.removed:
        raise DomainError("member.gone")
    if member.role != command.seat:
        raise DomainError("seat.wrong_role")
    return [SeatGiven(seat=SeatHolder(id=command.seat, member=member.id))]
