"""Boards: what is allowed on them, and whether new cards are hidden."""

from __future__ import annotations

from msgspec.structs import replace

from phases import Column, Step
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.core.state import State
from workshop.features.boards.schema import Board, BoardChanged, BoardHide, BoardReveal
from workshop.features.community.decide import community_of, steps_of


def require_open(context: Context, board: str, action: str) -> Step:
    """Return the step of a board; refuse what it does not allow, or a step that never started.

    A step that was left again stays open: somebody may still be writing on it.

    Raises:
        DomainError: `step.unknown`, `step.not_open` or `step.not_here`.
    """
    step = steps_of(context.state).get(board)
    if step is None:
        raise DomainError("step.unknown")
    if board not in community_of(context.state).visited:
        raise DomainError("step.not_open")
    if action not in step.allows:
        raise DomainError("step.not_here")
    return step


def board_of(state: State, board: str) -> Board:
    """Return what a step's board is set to, or how it starts."""
    return state[Board].get(board) or Board(id=board, hidden=steps_of(state)[board].hidden)


def column_of(step: Step, column: str) -> Column:
    """Return a column of a step's board.

    Raises:
        DomainError: `column.unknown`.
    """
    found = step.column(column)
    if found is None:
        raise DomainError("column.unknown")
    return found


def hide(context: Context, actor: Actor, command: BoardHide) -> list[Fact]:
    """From now on new cards stay hidden. What is shown already stays shown."""
    require_open(context, command.board, "board.hide")
    board = board_of(context.state, command.board)
    return [] if board.hidden else [BoardChanged(board=replace(board, hidden=True))]


def reveal(context: Context, actor: Actor, command: BoardReveal) -> list[Fact]:
    """Show all hidden cards of a board to everyone at once; the cards do so themselves."""
    require_open(context, command.board, "board.reveal")
    return [BoardChanged(board=replace(board_of(context.state, command.board), hidden=False))]
