"""The screen of the group: pointing at a card, and names on it."""

from __future__ import annotations

from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.features.cards.schema import Card
from workshop.features.screen.schema import (
    SCREEN,
    ScreenCleared,
    ScreenName,
    ScreenNameHidden,
    ScreenNameShow,
    ScreenNameShown,
    ScreenPoint,
    ScreenPointed,
    Spotlight,
)


def point(context: Context, actor: Actor, command: ScreenPoint) -> list[Fact]:
    """Show one card on the whole screen, or none."""
    shown = context.state[Spotlight].get(SCREEN)
    if command.card is None:
        return [ScreenCleared()] if shown else []
    card = context.find(Card, command.card)
    if card.hidden:
        raise DomainError("card.hidden")
    if shown is not None and shown.card == card.id:
        return []
    return [ScreenPointed(spotlight=Spotlight(id=SCREEN, card=card.id))]


def show_name(context: Context, actor: Actor, command: ScreenNameShow) -> list[Fact]:
    """Put the actor's first name on the screen, or take it off."""
    known = actor.id in context.state[ScreenName]
    if command.shown == known:
        return []
    if command.shown:
        return [ScreenNameShown(name=ScreenName(id=actor.id))]
    return [ScreenNameHidden(name=actor.id)]
