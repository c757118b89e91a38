"""Cards: writing, changing, moving and withdrawing them."""

from __future__ import annotations

from msgspec.structs import replace

from workshop.core import ordering, text
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.features.boards.decide import board_of, column_of, require_open
from workshop.features.cards.schema import (
    BY_BOARD,
    LAST_RANKS,
    Card,
    CardAdd,
    CardAdded,
    CardEdit,
    CardEdited,
    CardMove,
    CardMoved,
    CardQuotable,
    CardQuote,
    CardWithdraw,
    CardWithdrawn,
    hash_key,
)


def _words(value: str, picture: str | None) -> str:
    """Return a card's text; only a picture can do without words."""
    return text.optional(value, lines=True) if picture else text.plain(value, lines=True)


def add(context: Context, actor: Actor, command: CardAdd) -> list[Fact]:
    """Put a card on a board, at the end of its column."""
    state = context.state
    column = column_of(require_open(context, command.board, "card.add"), command.column)
    context.refuse_existing(Card, command.card)
    if command.nameless and command.key is None:
        raise DomainError("card.no_key")
    if command.picture and not column.pictures:
        raise DomainError("card.no_pictures")
    nameless = command.nameless and not column.shared
    return [
        CardAdded(
            card=Card(
                id=command.card,
                board=command.board,
                column=column.id,
                rank=ordering.after(state.highest(Card, LAST_RANKS).get((command.board, column.id))),
                text=_words(command.text, command.picture),
                picture=command.picture,
                author=None if nameless or column.shared else actor.id,
                nameless=nameless,
                hidden=board_of(state, command.board).hidden,
                key=hash_key(command.key) if nameless and command.key else None,
                lang=command.lang,
                translation=text.optional(command.translation, lines=True),
                quote=command.quote,
                origins=[card for card in command.origins if card in state[Card]],
                due=text.optional_day(command.due),
            )
        )
    ]


def edit(context: Context, actor: Actor, command: CardEdit) -> list[Fact]:
    """Change a card's text, when nobody changed it since it was read."""
    card = context.find(Card, command.card)
    require_open(context, card.board, "card.edit")
    if card.rev != command.rev:
        raise DomainError("card.changed")
    translation = (
        card.translation if command.translation is None else text.optional(command.translation, lines=True)
    )
    return [
        CardEdited(
            card=replace(
                card,
                text=_words(command.text, card.picture),
                rev=card.rev + 1,
                translation=translation,
                lang=command.lang or card.lang,
                due=text.optional_day(command.due) or card.due,
            )
        )
    ]


def move(context: Context, actor: Actor, command: CardMove) -> list[Fact]:
    """Put a card in a column, before another card or at the end."""
    state = context.state
    card = context.find(Card, command.card)
    column = column_of(require_open(context, card.board, "card.move"), command.column)
    spot = (card.board, column.id)
    target = state[Card].get(command.before) if command.before else None
    if target is None or (target.board, target.column) != spot or target.id == card.id:
        rank = ordering.after(state.highest(Card, LAST_RANKS).get(spot))
    else:
        row = (
            c.rank
            for c in state.group(Card, BY_BOARD, card.board).values()
            if c.column == column.id and c.id != card.id
        )
        rank = ordering.before(row, target.rank)
    return [CardMoved(card=card.id, column=column.id, rank=rank)]


def withdraw(context: Context, actor: Actor, command: CardWithdraw) -> list[Fact]:
    """Take a card away. What hung on it goes by the reactions of the features that keep it."""
    return [CardWithdrawn(card=context.find(Card, command.card).id)]


def quote(context: Context, actor: Actor, command: CardQuote) -> list[Fact]:
    """Say whether the document may quote a card, and whether with a name. A card without name has none."""
    card = context.find(Card, command.card)
    named = command.allowed and command.named and card.author is not None
    if (card.quote, card.quote_name) == (command.allowed, named):
        return []
    return [CardQuotable(card=card.id, quote=command.allowed, quote_name=named)]
