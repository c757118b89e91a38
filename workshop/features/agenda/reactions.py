"""What happens to the topic when something else happens."""

from __future__ import annotations

from workshop.core.context import Context
from workshop.core.feature import on
from workshop.core.schema import Fact
from workshop.features.agenda.decide import Topic, topic_of, with_topic
from workshop.features.cards.schema import CardEdited, CardWithdrawn
from workshop.features.community.decide import community_of, first_topic, process_of
from workshop.features.community.schema import CommunityEdited


@on(CardWithdrawn)
def begin_with_the_first_topic(context: Context, fact: CardWithdrawn) -> list[Fact]:
    """When the topic was the card's text, the community has its first topic again."""
    community = community_of(context.state)
    if community.topic_card != fact.card:
        return []
    # The whole record, not a patch: so the earlier facts that hold the card's words are wiped.
    topic = Topic(first_topic(process_of(context.state), community.language))
    return [CommunityEdited(community=with_topic(community, topic, None))]


@on(CardEdited)
def translate_the_topic(context: Context, fact: CardEdited) -> list[Fact]:
    """When the card of the topic, in another language, is translated, the topic is too."""
    community, card = community_of(context.state), fact.card
    said = community.topic_original or community.topic
    if community.topic_card != card.id or card.lang == community.language or not card.translation:
        return []
    if topic_of(card, card.lang).words != said:
        return []  # the topic is what was chosen, however the card is reworded
    after = with_topic(community, topic_of(card, community.language), card.id)
    return [] if after == community else [CommunityEdited(community=after)]
