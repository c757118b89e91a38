"""What happens to the topic when something else happens."""

from __future__ import annotations

from msgspec.structs import replace

from workshop.core.context import Context
from workshop.core.feature import on
from workshop.core.schema import Fact
from workshop.features.cards.schema import CardWithdrawn
from workshop.features.community.decide import community_of, first_topic, process_of
from workshop.features.community.schema import CommunityEdited


@on(CardWithdrawn)
def begin_with_the_first_topic(context: Context, fact: CardWithdrawn) -> list[Fact]:
    """When the topic was the card's text, the community has its first topic again."""
    community = community_of(context.state)
    if community.topic_card != fact.card:
        return []
    # The whole record, not a patch: so the earlier facts that hold the card's words are wiped.
    topic = first_topic(process_of(context.state), community.language)
    return [CommunityEdited(community=replace(community, topic=topic, topic_card=None))]
