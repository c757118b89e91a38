"""Versions of the vision: frozen, compared, restored."""

from workshop.core.feature import Feature
from workshop.features.versions import decide, reactions, schema

FEATURE = Feature(
    name="versions",
    records=(schema.Version,),
    decisions={schema.VersionFreeze: decide.freeze, schema.VersionName: decide.name},
    handled=(schema.VersionRestore, schema.VersionRead, schema.VersionCompare),
    facts=(schema.VersionFrozen, schema.VersionNamed, schema.VersionAdopted),
    reactions=(reactions.freeze_around_a_meeting,),
)
