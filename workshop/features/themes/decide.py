"""Themes: named groups of cards, made, renamed and taken apart again."""

from __future__ import annotations

from workshop.core import ordering, text
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.features.boards.decide import require_open
from workshop.features.cards.schema import Card
from workshop.features.community.decide import steps_of
from workshop.features.themes.schema import (
    CardGroup,
    CardGrouped,
    Theme,
    ThemeAdd,
    ThemeAdded,
    ThemeRemove,
    ThemeRemoved,
    ThemeRename,
    ThemeRenamed,
)


def add(context: Context, actor: Actor, command: ThemeAdd) -> list[Fact]:
    """Make a theme and put cards in it. Undoing "take apart" is making it again."""
    context.refuse_existing(Theme, command.theme)
    last = max((theme.rank for theme in context.state[Theme].values()), default=None)
    theme = Theme(id=command.theme, name=text.plain(command.name), rank=ordering.after(last))
    facts: list[Fact] = [ThemeAdded(theme=theme)]
    facts += [
        CardGrouped(card=card, theme=theme.id)
        for card in dict.fromkeys(command.cards)
        if _may_be_grouped(context, context.state[Card].get(card))
    ]
    return facts


def _may_be_grouped(context: Context, card: Card | None) -> bool:
    if card is None or card.hidden:
        return False
    return "card.group" in steps_of(context.state)[card.board].allows


def rename(context: Context, actor: Actor, command: ThemeRename) -> list[Fact]:
    """Give a theme another name."""
    theme = context.find(Theme, command.theme)
    return [ThemeRenamed(theme=theme.id, name=text.plain(command.name))]


def remove(context: Context, actor: Actor, command: ThemeRemove) -> list[Fact]:
    """Take a theme apart; its cards stay where they are."""
    theme = context.find(Theme, command.theme)
    facts: list[Fact] = [
        CardGrouped(card=card.id, theme=None)
        for card in context.state[Card].values()
        if card.theme == theme.id
    ]
    return [*facts, ThemeRemoved(theme=theme.id)]


def group(context: Context, actor: Actor, command: CardGroup) -> list[Fact]:
    """Put a card in a theme, or take it out."""
    card = context.find(Card, command.card)
    require_open(context, card.board, "card.group")
    if card.hidden:
        raise DomainError("card.hidden")
    if command.theme is not None:
        context.find(Theme, command.theme)
    return [] if card.theme == command.theme else [CardGrouped(card=card.id, theme=command.theme)]
