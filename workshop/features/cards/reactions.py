"""What happens to cards when something else happens."""

from __future__ import annotations

from msgspec.structs import replace

from workshop.core.context import Context
from workshop.core.feature import on
from workshop.core.schema import Fact
from workshop.features.boards.schema import BoardChanged
from workshop.features.cards.schema import (
    BY_BOARD,
    Card,
    CardEdited,
    CardRevealed,
    CardUnnamed,
    CardWithdrawn,
)
from workshop.features.members.schema import MemberRemoved


@on(BoardChanged)
def reveal_with_the_board(context: Context, fact: BoardChanged) -> list[Fact]:
    """On a board that hides nothing there are no hidden cards."""
    if fact.board.hidden:
        return []
    cards = context.state.group(Card, BY_BOARD, fact.board.id).values()
    return [CardRevealed(card=replace(card, hidden=False)) for card in cards if card.hidden]


@on(CardWithdrawn)
def forget_as_origin(context: Context, fact: CardWithdrawn) -> list[Fact]:
    """No card says that it grew from one that is gone."""
    return [
        CardEdited(card=replace(card, origins=[origin for origin in card.origins if origin != fact.card]))
        for card in context.state[Card].values()
        if fact.card in card.origins
    ]


@on(MemberRemoved)
def take_the_name_off(context: Context, fact: MemberRemoved) -> list[Fact]:
    """The cards of who leaves stay, without a name."""
    return [
        CardUnnamed(card=replace(card, author=None, nameless=True, quote_name=False))
        for card in context.state[Card].values()
        if card.author == fact.member.id
    ]
