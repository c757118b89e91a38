"""Who is here and who is writing."""

from workshop.core.feature import Feature
from workshop.features.presence import schema

FEATURE = Feature(
    name="presence",
    handled=(schema.Enter, schema.Writing),
)
