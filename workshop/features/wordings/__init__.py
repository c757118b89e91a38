"""What the language helper leaves alone."""

from workshop.core.feature import Feature
from workshop.features.wordings import decide, schema

FEATURE = Feature(
    name="wordings",
    records=(schema.Wording,),
    decisions={
        schema.WordingAccept: decide.accept,
        schema.WordingReopen: decide.reopen,
    },
    handled=(schema.LanguageCheck,),
    facts=(schema.WordingAccepted, schema.WordingReopened),
)
