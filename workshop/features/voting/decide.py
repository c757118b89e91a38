"""Dots: a vote with a budget. Totals are counted, and known, only when the round closes."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.features.boards.decide import board_of, require_open
from workshop.features.boards.schema import BoardChanged
from workshop.features.cards.schema import Card
from workshop.features.voting.schema import (
    BY_ROUND,
    Dot,
    DotPlace,
    DotPlaced,
    DotsClose,
    DotsOpen,
    DotTake,
    DotTaken,
)


def open_(context: Context, actor: Actor, command: DotsOpen) -> list[Fact]:
    """Open a new dot round on a board."""
    require_open(context, command.board, "dots.open")
    board = board_of(context.state, command.board)
    if board.dots_open:
        raise DomainError("dots.open")
    return [
        BoardChanged(
            board=replace(
                board, round=board.round + 1, dots_open=True, dots_budget=command.budget, dots_totals=None
            )
        )
    ]


def place(context: Context, actor: Actor, command: DotPlace) -> list[Fact]:
    """Give one dot to a card that lies on this board, is shown on it or is taken over by it."""
    step = require_open(context, command.board, "dot.place")
    board = board_of(context.state, command.board)
    if not board.dots_open:
        raise DomainError("dots.closed")
    card = context.find(Card, command.card)
    if card.hidden:
        raise DomainError("card.hidden")
    if not step.holds(card.board, card.column):
        raise DomainError("step.not_here")
    context.refuse_existing(Dot, command.dot)
    dots = context.state.group(Dot, BY_ROUND, (board.id, board.round)).values()
    given = sum(dot.member == actor.id for dot in dots)
    if given >= board.dots_budget:
        raise DomainError("dots.none_left")
    return [
        DotPlaced(
            dot=Dot(
                id=command.dot,
                board=board.id,
                round=board.round,
                member=actor.id,
                card=card.id,
                typed_by=actor.typed_by,
            )
        )
    ]


def take(context: Context, actor: Actor, command: DotTake) -> list[Fact]:
    """Take an own dot back, while the round is open."""
    dot = context.find(Dot, command.dot)
    if dot.member != actor.id:
        raise DomainError("not_found")
    board = board_of(context.state, dot.board)
    if not board.dots_open or dot.round != board.round:
        raise DomainError("dots.closed")
    return [DotTaken(dot=dot.id, member=dot.member, typed_by=dot.typed_by)]


def close(context: Context, actor: Actor, command: DotsClose) -> list[Fact]:
    """Close the round and show the totals."""
    require_open(context, command.board, "dots.close")
    board = board_of(context.state, command.board)
    if not board.dots_open:
        raise DomainError("dots.closed")
    dots = context.state.group(Dot, BY_ROUND, (board.id, board.round)).values()
    totals = Counter(dot.card for dot in dots)
    return [BoardChanged(board=replace(board, dots_open=False, dots_totals=dict(sorted(totals.items()))))]
