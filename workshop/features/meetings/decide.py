"""Gatherings: a day, what was done, who was there."""

from __future__ import annotations

from msgspec.structs import replace

from workshop.core import text
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.features.community.decide import require_phase
from workshop.features.meetings.schema import (
    Meeting,
    MeetingAttended,
    MeetingChanged,
    MeetingClose,
    MeetingOpen,
    MeetingPlan,
    MeetingRemove,
    MeetingRemoved,
)
from workshop.features.members.schema import Member


def plan(context: Context, actor: Actor, command: MeetingPlan) -> list[Fact]:
    """Plan a meeting, or change the day, title, place or phases of one."""
    for phase in command.phases:
        require_phase(context.state, phase)
    current = context.state[Meeting].get(command.meeting)
    meeting = Meeting(
        id=command.meeting,
        date=text.day(command.date),
        title=text.plain(command.title),
        place=text.optional(command.place),
        phases=list(command.phases),
    )
    if current is not None:
        meeting = replace(meeting, state=current.state, present=current.present)
    return [MeetingChanged(meeting=meeting)]


def open_(context: Context, actor: Actor, command: MeetingOpen) -> list[Fact]:
    """Open a meeting. Who is connected or named counts as present; an open one closes."""
    meeting = context.find(Meeting, command.meeting)
    if meeting.state == "closed":
        raise DomainError("meeting.wrong_state")
    here = {member.id for member in context.state[Member].values() if not member.removed}
    present = sorted({*meeting.present, *(here & {*command.present, *context.connected})})
    facts: list[Fact] = [
        MeetingChanged(meeting=replace(other, state="closed"))
        for other in context.state[Meeting].values()
        if other.state == "open" and other.id != meeting.id
    ]
    return [*facts, MeetingChanged(meeting=replace(meeting, state="open", present=present))]


def close(context: Context, actor: Actor, command: MeetingClose) -> list[Fact]:
    """Close the open meeting."""
    meeting = context.find(Meeting, command.meeting)
    if meeting.state != "open":
        raise DomainError("meeting.wrong_state")
    return [MeetingChanged(meeting=replace(meeting, state="closed"))]


def remove(context: Context, actor: Actor, command: MeetingRemove) -> list[Fact]:
    """Take a planned meeting off the list."""
    meeting = context.find(Meeting, command.meeting)
    if meeting.state != "planned":
        raise DomainError("meeting.wrong_state")
    return [MeetingRemoved(meeting=meeting.id)]


def attend(context: Context, member: str) -> list[Fact]:
    """Note that a member has come in while a meeting is open."""
    for meeting in context.state[Meeting].values():
        if meeting.state == "open" and member not in meeting.present:
            return [MeetingAttended(meeting=meeting.id, present=sorted({*meeting.present, member}))]
    return []


def today(context: Context) -> str:
    """Return the day that a decision carries: of the open meeting, otherwise the calendar's."""
    for meeting in context.state[Meeting].values():
        if meeting.state == "open":
            return meeting.date
    return context.now.date().isoformat()
