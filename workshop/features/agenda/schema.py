"""Where the group is: topic, step and timer; and its own names for phases and wordings of prompts."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from workshop.core.access import core_team
from workshop.core.schema import Command, Fact, Id, Key, Line, Record, drop, patch, put
from workshop.core.sight import EVERYBODY
from workshop.features.community.schema import Community


class PhaseTitle(Record, collection="phase_titles", sight=EVERYBODY):
    """A community's own name for a phase; `id` is the phase."""

    name: str


class Prompt(Record, collection="prompts", sight=EVERYBODY):
    """A community's own wording of a prompt; `id` is "step.number"."""

    text: str


class TopicSet(Command, tag="topic.set", who=core_team, offline="kept", on_behalf=False):
    """Set what the community wants more of, in words or by choosing a card. With both, `text` is what a card
    in another language says in the community's own."""

    text: Line | None = None
    card: Id | None = None


class StepStart(Command, tag="step.start", who=core_team, offline="waits", on_behalf=False):
    """Bring everyone to a step. Any step, forward or back; nothing is lost."""

    step: Key


class TimerStart(Command, tag="timer.start", who=core_team, offline="waits", on_behalf=False):
    """Start a soft timer. It never stops anybody's typing."""

    seconds: Annotated[int, Meta(ge=10, le=7200)]


class TimerStop(Command, tag="timer.stop", who=core_team, offline="waits", on_behalf=False):
    """Take the timer away."""


class PhaseRename(Command, tag="phase.rename", who=core_team, offline="waits", on_behalf=False):
    """Give a phase the community's own name; an empty name restores the first one."""

    phase: Key
    name: Annotated[str, Meta(max_length=40)]


class PromptSet(Command, tag="prompt.set", who=core_team, offline="waits", on_behalf=False):
    """Reword a prompt of a step (counted from 0); an empty text restores the first one."""

    step: Key
    number: Annotated[int, Meta(ge=0, le=30)]
    text: Annotated[str, Meta(max_length=300)]


class TopicChanged(Fact, tag="topic.changed"):
    """There is a topic."""

    topic: str
    topic_card: str | None
    topic_lang: str = ""
    topic_original: str = ""
    community: Literal["community"] = "community"
    op = patch(Community, "community", "topic", "topic_card", "topic_lang", "topic_original")


class StepStarted(Fact, tag="step.started"):
    """Everyone is brought to a step."""

    step: str
    visited: list[str]
    community: Literal["community"] = "community"
    op = patch(Community, "community", "step", "visited")


class TimerSet(Fact, tag="timer.set"):
    """A timer runs until `timer_ends` (milliseconds since 1970, server's clock), or none."""

    timer_ends: int | None
    timer_seconds: int | None
    community: Literal["community"] = "community"
    op = patch(Community, "community", "timer_ends", "timer_seconds")


class PhaseRenamed(Fact, tag="phase.renamed"):
    """A phase has the community's own name."""

    phase: PhaseTitle
    op = put(PhaseTitle, "phase")


class PhaseNameRestored(Fact, tag="phase.restored"):
    """A phase has its first name again."""

    phase: str
    op = drop(PhaseTitle, "phase")


class PromptChanged(Fact, tag="prompt.changed"):
    """A prompt is reworded."""

    prompt: Prompt
    op = put(Prompt, "prompt")


class PromptRestored(Fact, tag="prompt.restored"):
    """A prompt has its first wording again."""

    prompt: str
    op = drop(Prompt, "prompt")
