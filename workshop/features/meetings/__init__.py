"""Gatherings."""

from workshop.core.errors import N_
from workshop.core.feature import Feature
from workshop.features.meetings import decide, reactions, schema

FEATURE = Feature(
    name="meetings",
    records=(schema.Meeting,),
    decisions={
        schema.MeetingPlan: decide.plan,
        schema.MeetingOpen: decide.open_,
        schema.MeetingClose: decide.close,
        schema.MeetingRemove: decide.remove,
    },
    facts=(schema.MeetingChanged, schema.MeetingAttended, schema.MeetingRemoved),
    reactions=(reactions.take_off_the_attendance,),
    messages={
        "meeting.no_date": N_("Choose a day for the meeting."),
        "meeting.wrong_state": N_("This meeting cannot be changed like that any more."),
    },
)
