"""Gatherings."""

from workshop.core.errors import N_
from workshop.core.feature import Feature
from workshop.features.meetings import decide, reactions, schema

FEATURE = Feature(
    name="meetings",
    records=(schema.Meeting,),
    decisions={
        schema.MeetingPlan: decide.plan,
        schema.MeetingAgenda: decide.change_agenda,
        schema.MeetingOpen: decide.open_,
        schema.MeetingGoTo: decide.go_to,
        schema.MeetingClose: decide.close,
        schema.MeetingRemove: decide.remove,
    },
    facts=(schema.MeetingChanged, schema.MeetingMoved, schema.MeetingAttended, schema.MeetingRemoved),
    reactions=(reactions.take_off_the_attendance, reactions.follow_the_group),
    messages={
        "meeting.no_date": N_("Choose a day for the meeting."),
        "meeting.agenda_unclear": N_("Two parts of this agenda are the same one. Load the page again."),
        "meeting.wrong_state": N_("This meeting cannot be changed like that any more."),
    },
)
