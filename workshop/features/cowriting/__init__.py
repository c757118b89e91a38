"""Writing a section's text together."""

from workshop.core.errors import N_
from workshop.core.feature import Feature
from workshop.features.cowriting import schema

FEATURE = Feature(
    name="cowriting",
    handled=(schema.VisionOpen, schema.VisionUpdate, schema.VisionCursor, schema.VisionClose),
    messages={
        "vision.bad_update": N_("This change could not be read. Reload the page."),
        "vision.bad_cursor": N_("This cursor could not be read."),
        "vision.stale_schema": N_("There is a new version of this page. Reload it before you write on."),
        "vision.too_long": N_(
            "This part is full: it holds about {thousands} thousand letters, with what you took out."
            " Make a new part for the rest."
        ),
        "vision.not_open": N_("Open this part of the text first."),
    },
)
