"""What happens to agreements when something else happens."""

from __future__ import annotations

from msgspec.structs import replace

from workshop.core.context import Context
from workshop.core.feature import on
from workshop.core.schema import Fact
from workshop.features.agreements.schema import Agreement, AgreementChanged
from workshop.features.cards.schema import CardWithdrawn
from workshop.features.members.schema import MemberRemoved


@on(CardWithdrawn)
def unlink_a_card(context: Context, fact: CardWithdrawn) -> list[Fact]:
    """An agreement stays when the card it grew from is gone."""
    return [
        AgreementChanged(agreement=replace(agreement, card=None, rev=agreement.rev + 1))
        for agreement in context.state[Agreement].values()
        if agreement.card == fact.card
    ]


@on(MemberRemoved)
def open_it_again(context: Context, fact: MemberRemoved) -> list[Fact]:
    """What somebody promised who left is nobody's: somebody else may join."""
    gone = fact.member.id
    return [
        AgreementChanged(
            agreement=replace(
                agreement,
                owner=None if agreement.owner == gone else agreement.owner,
                helpers=[helper for helper in agreement.helpers if helper != gone],
                rev=agreement.rev + 1,
            )
        )
        for agreement in context.state[Agreement].values()
        if gone == agreement.owner or gone in agreement.helpers
    ]
