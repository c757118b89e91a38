"""What happens on the screen when something else happens."""

from __future__ import annotations

from workshop.core.context import Context
from workshop.core.feature import on
from workshop.core.schema import Fact
from workshop.features.agenda.schema import StepStarted
from workshop.features.cards.schema import CardWithdrawn
from workshop.features.members.schema import MemberRemoved
from workshop.features.screen.schema import (
    SCREEN,
    ScreenCleared,
    ScreenName,
    ScreenNameHidden,
    Spotlight,
)


@on(CardWithdrawn)
def take_the_card_off(context: Context, fact: CardWithdrawn) -> list[Fact]:
    """A card that is gone does not fill the screen."""
    shown = context.state[Spotlight].get(SCREEN)
    return [ScreenCleared()] if shown is not None and shown.card == fact.card else []


@on(StepStarted)
def begin_the_step_without_a_card(context: Context, fact: StepStarted) -> list[Fact]:
    """What was discussed in one step is not in the way of the next."""
    return [ScreenCleared()] if SCREEN in context.state[Spotlight] else []


@on(MemberRemoved)
def take_the_name_off(context: Context, fact: MemberRemoved) -> list[Fact]:
    """Nothing says that somebody who left wanted to be on the screen."""
    known = fact.member.id in context.state[ScreenName]
    return [ScreenNameHidden(name=fact.member.id)] if known else []
