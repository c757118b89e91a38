"""The sections of the vision and the cards behind them."""

from workshop.core.errors import N_
from workshop.core.feature import Feature
from workshop.features.sections import decide, reactions, schema

FEATURE = Feature(
    name="sections",
    records=(schema.Section, schema.Source),
    decisions={
        schema.SectionAdd: decide.add,
        schema.SectionEdit: decide.edit,
        schema.SectionMove: decide.move,
        schema.SectionRemove: decide.remove,
        schema.SectionRestore: decide.restore,
        schema.SectionWriters: decide.choose_writers,
        schema.SourceAdd: decide.add_source,
        schema.SourceRemove: decide.remove_source,
    },
    facts=(schema.SectionAdded, schema.SectionEdited, schema.SourceAdded, schema.SourceRemoved),
    reactions=(reactions.remove_the_sources,),
    messages={
        "section.no_such_block": N_("This process has no such building block."),
        "section.not_found": N_("This part of the text is no longer here."),
        "section.read_only": N_("Others write this part. You can propose other words."),
    },
)
