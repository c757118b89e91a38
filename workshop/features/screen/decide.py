"""The screen of the group: pointing at a card or a paragraph, and names on it."""

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
from workshop.features.sections.schema import Section


def point(context: Context, actor: Actor, command: ScreenPoint) -> list[Fact]:
    """Show one card or one paragraph on the whole screen, or neither.

    Raises:
        DomainError: `bad_request` for a card and a paragraph at once or a section without a paragraph,
            `not_found`, `card.hidden`.
    """
    shown = context.state[Spotlight].get(SCREEN)
    wanted = _wanted(context, command)
    if wanted is None:
        return [ScreenCleared()] if shown else []
    return [] if shown == wanted else [ScreenPointed(spotlight=wanted)]


def _wanted(context: Context, command: ScreenPoint) -> Spotlight | None:
    if (command.card and command.section) or bool(command.section) != bool(command.paragraph):
        raise DomainError("bad_request")
    if command.card:
        if context.find(Card, command.card).hidden:
            raise DomainError("card.hidden")
        return Spotlight(id=SCREEN, card=command.card)
    if command.section:
        if context.find(Section, command.section).removed:
            raise DomainError("not_found")
        return Spotlight(id=SCREEN, section=command.section, paragraph=command.paragraph)
    return None


def show_name(context: Context, actor: Actor, command: ScreenNameShow) -> list[Fact]:
    """Put the actor's first name on the screen, or take it off."""
    known = actor.id in context.state[ScreenName]
    if command.shown == known:
        return []
    if command.shown:
        return [ScreenNameShown(name=ScreenName(id=actor.id))]
    return [ScreenNameHidden(name=actor.id)]
