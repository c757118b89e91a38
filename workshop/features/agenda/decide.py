"""Where the group is: topic, step, timer, and the community's own names and prompts."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from workshop.core import text
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.features.agenda.schema import (
    PhaseNameRestored,
    PhaseRename,
    PhaseRenamed,
    PhaseTitle,
    Prompt,
    PromptChanged,
    PromptRestored,
    PromptSet,
    StepStart,
    StepStarted,
    TimerSet,
    TimerStart,
    TimerStop,
    TopicChanged,
    TopicSet,
)
from workshop.features.cards.schema import Card
from workshop.features.community.decide import community_of, require_phase, steps_of
from workshop.features.community.schema import Community, CommunityEdited


def set_topic(context: Context, actor: Actor, command: TopicSet) -> list[Fact]:
    """Set the topic, in words or by choosing a card."""
    if command.card is not None:
        card = context.find(Card, command.card)
        if card.hidden:
            raise DomainError("card.hidden")
        text.plain(card.text)  # a picture without words is no topic
        topic = topic_of(card, community_of(context.state).language, text.optional(command.text or ""))
        return _topic(context, topic, card.id)
    return _topic(context, Topic(text.plain(command.text or "")), None)


class Topic(NamedTuple):
    """A topic as the community's record holds it."""

    words: str
    lang: str = ""
    original: str = ""


def topic_of(card: Card, language: str, translation: str = "") -> Topic:
    """Return a card as a topic, in the community's language as far as anybody said it in that.

    Args:
        card: what it says.
        language: the community's.
        translation: what it says in that language; the card's own translation when empty.
    """
    words, meant = " ".join(card.text.split()), translation or " ".join(card.translation.split())
    if card.lang == language:
        return Topic(words)
    return Topic(meant, card.lang, words) if meant else Topic(words, card.lang)


def _topic(context: Context, topic: Topic, card: str | None) -> list[Fact]:
    community = community_of(context.state)
    if community.topic_card is None:
        return [
            TopicChanged(
                topic=topic.words, topic_card=card, topic_lang=topic.lang, topic_original=topic.original
            )
        ]
    # The whole record, not a patch: so the log does not keep a card's words after the card.
    return [CommunityEdited(community=with_topic(community, topic, card))]


def with_topic(community: Community, topic: Topic, card: str | None) -> Community:
    """Return a community's record with this topic."""
    return replace(
        community,
        topic=topic.words,
        topic_card=card,
        topic_lang=topic.lang,
        topic_original=topic.original,
    )


def start_step(context: Context, actor: Actor, command: StepStart) -> list[Fact]:
    """Bring everyone to a step, forward or back. A running timer is taken away.

    Where the group is already nothing changes, but the step is said again: what stood before it, such
    as a break, is over.
    """
    if command.step not in steps_of(context.state):
        raise DomainError("step.unknown")
    return to_step(context, command.step)


def to_step(context: Context, step: str | None) -> list[Fact]:
    """Return the facts that bring the group to a step, or to something for which the step stays as it is.

    Args:
        context: of the decision.
        step: an id that there is; None for a break and the like.
    """
    community = community_of(context.state)
    facts: list[Fact] = []
    if step is not None:
        visited = community.visited if step in community.visited else [*community.visited, step]
        facts.append(StepStarted(step=step, visited=visited))
    if community.step != step and community.timer_ends is not None:
        facts.append(TimerSet(timer_ends=None, timer_seconds=None))
    return facts


def start_timer(context: Context, actor: Actor, command: TimerStart) -> list[Fact]:
    """Start a soft timer, from now."""
    ends = context.now_ms + command.seconds * 1000
    return [TimerSet(timer_ends=ends, timer_seconds=command.seconds)]


def stop_timer(context: Context, actor: Actor, command: TimerStop) -> list[Fact]:
    """Take the timer away."""
    if community_of(context.state).timer_ends is None:
        return []
    return [TimerSet(timer_ends=None, timer_seconds=None)]


def rename_phase(context: Context, actor: Actor, command: PhaseRename) -> list[Fact]:
    """Give a phase the community's own name, or its first name back."""
    require_phase(context.state, command.phase)
    name = text.optional(command.name)
    if name:
        return [PhaseRenamed(phase=PhaseTitle(id=command.phase, name=name))]
    return [PhaseNameRestored(phase=command.phase)] if command.phase in context.state[PhaseTitle] else []


def set_prompt(context: Context, actor: Actor, command: PromptSet) -> list[Fact]:
    """Reword a prompt (guide questions count on after the prompts), or restore it."""
    step = steps_of(context.state).get(command.step)
    if step is None or command.number >= len(step.wordings):
        raise DomainError("step.unknown")
    key = f"{command.step}.{command.number}"
    wording = text.optional(command.text)
    if wording:
        return [PromptChanged(prompt=Prompt(id=key, text=wording))]
    return [PromptRestored(prompt=key)] if key in context.state[Prompt] else []
