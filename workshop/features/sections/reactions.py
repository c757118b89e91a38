"""What happens to sources when something else happens."""

from __future__ import annotations

from workshop.core.context import Context
from workshop.core.feature import on
from workshop.core.schema import Fact
from workshop.features.cards.schema import CardWithdrawn
from workshop.features.sections.schema import BY_CARD, Source, SourceRemoved


@on(CardWithdrawn)
def remove_the_sources(context: Context, fact: CardWithdrawn) -> list[Fact]:
    """A card that is gone is behind no paragraph."""
    sources = context.state.group(Source, BY_CARD, fact.card)
    return [SourceRemoved(source=source) for source in sources]
