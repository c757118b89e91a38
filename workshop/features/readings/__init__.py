"""A draft that neighbours read, and may react to without an account."""

from workshop.core.errors import N_
from workshop.core.feature import Feature
from workshop.features.readings import decide, schema

FEATURE = Feature(
    name="readings",
    records=(schema.Reading,),
    decisions={schema.ReadingOpen: decide.open_reading, schema.ReadingClose: decide.close},
    handled=(schema.ReadingReactions, schema.ReactionShow),
    facts=(schema.ReadingChanged,),
    messages={
        "reading.open_already": N_("Neighbours read along already. Close that first."),
        "reading.closed": N_("Reading along is closed. Thank you for reading."),
        "reading.full": N_("There are as many reactions as the group can read. Thank you for reading."),
    },
)
