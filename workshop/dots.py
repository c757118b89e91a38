"""Dots: a vote with a budget. Totals are counted, and known, only when the round closes."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from workshop.boards import board_of, require_open
from workshop.entities import Dot
from workshop.errors import DomainError
from workshop.events import (
    BoardChanged,
    DotPlace,
    DotPlaced,
    DotsClose,
    DotsOpen,
    DotTake,
    DotTaken,
    Fact,
)
from workshop.permissions import Actor
from workshop.room import Room, found


def open_(room: Room, actor: Actor, command: DotsOpen) -> list[Fact]:
    """Open a new dot round on a board."""
    require_open(room, command.board, "dots.open")
    board = board_of(room, command.board)
    if board.dots_open:
        raise DomainError("dots.open")
    return [BoardChanged(board=replace(
        board, round=board.round + 1, dots_open=True, dots_budget=command.budget, dots_totals=None
    ))]


def place(room: Room, actor: Actor, command: DotPlace) -> list[Fact]:
    """Give one dot to a card that lies on this board or is shown on it."""
    require_open(room, command.board, "dot.place")
    board = board_of(room, command.board)
    if not board.dots_open:
        raise DomainError("dots.closed")
    card = found(room.state.cards, command.card)
    if card.hidden:
        raise DomainError("card.hidden")
    if card.board not in {board.id, *room.process.steps[board.id].shows}:
        raise DomainError("step.not_here")
    if command.dot in room.state.dots:
        raise DomainError("exists")
    given = sum(
        1 for dot in room.state.dots.values()
        if dot.member == actor.id and dot.board == board.id and dot.round == board.round
    )
    if given >= board.dots_budget:
        raise DomainError("dots.none_left")
    return [DotPlaced(dot=Dot(
        id=command.dot, board=board.id, round=board.round, member=actor.id, card=card.id,
        typed_by=actor.typed_by,
    ))]


def take(room: Room, actor: Actor, command: DotTake) -> list[Fact]:
    """Take an own dot back, while the round is open."""
    dot = found(room.state.dots, command.dot)
    if dot.member != actor.id:
        raise DomainError("not_found")
    board = board_of(room, dot.board)
    if not board.dots_open or dot.round != board.round:
        raise DomainError("dots.closed")
    return [DotTaken(dot=dot.id, member=dot.member, typed_by=dot.typed_by)]


def close(room: Room, actor: Actor, command: DotsClose) -> list[Fact]:
    """Close the round and show the totals."""
    require_open(room, command.board, "dots.close")
    board = board_of(room, command.board)
    if not board.dots_open:
        raise DomainError("dots.closed")
    totals = Counter(
        dot.card for dot in room.state.dots.values() if dot.board == board.id and dot.round == board.round
    )
    return [BoardChanged(board=replace(board, dots_open=False, dots_totals=dict(sorted(totals.items()))))]
