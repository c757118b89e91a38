"""The screen of the group."""

from workshop.core.errors import N_
from workshop.core.feature import Feature
from workshop.features.screen import decide, reactions, schema

FEATURE = Feature(
    name="screen",
    records=(schema.Spotlight, schema.ScreenName),
    decisions={
        schema.ScreenPoint: decide.point,
        schema.ScreenNameShow: decide.show_name,
    },
    facts=(
        schema.ScreenPointed,
        schema.ScreenCleared,
        schema.ScreenNameShown,
        schema.ScreenNameHidden,
    ),
    reactions=(
        reactions.take_the_card_off,
        reactions.take_the_paragraph_off,
        reactions.begin_the_step_without_it,
        reactions.take_the_name_off,
    ),
    messages={"screen.read_only": N_("This is a screen. It only shows what the group does.")},
)
