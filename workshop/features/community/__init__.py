"""The community itself."""

from workshop.core.errors import N_
from workshop.core.feature import Feature
from workshop.features.community import decide, schema

FEATURE = Feature(
    name="community",
    records=(schema.Community,),
    decisions={
        schema.CommunityEdit: decide.edit,
    },
    facts=(schema.CommunityEdited,),
    messages={
        "process.unknown": N_("This way of working does not exist here."),
        "phase.unknown": N_("This phase does not exist."),
    },
)
