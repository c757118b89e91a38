"""Versions that are frozen by themselves."""

from __future__ import annotations

from phases import UnknownProcess
from workshop.core.context import Context
from workshop.core.feature import on
from workshop.core.schema import Fact
from workshop.core.state import State
from workshop.features.community.decide import community_of, process_of
from workshop.features.meetings.schema import Meeting, MeetingChanged
from workshop.features.versions.decide import frozen
from workshop.features.versions.schema import Occasion, Version

ID_LENGTH = 40


@on(MeetingChanged)
def freeze_around_a_meeting(context: Context, fact: MeetingChanged) -> list[Fact]:
    """Once the group writes its text, that is frozen when a meeting begins and when it ends."""
    before = context.state[Meeting].get(fact.meeting.id)
    after = fact.meeting.state
    if (before and before.state == after) or after == "planned" or not _writes(context.state):
        return []
    occasion: Occasion = "meeting_opened" if after == "open" else "meeting_closed"
    version = f"{after}-{fact.meeting.id}"[:ID_LENGTH]
    if version in context.state[Version]:
        return []
    return [frozen(context, version, occasion, meeting=fact.meeting.id)]


def _writes(state: State) -> bool:
    try:
        steps = process_of(state).steps
    except UnknownProcess:
        # The community came from a program that has more processes: its meetings go on all the same.
        return False
    return any(steps[step].drafts for step in community_of(state).visited if step in steps)
