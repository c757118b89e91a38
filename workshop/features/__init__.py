"""The features: this list is the only place where they are named."""

from workshop.core.feature import Catalogue
from workshop.features import (
    agenda,
    agreements,
    boards,
    cards,
    comments,
    community,
    consent,
    cowriting,
    document,
    meetings,
    members,
    presence,
    readings,
    screen,
    sections,
    terms,
    themes,
    translations,
    versions,
    voting,
    wordings,
)

FEATURES = (
    presence.FEATURE,
    community.FEATURE,
    members.FEATURE,
    meetings.FEATURE,
    agenda.FEATURE,
    boards.FEATURE,
    cards.FEATURE,
    themes.FEATURE,
    voting.FEATURE,
    terms.FEATURE,
    wordings.FEATURE,
    sections.FEATURE,
    cowriting.FEATURE,
    translations.FEATURE,
    versions.FEATURE,
    comments.FEATURE,
    readings.FEATURE,
    consent.FEATURE,
    agreements.FEATURE,
    document.FEATURE,
    screen.FEATURE,
)
"""Every feature; documents and generated types follow this order."""

CATALOGUE = Catalogue(FEATURES)
"""Everything that the features declare."""
