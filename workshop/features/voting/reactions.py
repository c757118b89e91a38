"""What happens to dots when something else happens."""

from __future__ import annotations

from msgspec.structs import replace

from workshop.core.context import Context
from workshop.core.feature import on
from workshop.core.schema import Fact
from workshop.features.boards.schema import Board, BoardChanged
from workshop.features.cards.schema import CardWithdrawn
from workshop.features.members.schema import MemberRemoved
from workshop.features.voting.schema import Dot, DotPlaced, DotTaken


def _taken(dot: Dot) -> Fact:
    return DotTaken(dot=dot.id, member=dot.member, typed_by=dot.typed_by)


@on(CardWithdrawn)
def take_the_dots_of_a_card(context: Context, fact: CardWithdrawn) -> list[Fact]:
    """Nothing lies on a card that is gone, and no total counts it."""
    facts = [_taken(dot) for dot in context.state[Dot].values() if dot.card == fact.card]
    for board in context.state[Board].values():
        if board.dots_totals and fact.card in board.dots_totals:
            totals = {card: count for card, count in board.dots_totals.items() if card != fact.card}
            facts.append(BoardChanged(board=replace(board, dots_totals=totals)))
    return facts


@on(MemberRemoved)
def take_the_dots_of_a_member(context: Context, fact: MemberRemoved) -> list[Fact]:
    """Who leaves takes the dots along; who typed for others is not named any more. Counted totals stay."""
    facts: list[Fact] = []
    for dot in context.state[Dot].values():
        if dot.member == fact.member.id:
            facts.append(_taken(dot))
        elif dot.typed_by == fact.member.id:
            facts += [_taken(dot), DotPlaced(dot=replace(dot, typed_by=None))]
    return facts
