"""Gatherings: a day, what was done, who was there."""

from __future__ import annotations

from msgspec.structs import replace

from workshop import text
from workshop.entities import Meeting
from workshop.errors import DomainError
from workshop.events import (
    Fact,
    MeetingAttended,
    MeetingChanged,
    MeetingClose,
    MeetingOpen,
    MeetingPlan,
    MeetingRemove,
    MeetingRemoved,
)
from workshop.permissions import Actor
from workshop.room import Room, found


def plan(room: Room, actor: Actor, command: MeetingPlan) -> list[Fact]:
    """Plan a meeting, or change the day, title, place or phases of one."""
    if any(room.process.phase(phase) is None for phase in command.phases):
        raise DomainError("phase.unknown")
    current = room.state.meetings.get(command.meeting)
    meeting = Meeting(
        id=command.meeting, date=text.day(command.date), title=text.plain(command.title),
        place=text.optional(command.place), phases=list(command.phases),
    )
    if current is not None:
        meeting = replace(meeting, state=current.state, present=current.present)
    return [MeetingChanged(meeting=meeting)]


def open_(room: Room, actor: Actor, command: MeetingOpen) -> list[Fact]:
    """Open a meeting. Who is connected or named counts as present; an open one closes."""
    meeting = found(room.state.meetings, command.meeting)
    if meeting.state == "closed":
        raise DomainError("meeting.wrong_state")
    here = {member.id for member in room.state.members.values() if not member.removed}
    present = sorted({*meeting.present, *(here & {*command.present, *room.connected})})
    facts: list[Fact] = [
        MeetingChanged(meeting=replace(other, state="closed"))
        for other in room.state.meetings.values() if other.state == "open" and other.id != meeting.id
    ]
    return [*facts, MeetingChanged(meeting=replace(meeting, state="open", present=present))]


def close(room: Room, actor: Actor, command: MeetingClose) -> list[Fact]:
    """Close the open meeting."""
    meeting = found(room.state.meetings, command.meeting)
    if meeting.state != "open":
        raise DomainError("meeting.wrong_state")
    return [MeetingChanged(meeting=replace(meeting, state="closed"))]


def remove(room: Room, actor: Actor, command: MeetingRemove) -> list[Fact]:
    """Take a planned meeting off the list."""
    meeting = found(room.state.meetings, command.meeting)
    if meeting.state != "planned":
        raise DomainError("meeting.wrong_state")
    return [MeetingRemoved(meeting=meeting.id)]


def attend(room: Room, member: str) -> list[Fact]:
    """Note that a member has come in while a meeting is open."""
    for meeting in room.state.meetings.values():
        if meeting.state == "open" and member not in meeting.present:
            return [MeetingAttended(meeting=meeting.id, present=sorted({*meeting.present, member}))]
    return []
