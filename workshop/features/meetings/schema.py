"""Gatherings: a day, what was done, who was there."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from workshop.core.access import core_team
from workshop.core.schema import Command, Date, Fact, Id, Key, Line, OptionalLine, Record, drop, patch, put
from workshop.core.sight import EVERYBODY


class Meeting(Record, collection="meetings", sight=EVERYBODY):
    """A gathering. `state`: planned, open or closed. `present`: member ids."""

    date: str
    title: str
    place: str = ""
    phases: list[str] = []
    state: Literal["planned", "open", "closed"] = "planned"
    present: list[str] = []


class MeetingPlan(Command, tag="meeting.plan", who=core_team, offline="waits", on_behalf=False):
    """Plan a meeting, or change a planned one (same id)."""

    meeting: Id
    date: Date
    title: Line
    place: OptionalLine = ""
    phases: Annotated[list[Key], Meta(max_length=20)] = []


class MeetingOpen(Command, tag="meeting.open", who=core_team, offline="waits", on_behalf=False):
    """Open a meeting: who is here counts as present. An open one is closed first."""

    meeting: Id
    present: Annotated[list[Id], Meta(max_length=500)] = []


class MeetingClose(Command, tag="meeting.close", who=core_team, offline="waits", on_behalf=False):
    """Close the open meeting."""

    meeting: Id


class MeetingRemove(Command, tag="meeting.remove", who=core_team, offline="waits", on_behalf=False):
    """Take a planned meeting off the list."""

    meeting: Id


class MeetingChanged(Fact, tag="meeting.changed"):
    """A meeting was planned, changed, opened or closed."""

    meeting: Meeting
    op = put(Meeting, "meeting")


class MeetingAttended(Fact, tag="meeting.attended"):
    """Who is or was there."""

    meeting: str
    present: list[str]
    op = patch(Meeting, "meeting", "present")


class MeetingRemoved(Fact, tag="meeting.removed"):
    """A planned meeting is off the list."""

    meeting: str
    op = drop(Meeting, "meeting")
