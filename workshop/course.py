"""Where the group is: topic, step, timer, and the community's own names and prompts."""

from __future__ import annotations

from msgspec.structs import replace

from workshop import text
from workshop.entities import PhaseTitle, Prompt
from workshop.errors import DomainError
from workshop.events import (
    CommunityEdited,
    Fact,
    PhaseNameRestored,
    PhaseRename,
    PhaseRenamed,
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
from workshop.permissions import Actor
from workshop.room import Room, found


def set_topic(room: Room, actor: Actor, command: TopicSet) -> list[Fact]:
    """Set the topic, in words or by choosing a card."""
    if command.card is not None:
        card = found(room.state.cards, command.card)
        if card.hidden:
            raise DomainError("card.hidden")
        return _topic(room, text.plain(card.text), card.id)
    return _topic(room, text.plain(command.text or ""), None)


def _topic(room: Room, topic: str, card: str | None) -> list[Fact]:
    community = room.state.community
    if community.topic_card is None:
        return [TopicChanged(topic=topic, topic_card=card)]
    # The whole record, not a patch: so the log does not keep a card's words after the card.
    return [CommunityEdited(community=replace(community, topic=topic, topic_card=card))]


def start_step(room: Room, actor: Actor, command: StepStart) -> list[Fact]:
    """Bring everyone to a step, forward or back. A running timer is taken away."""
    if command.step not in room.process.steps:
        raise DomainError("step.unknown")
    community = room.state.community
    facts: list[Fact] = []
    if community.step != command.step:
        visited = community.visited
        if command.step not in visited:
            visited = [*visited, command.step]
        facts.append(StepStarted(step=command.step, visited=visited))
    if facts and community.timer_ends is not None:
        facts.append(TimerSet(timer_ends=None, timer_seconds=None))
    return facts


def start_timer(room: Room, actor: Actor, command: TimerStart) -> list[Fact]:
    """Start a soft timer, from now."""
    ends = int(room.now.timestamp() * 1000) + command.seconds * 1000
    return [TimerSet(timer_ends=ends, timer_seconds=command.seconds)]


def stop_timer(room: Room, actor: Actor, command: TimerStop) -> list[Fact]:
    """Take the timer away."""
    if room.state.community.timer_ends is None:
        return []
    return [TimerSet(timer_ends=None, timer_seconds=None)]


def rename_phase(room: Room, actor: Actor, command: PhaseRename) -> list[Fact]:
    """Give a phase the community's own name, or its first name back."""
    if room.process.phase(command.phase) is None:
        raise DomainError("phase.unknown")
    name = text.optional(command.name)
    if name:
        return [PhaseRenamed(phase=PhaseTitle(id=command.phase, name=name))]
    return [PhaseNameRestored(phase=command.phase)] if command.phase in room.state.phase_titles else []


def set_prompt(room: Room, actor: Actor, command: PromptSet) -> list[Fact]:
    """Reword a prompt (guide questions count on after the prompts), or restore it."""
    step = room.process.steps.get(command.step)
    if step is None or command.number >= len(step.wordings):
        raise DomainError("step.unknown")
    key = f"{command.step}.{command.number}"
    wording = text.optional(command.text)
    if wording:
        return [PromptChanged(prompt=Prompt(id=key, text=wording))]
    return [PromptRestored(prompt=key)] if key in room.state.prompts else []
