"""Voting with dots."""

from workshop.core.errors import N_
from workshop.core.feature import Feature
from workshop.features.voting import decide, reactions, schema

FEATURE = Feature(
    name="voting",
    records=(schema.Dot,),
    decisions={
        schema.DotsOpen: decide.open_,
        schema.DotPlace: decide.place,
        schema.DotTake: decide.take,
        schema.DotsClose: decide.close,
    },
    facts=(schema.DotPlaced, schema.DotTaken),
    reactions=(reactions.take_the_dots_of_a_card, reactions.take_the_dots_of_a_member),
    messages={
        "dots.closed": N_("The dots are not open now."),
        "dots.open": N_("The dots are still open. Close them first."),
        "dots.none_left": N_("You have no dots left. Take one back first."),
    },
)
