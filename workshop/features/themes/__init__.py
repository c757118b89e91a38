"""Themes."""

from workshop.core.feature import Feature
from workshop.features.themes import decide, schema

FEATURE = Feature(
    name="themes",
    records=(schema.Theme,),
    decisions={
        schema.CardGroup: decide.group,
        schema.ThemeAdd: decide.add,
        schema.ThemeRename: decide.rename,
        schema.ThemeRemove: decide.remove,
    },
    facts=(schema.CardGrouped, schema.ThemeAdded, schema.ThemeRenamed, schema.ThemeRemoved),
)
