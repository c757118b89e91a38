"""Who takes part: joining, seats of the core team, leaving."""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

import phases
from workshop import consent, ranks, text
from workshop.entities import Community, Member, Organisation, Role, Seat, SeatHolder, Section
from workshop.errors import DomainError
from workshop.events import (
    CardUnnamed,
    CommunityEdit,
    CommunityEdited,
    Fact,
    MemberAdd,
    MemberEdit,
    MemberEdited,
    MemberJoined,
    MemberRemove,
    MemberRemoved,
    SeatEmptied,
    SeatGive,
    SeatGiven,
    SectionAdded,
)
from workshop.i18n import translate
from workshop.permissions import Actor
from workshop.room import Room, found


def found_community(
    name: str, language: str, topic: str = "", process: str = phases.DEFAULT_PROCESS
) -> list[Fact]:
    """Return the first facts of a new community: itself and the outline of its vision.

    Args:
        name: of the neighbourhood.
        language: of its texts and its document.
        topic: what it wants more of; the starter topic when empty.
        process: the id of the process that it follows.
    Raises:
        DomainError: `process.unknown`, or when a text is empty or holds markup.
    """
    if process not in phases.PROCESSES:
        raise DomainError("process.unknown")
    chosen = phases.process(process)
    topic = text.optional(topic) or translate(chosen.start_topic, language)
    first = chosen.first.id
    community = Community(
        id="community", name=text.plain(name), language=language, process=process, topic=topic, step=first,
        visited=[first],
    )
    plans = chosen.outline
    facts: list[Fact] = [CommunityEdited(community=community)]
    for number, (plan, rank) in enumerate(zip(plans, ranks.first(len(plans)), strict=True), 1):
        facts.append(SectionAdded(section=Section(
            id=f"section-{number:02}", heading=translate(plan.heading, language), level=plan.level, rank=rank,
            kind=plan.kind, block=plan.block,
        )))
    return facts


def _organisation(role: Role, chosen: Organisation | None) -> Organisation | None:
    return None if role == "parent" else chosen


def join(
    room: Room, member: str, name: str, role: Role, organisation: Organisation | None = None,
    *, facilitator: bool = False,
) -> list[Fact]:
    """Let somebody in.

    Raises:
        DomainError: when the name is empty or holds markup.
    """
    record = Member(
        id=member, name=text.plain(name)[:40], role=role, facilitator=facilitator,
        organisation=_organisation(role, organisation),
    )
    return [MemberJoined(member=record)]


def add(room: Room, actor: Actor, command: MemberAdd) -> list[Fact]:
    """Put somebody without a phone on the list."""
    if command.member in room.state.members:
        raise DomainError("exists")
    return [MemberJoined(member=Member(
        id=command.member, name=text.plain(command.name), role=command.role,
        organisation=_organisation(command.role, command.organisation), paper=True,
    ))]


def edit(room: Room, actor: Actor, command: MemberEdit) -> list[Fact]:
    """Change the actor's own name, role or organisation. A seat for another role is given up."""
    member = found(room.state.members, actor.id, "member.gone")
    role = command.role or member.role
    edited = replace(
        member,
        name=member.name if command.name is None else text.plain(command.name),
        role=role,
        organisation=_organisation(role, command.organisation or member.organisation),
    )
    return [MemberEdited(member=edited), *_seats_emptied(room, member.id, unless=role)]


def _seats_emptied(room: Room, member: str, unless: Role | None = None) -> list[Fact]:
    return [
        SeatEmptied(seat=cast(Seat, seat.id)) for seat in room.state.seats.values()
        if seat.member == member and seat.id != unless
    ]


def remove(room: Room, actor: Actor, command: MemberRemove) -> list[Fact]:
    """Take the name off everything; what was written stays, without a name."""
    member = found(room.state.members, command.member, "member.gone")
    if member.removed:
        raise DomainError("member.gone")
    facts: list[Fact] = [
        CardUnnamed(card=replace(card, author=None, nameless=True))
        for card in room.state.cards.values() if card.author == member.id
    ]
    facts += _seats_emptied(room, member.id)
    facts += consent.without(room, member.id)
    gone = replace(member, name="", organisation=None, removed=True, facilitator=False)
    return [*facts, MemberRemoved(member=gone)]


def give_seat(room: Room, actor: Actor, command: SeatGive) -> list[Fact]:
    """Give a seat of the core team to a member with the seat's role, or empty it."""
    if command.member is None:
        return [SeatEmptied(seat=command.seat)] if command.seat in room.state.seats else []
    member = found(room.state.members, command.member, "member.gone")
    if member.removed:
        raise DomainError("member.gone")
    if member.role != command.seat:
        raise DomainError("seat.wrong_role")
    return [SeatGiven(seat=SeatHolder(id=command.seat, member=member.id))]


def edit_community(room: Room, actor: Actor, command: CommunityEdit) -> list[Fact]:
    """Change the community's name or its vision's title."""
    community = room.state.community
    return [CommunityEdited(community=replace(
        community,
        name=community.name if command.name is None else text.plain(command.name),
        title=community.title if command.title is None else text.plain(command.title),
    ))]
