"""What happens to meetings when something else happens."""

from __future__ import annotations

from workshop.core.context import Context
from workshop.core.feature import on
from workshop.core.schema import Fact
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
