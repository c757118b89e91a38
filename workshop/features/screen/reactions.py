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
from workshop.features.sections.schema import SectionEdited


@on(CardWithdrawn)
def take_the_card_off(context: Context, fact: CardWithdrawn) -> list[Fact]:
    """A card that is gone does not fill the screen."""
    shown = context.state[Spotlight].get(SCREEN)
    return [ScreenCleared()] if shown is not None and shown.card == fact.card else []


@on(SectionEdited)
def take_the_paragraph_off(context: Context, fact: SectionEdited) -> list[Fact]:
    """A section that was put aside does not fill the screen."""
    shown = context.state[Spotlight].get(SCREEN)
    away = fact.section.removed and shown is not None and shown.section == fact.section.id
    return [ScreenCleared()] if away else []


@on(StepStarted)
def begin_the_step_without_it(context: Context, fact: StepStarted) -> list[Fact]:
    """What was discussed in one step is not in the way of the next."""
    return [ScreenCleared()] if SCREEN in context.state[Spotlight] else []


@on(MemberRemoved)
def take_the_name_off(context: Context, fact: MemberRemoved) -> list[Fact]:
    """Nothing says that somebody who left wanted to be on the screen."""
    known = fact.member.id in context.state[ScreenName]
    return [ScreenNameHidden(name=fact.member.id)] if known else []
