"""Gatherings: a day, what was done, who was there."""

from __future__ import annotations

from msgspec.structs import replace

from workshop.core import text
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.features.agenda.decide import to_step
from workshop.features.community.decide import require_phase
from workshop.features.meetings import agenda
from workshop.features.meetings.schema import (
    Meeting,
    MeetingAgenda,
    MeetingAttended,
    MeetingChanged,
    MeetingClose,
    MeetingGoTo,
    MeetingMoved,
    MeetingOpen,
    MeetingPlan,
    MeetingRemove,
    MeetingRemoved,
)
from workshop.features.members.schema import Member


def plan(context: Context, actor: Actor, command: MeetingPlan) -> list[Fact]:
    """Plan a meeting, or change the day, title, place, phases or agenda of one."""
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
    known = current.agenda if current else agenda.of_the_process(context.state, meeting.phases, meeting.id)
    if command.agenda is not None:
        known = agenda.entries(context.state, command.agenda, current.agenda if current else ())
    if current is None:
        return [MeetingChanged(meeting=replace(meeting, agenda=known))]
    changed = replace(
        current,
        date=meeting.date,
        title=meeting.title,
        place=meeting.place,
        phases=meeting.phases,
        agenda=known,
    )
    return [MeetingChanged(meeting=_at_what_there_is(changed))]


def _at_what_there_is(meeting: Meeting) -> Meeting:
    """The meeting is at no item that is off its agenda."""
    if meeting.item is None or any(item.id == meeting.item for item in meeting.agenda):
        return meeting
    return replace(meeting, item=None, item_started_at=None)


def change_agenda(context: Context, actor: Actor, command: MeetingAgenda) -> list[Fact]:
    """Add, remove, move or time items. What has begun keeps its time."""
    meeting = context.find(Meeting, command.meeting)
    if meeting.state == "closed":
        raise DomainError("meeting.wrong_state")
    items = agenda.entries(context.state, command.agenda, meeting.agenda)
    changed = _at_what_there_is(replace(meeting, agenda=items))
    return [
        MeetingMoved(
            meeting=changed.id,
            agenda=changed.agenda,
            item=changed.item,
            item_started_at=changed.item_started_at,
        )
    ]


def open_(context: Context, actor: Actor, command: MeetingOpen) -> list[Fact]:
    """Open a meeting at the start of its agenda. Who is connected or named counts as present; an open
    one closes."""
    meeting = context.find(Meeting, command.meeting)
    if meeting.state == "closed":
        raise DomainError("meeting.wrong_state")
    here = {member.id for member in context.state[Member].values() if not member.removed}
    present = sorted({*meeting.present, *(here & {*command.present, *context.connected})})
    if meeting.state == "open":
        return [MeetingChanged(meeting=replace(meeting, present=present))]
    facts: list[Fact] = [
        MeetingChanged(meeting=_closed(context, other))
        for other in context.state[Meeting].values()
        if other.state == "open"
    ]
    now, items = context.now_ms, agenda.to_begin_with(context.state, meeting)
    first = items[0] if items else None
    opened = replace(
        meeting,
        state="open",
        present=present,
        agenda=agenda.begun(items, first.id if first else None, now),
        item=first.id if first else None,
        opened_at=now,
        item_started_at=now if first else None,
    )
    return [*facts, MeetingChanged(meeting=opened), *to_step(context, first.step if first else None)]


def go_to(context: Context, actor: Actor, command: MeetingGoTo) -> list[Fact]:
    """Bring everyone to an item of the open meeting. A running timer is taken away."""
    meeting = context.find(Meeting, command.meeting)
    if meeting.state != "open":
        raise DomainError("meeting.wrong_state")
    item = next((one for one in meeting.agenda if one.id == command.item), None)
    if item is None:
        raise DomainError("not_found")
    if meeting.item == item.id:
        return to_step(context, item.step) if item.step else []
    # First the item: what reacts to the step finds the meeting where it is going.
    return [agenda.moved(context, meeting, item.id), *to_step(context, item.step)]


def close(context: Context, actor: Actor, command: MeetingClose) -> list[Fact]:
    """Close the open meeting."""
    meeting = context.find(Meeting, command.meeting)
    if meeting.state != "open":
        raise DomainError("meeting.wrong_state")
    return [MeetingChanged(meeting=_closed(context, meeting))]


def _closed(context: Context, meeting: Meeting) -> Meeting:
    return replace(meeting, state="closed", item=None, item_started_at=None, closed_at=context.now_ms)


def remove(context: Context, actor: Actor, command: MeetingRemove) -> list[Fact]:
    """Take a planned meeting off the list."""
    meeting = context.find(Meeting, command.meeting)
    if meeting.state != "planned":
        raise DomainError("meeting.wrong_state")
    return [MeetingRemoved(meeting=meeting.id)]


def attend(context: Context, member: str) -> list[Fact]:
    """Note that a member has come in while a meeting is open."""
    meeting = agenda.open_meeting(context.state)
    if meeting is None or member in meeting.present:
        return []
    return [MeetingAttended(meeting=meeting.id, present=sorted({*meeting.present, member}))]


def today(context: Context) -> str:
    """Return the day that a decision carries: of the open meeting, otherwise the calendar's."""
    meeting = agenda.open_meeting(context.state)
    return meeting.date if meeting else context.now.date().isoformat()
