"""Boards."""

from workshop.core.errors import N_
from workshop.core.feature import Feature
from workshop.features.boards import decide, schema

FEATURE = Feature(
    name="boards",
    records=(schema.Board,),
    decisions={
        schema.BoardHide: decide.hide,
        schema.BoardReveal: decide.reveal,
    },
    facts=(schema.BoardChanged,),
    messages={
        "step.unknown": N_("This step does not exist."),
        "step.not_open": N_("This step has not started yet."),
        "step.not_here": N_("You cannot do this in this step."),
        "column.unknown": N_("This column does not exist."),
    },
)
