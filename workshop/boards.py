"""Boards: cards, their places, and whether they are hidden."""

from __future__ import annotations

from msgspec.structs import replace

from phases import Column
from workshop import ranks, text
from workshop.entities import Board, Card
from workshop.errors import DomainError
from workshop.events import (
    AgreementChanged,
    BoardChanged,
    BoardHide,
    BoardReveal,
    CardAdd,
    CardAdded,
    CardEdit,
    CardEdited,
    CardMove,
    CardMoved,
    CardQuotable,
    CardQuote,
    CardRevealed,
    CardWithdraw,
    CardWithdrawn,
    CommunityEdited,
    DotTaken,
    Fact,
    SourceRemoved,
)
from workshop.i18n import translate
from workshop.permissions import Actor, hash_key
from workshop.room import Room, found


def require_open(room: Room, board: str, action: str) -> None:
    """Refuse what a step does not allow, or a step that never started.

    A step that was left again stays open: somebody may still be writing on it.

    Raises:
        DomainError: `step.unknown`, `step.not_open` or `step.not_here`.
    """
    step = room.process.steps.get(board)
    if step is None:
        raise DomainError("step.unknown")
    if board not in room.state.community.visited:
        raise DomainError("step.not_open")
    if action not in step.allows:
        raise DomainError("step.not_here")


def board_of(room: Room, board: str) -> Board:
    """Return what a step's board is set to, or how it starts."""
    return room.state.boards.get(board) or Board(id=board, hidden=room.process.steps[board].hidden)


def _column(room: Room, board: str, column: str) -> Column:
    known = room.process.column(board, column)
    if known is None:
        raise DomainError("column.unknown")
    return known


def _words(value: str, picture: str | None) -> str:
    """Return a card's text; only a picture can do without words."""
    return text.optional(value, lines=True) if picture else text.plain(value, lines=True)


def add(room: Room, actor: Actor, command: CardAdd) -> list[Fact]:
    """Put a card on a board, at the end of its column."""
    require_open(room, command.board, "card.add")
    column = _column(room, command.board, command.column)
    if command.card in room.state.cards:
        raise DomainError("exists")
    if command.nameless and command.key is None:
        raise DomainError("card.no_key")
    if command.picture and not column.pictures:
        raise DomainError("card.no_pictures")
    nameless = command.nameless and not column.shared
    return [CardAdded(card=Card(
        id=command.card, board=command.board, column=column.id,
        rank=ranks.after(room.state.tails.get((command.board, column.id))),
        text=_words(command.text, command.picture),
        picture=command.picture,
        author=None if nameless or column.shared else actor.id,
        nameless=nameless,
        hidden=board_of(room, command.board).hidden,
        key=hash_key(command.key) if nameless and command.key else None,
        lang=command.lang,
        translation=text.optional(command.translation, lines=True),
        quote=command.quote,
        origins=[card for card in command.origins if card in room.state.cards],
        due=text.optional_day(command.due),
    ))]


def edit(room: Room, actor: Actor, command: CardEdit) -> list[Fact]:
    """Change a card's text, when nobody changed it since it was read."""
    card = found(room.state.cards, command.card)
    require_open(room, card.board, "card.edit")
    if card.rev != command.rev:
        raise DomainError("card.changed")
    translation = card.translation if command.translation is None else text.optional(
        command.translation, lines=True
    )
    return [CardEdited(card=replace(
        card, text=_words(command.text, card.picture), rev=card.rev + 1, translation=translation,
        lang=command.lang or card.lang, due=text.optional_day(command.due) or card.due,
    ))]


def move(room: Room, actor: Actor, command: CardMove) -> list[Fact]:
    """Put a card in a column, before another card or at the end."""
    card = found(room.state.cards, command.card)
    require_open(room, card.board, "card.move")
    column = _column(room, card.board, command.column)
    spot = (card.board, column.id)
    target = room.state.cards.get(command.before) if command.before else None
    if target is None or (target.board, target.column) != spot or target.id == card.id:
        rank = ranks.after(room.state.tails.get(spot))
    else:
        row = (c.rank for c in room.state.cards.values()
               if (c.board, c.column) == spot and c.id != card.id)
        rank = ranks.before(row, target.rank)
    return [CardMoved(card=card.id, column=column.id, rank=rank)]


def withdraw(room: Room, actor: Actor, command: CardWithdraw) -> list[Fact]:
    """Take a card away with everything that hung on it."""
    card = found(room.state.cards, command.card)
    state = room.state
    facts: list[Fact] = [
        SourceRemoved(source=source.id) for source in state.sources.values() if source.card == card.id
    ]
    facts += [
        DotTaken(dot=dot.id, member=dot.member, typed_by=dot.typed_by)
        for dot in state.dots.values() if dot.card == card.id
    ]
    facts += [
        AgreementChanged(agreement=replace(agreement, card=None, rev=agreement.rev + 1))
        for agreement in state.agreements.values() if agreement.card == card.id
    ]
    for board in state.boards.values():
        if board.dots_totals and card.id in board.dots_totals:
            totals = {key: count for key, count in board.dots_totals.items() if key != card.id}
            facts.append(BoardChanged(board=replace(board, dots_totals=totals)))
    if state.community.topic_card == card.id:
        # The whole record, not a patch: so the earlier facts that hold the card's words are wiped.
        topic = translate(room.process.start_topic, state.community.language)
        facts.append(CommunityEdited(community=replace(state.community, topic=topic, topic_card=None)))
    return [*facts, CardWithdrawn(card=card.id)]


def quote(room: Room, actor: Actor, command: CardQuote) -> list[Fact]:
    """Say whether the document may quote a card."""
    card = found(room.state.cards, command.card)
    return [] if card.quote == command.allowed else [CardQuotable(card=card.id, quote=command.allowed)]


def hide(room: Room, actor: Actor, command: BoardHide) -> list[Fact]:
    """From now on new cards stay hidden. What is shown already stays shown."""
    require_open(room, command.board, "board.hide")
    board = board_of(room, command.board)
    return [] if board.hidden else [BoardChanged(board=replace(board, hidden=True))]


def reveal(room: Room, actor: Actor, command: BoardReveal) -> list[Fact]:
    """Show all hidden cards of a board to everyone at once."""
    require_open(room, command.board, "board.reveal")
    facts: list[Fact] = [BoardChanged(board=replace(board_of(room, command.board), hidden=False))]
    facts += [
        CardRevealed(card=replace(card, hidden=False))
        for card in room.state.cards.values() if card.board == command.board and card.hidden
    ]
    return facts
