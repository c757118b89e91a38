"""Where the group is."""

from workshop.core.feature import Feature
from workshop.features.agenda import decide, reactions, schema

FEATURE = Feature(
    name="agenda",
    records=(schema.PhaseTitle, schema.Prompt),
    decisions={
        schema.TopicSet: decide.set_topic,
        schema.StepStart: decide.start_step,
        schema.TimerStart: decide.start_timer,
        schema.TimerStop: decide.stop_timer,
        schema.PhaseRename: decide.rename_phase,
        schema.PromptSet: decide.set_prompt,
    },
    facts=(
        schema.TopicChanged,
        schema.StepStarted,
        schema.TimerSet,
        schema.PhaseRenamed,
        schema.PhaseNameRestored,
        schema.PromptChanged,
        schema.PromptRestored,
    ),
    reactions=(reactions.begin_with_the_first_topic, reactions.translate_the_topic),
)
