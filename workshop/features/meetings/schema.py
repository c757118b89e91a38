"""Gatherings: a day, what was done, who was there."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from phases import ItemKind
from workshop.core.access import core_team
from workshop.core.schema import (
    Command,
    Date,
    Fact,
    Id,
    Key,
    Line,
    Milliseconds,
    OptionalLine,
    Record,
    drop,
    patch,
    put,
)
from workshop.core.sight import EVERYBODY

Minutes = Annotated[int, Meta(ge=1, le=240)]


class AgendaEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of an agenda as somebody plans it: a `step`, or something else that its `kind` tells.
    `title`: where the name of the step or of the kind does not say enough."""

    id: Key
    kind: ItemKind = "step"
    step: Key | None = None
    title: OptionalLine = ""
    minutes: Minutes


class AgendaItem(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a meeting's agenda. `started_at`: when the group came to it first, in milliseconds."""

    id: str
    kind: ItemKind
    step: str | None = None
    title: str = ""
    minutes: int
    started_at: int | None = None


EntryList = Annotated[list[AgendaEntry], Meta(max_length=40)]


class Meeting(Record, collection="meetings", sight=EVERYBODY):
    """A gathering. `state`: planned, open or closed. `present`: member ids.
    `agenda`: its parts in order. `item`: the part that the group is at, null while it is at none of them.
    `opened_at`, `closed_at`, `item_started_at`: moments, in milliseconds."""

    date: str
    title: str
    place: str = ""
    phases: list[str] = []
    state: Literal["planned", "open", "closed"] = "planned"
    present: list[str] = []
    agenda: list[AgendaItem] = []
    item: str | None = None
    opened_at: Milliseconds | None = None
    closed_at: Milliseconds | None = None
    item_started_at: Milliseconds | None = None


class MeetingPlan(Command, tag="meeting.plan", who=core_team, offline="waits", on_behalf=False):
    """Plan a meeting, or change one (same id). Without an agenda it keeps its own; a new one gets that of
    the process."""

    meeting: Id
    date: Date
    title: Line
    place: OptionalLine = ""
    phases: Annotated[list[Key], Meta(max_length=20)] = []
    agenda: EntryList | None = None


class MeetingAgenda(Command, tag="meeting.agenda", who=core_team, offline="waits", on_behalf=False):
    """Change the agenda of a planned or open meeting: all its parts, in order."""

    meeting: Id
    agenda: EntryList


class MeetingOpen(Command, tag="meeting.open", who=core_team, offline="waits", on_behalf=False):
    """Open a meeting: who is here counts as present, and its agenda begins. An open one is closed first."""

    meeting: Id
    present: Annotated[list[Id], Meta(max_length=500)] = []


class MeetingGoTo(Command, tag="meeting.go_to", who=core_team, offline="waits", on_behalf=False):
    """Bring everyone to a part of the open meeting's agenda, forward or back. The step stays where it is
    when the part has none, such as a break."""

    meeting: Id
    item: Key


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


class MeetingMoved(Fact, tag="meeting.moved"):
    """The group is at another part of the agenda, or the agenda was changed."""

    meeting: str
    agenda: list[AgendaItem]
    item: str | None
    item_started_at: int | None
    op = patch(Meeting, "meeting", "agenda", "item", "item_started_at")


class MeetingRemoved(Fact, tag="meeting.removed"):
    """A planned meeting is off the list."""

    meeting: str
    op = drop(Meeting, "meeting")
