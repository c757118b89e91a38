"""What happens to accepted words when something else happens."""

from __future__ import annotations

from workshop.core.context import Context
from workshop.core.feature import on
from workshop.core.schema import Fact
from workshop.features.agreements.schema import AgreementRemoved
from workshop.features.cards.schema import CardWithdrawn
from workshop.features.document.schema import BY_HOLDER, Accepted, PrivateReopened


@on(CardWithdrawn)
def forget_the_words_of_a_card(context: Context, fact: CardWithdrawn) -> list[Fact]:
    """Of a card that is gone nothing is remembered."""
    return _forgotten(context, fact.card)


@on(AgreementRemoved)
def forget_the_words_of_an_agreement(context: Context, fact: AgreementRemoved) -> list[Fact]:
    """Of an agreement that is off the list nothing is remembered."""
    return _forgotten(context, fact.agreement)


def _forgotten(context: Context, holder: str) -> list[Fact]:
    there = context.state.group(Accepted, BY_HOLDER, holder)
    return [PrivateReopened(accepted=accepted) for accepted in there]
