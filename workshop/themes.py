"""Themes: named groups of cards, made, renamed and taken apart again."""

from __future__ import annotations

from workshop import ranks, text
from workshop.boards import require_open
from workshop.entities import Card, Theme
from workshop.errors import DomainError
from workshop.events import (
    CardGroup,
    CardGrouped,
    Fact,
    ThemeAdd,
    ThemeAdded,
    ThemeRemove,
    ThemeRemoved,
    ThemeRename,
    ThemeRenamed,
)
from workshop.permissions import Actor
from workshop.room import Room, found


def add(room: Room, actor: Actor, command: ThemeAdd) -> list[Fact]:
    """Make a theme and put cards in it. Undoing "take apart" is making it again."""
    if command.theme in room.state.themes:
        raise DomainError("exists")
    last = max((theme.rank for theme in room.state.themes.values()), default=None)
    theme = Theme(id=command.theme, name=text.plain(command.name), rank=ranks.after(last))
    facts: list[Fact] = [ThemeAdded(theme=theme)]
    facts += [
        CardGrouped(card=card, theme=theme.id) for card in dict.fromkeys(command.cards)
        if _may_be_grouped(room, room.state.cards.get(card))
    ]
    return facts


def _may_be_grouped(room: Room, card: Card | None) -> bool:
    return card is not None and not card.hidden and "card.group" in room.process.steps[card.board].allows


def rename(room: Room, actor: Actor, command: ThemeRename) -> list[Fact]:
    """Give a theme another name."""
    theme = found(room.state.themes, command.theme)
    return [ThemeRenamed(theme=theme.id, name=text.plain(command.name))]


def remove(room: Room, actor: Actor, command: ThemeRemove) -> list[Fact]:
    """Take a theme apart; its cards stay where they are."""
    theme = found(room.state.themes, command.theme)
    facts: list[Fact] = [
        CardGrouped(card=card.id, theme=None) for card in room.state.cards.values() if card.theme == theme.id
    ]
    return [*facts, ThemeRemoved(theme=theme.id)]


def group(room: Room, actor: Actor, command: CardGroup) -> list[Fact]:
    """Put a card in a theme, or take it out."""
    card = found(room.state.cards, command.card)
    require_open(room, card.board, "card.group")
    if card.hidden:
        raise DomainError("card.hidden")
    if command.theme is not None:
        found(room.state.themes, command.theme)
    return [] if card.theme == command.theme else [CardGrouped(card=card.id, theme=command.theme)]
