"""Who takes part: joining, seats of the core team, leaving."""

from __future__ import annotations

from msgspec.structs import replace

from workshop import consent, ranks, text
from workshop.entities import Community, Member, Organisation, Role, SeatHolder, Section
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
from workshop.outline import default_outline
from workshop.permissions import Actor
from workshop.room import Room, found

START_TOPIC = {
    "nl": "Hoe kan het gewone leven met jonge kinderen hier sterker worden?",
    "en": "How can ordinary life with young children here become stronger?",
}
"""The topic a community starts with, by language, until it chooses its own."""


def found_community(name: str, language: str, topic: str = "") -> list[Fact]:
    """Return the first facts of a new community: itself and the outline of its vision.

    Args:
        name: of the neighbourhood.
        language: "nl" or "en".
        topic: what it wants more of; the starter topic when empty.
    Raises:
        DomainError: when a text is empty or holds markup.
    """
    topic = text.optional(topic) or START_TOPIC.get(language, START_TOPIC["en"])
    community = Community(id="community", name=text.plain(name), language=language, topic=topic)
    plans = default_outline(language)
    facts: list[Fact] = [CommunityEdited(community=community)]
    for number, (plan, rank) in enumerate(zip(plans, ranks.first(len(plans)), strict=True), 1):
        facts.append(SectionAdded(section=Section(
            id=f"section-{number:02}", heading=plan.heading, level=plan.level, rank=rank, kind=plan.kind,
            block=plan.block,
        )))
    return facts


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
        organisation=organisation if role != "parent" else None,
    )
    return [MemberJoined(member=record)]


def add(room: Room, actor: Actor, command: MemberAdd) -> list[Fact]:
    """Put somebody without a phone on the list."""
    if command.member in room.state.members:
        raise DomainError("exists")
    return [MemberJoined(member=Member(
        id=command.member, name=text.plain(command.name), role=command.role,
        organisation=command.organisation, paper=True,
    ))]


def edit(room: Room, actor: Actor, command: MemberEdit) -> list[Fact]:
    """Change the actor's own name, role or organisation."""
    member = found(room.state.members, actor.id, "member.gone")
    return [MemberEdited(member=replace(
        member,
        name=member.name if command.name is None else text.plain(command.name),
        role=member.role if command.role is None else command.role,
        organisation=member.organisation if command.organisation is None else command.organisation,
    ))]


def remove(room: Room, actor: Actor, command: MemberRemove) -> list[Fact]:
    """Take the name off everything; what was written stays, without a name."""
    member = found(room.state.members, command.member, "member.gone")
    if member.removed:
        raise DomainError("member.gone")
    facts: list[Fact] = [
        CardUnnamed(card=replace(card, author=None, nameless=True))
        for card in room.state.cards.values() if card.author == member.id
    ]
    facts += [SeatEmptied(seat=seat.id) for seat in room.state.seats.values() if seat.member == member.id]  # type: ignore[arg-type]
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
