"""A section in other languages, by people: its paragraphs, and whether they still fit."""

from workshop.core.errors import N_
from workshop.core.feature import Feature
from workshop.features.translations import schema

FEATURE = Feature(
    name="translations",
    records=(schema.Translation,),
    handled=(schema.TranslationRead, schema.TranslationWrite),
    facts=(schema.TranslationChanged,),
    messages={
        "translation.own_language": N_("The text itself is in this language. Choose another one."),
        "translation.full": N_("The translation of this part is full. Make a new part for the rest."),
    },
)
