"""The document as a whole: what it has, what it misses, and what in it may be private."""

from workshop.core.feature import Feature
from workshop.features.document import decide, reactions, schema

FEATURE = Feature(
    name="document",
    records=(schema.Accepted,),
    decisions={schema.PrivateAccept: decide.accept, schema.PrivateReopen: decide.reopen},
    handled=(schema.DocumentCheck,),
    facts=(schema.PrivateAccepted, schema.PrivateReopened),
    reactions=(reactions.forget_the_words_of_a_card, reactions.forget_the_words_of_an_agreement),
)
"""The document check, and what people said may stand in the text."""
