"""What happens to meetings when something else happens."""

from __future__ import annotations

from workshop.core.context import Context
from workshop.core.feature import on
from workshop.core.schema import Fact
from workshop.features.agenda.schema import StepStarted
from workshop.features.meetings.agenda import item_for, moved, open_meeting
from workshop.features.meetings.schema import Meeting, MeetingAttended
from workshop.features.members.schema import MemberRemoved


@on(MemberRemoved)
def take_off_the_attendance(context: Context, fact: MemberRemoved) -> list[Fact]:
    """Who leaves stands on no list of who was there."""
    gone = fact.member.id
    return [
        MeetingAttended(meeting=meeting.id, present=[one for one in meeting.present if one != gone])
        for meeting in context.state[Meeting].values()
        if gone in meeting.present
    ]


@on(StepStarted)
def follow_the_group(context: Context, fact: StepStarted) -> list[Fact]:
    """The open meeting is at the item of the step where the group is; at none when no item has it."""
    meeting = open_meeting(context.state)
    if meeting is None:
        return []
    here = next((item for item in meeting.agenda if item.id == meeting.item), None)
    if here is not None and here.step == fact.step:
        return []
    item = item_for(meeting, fact.step)
    return [] if item == meeting.item else [moved(context, meeting, item)]
