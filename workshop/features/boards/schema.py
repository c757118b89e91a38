"""Boards: what a step's board is set to."""

from __future__ import annotations

from workshop.core.access import core_team
from workshop.core.schema import Command, Fact, Key, Record, put
from workshop.core.sight import EVERYBODY


class Board(Record, collection="boards", sight=EVERYBODY):
    """What a step's board is set to; `id` is the step. `hidden`: new cards stay
    hidden until reveal. `round`: the dot round on it, if one was ever opened."""

    hidden: bool = False
    round: int = 0
    dots_open: bool = False
    dots_budget: int = 0
    dots_totals: dict[str, int] | None = None


class BoardHide(Command, tag="board.hide", who=core_team, offline="waits", on_behalf=False):
    """From now on cards on this board stay hidden until they are revealed."""

    board: Key


class BoardReveal(Command, tag="board.reveal", who=core_team, offline="waits", on_behalf=False):
    """Show all hidden cards of a board to everyone at once."""

    board: Key


class BoardChanged(Fact, tag="board.changed"):
    """A board hides or shows new cards, or its dot round opened or closed."""

    board: Board
    op = put(Board, "board")
