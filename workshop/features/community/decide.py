"""The community's own record: making it, changing its name or its vision's title."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

import phases
from phases import DEFAULT_PROCESS, Process, Step
from workshop.core import text
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.core.state import State
from workshop.features.community.schema import COMMUNITY, Community, CommunityEdit, CommunityEdited
from workshop.i18n import translate


def community_of(state: State) -> Community:
    """Return the community's own record.

    Raises:
        KeyError: the community was never founded.
    """
    return state[Community][COMMUNITY]


def process_of(state: State) -> Process:
    """Return the process that the community follows.

    Raises:
        UnknownProcess: this program does not have it.
    """
    return phases.process(community_of(state).process)


def steps_of(state: State) -> Mapping[str, Step]:
    """Return the steps of the community's process by their id, in order."""
    return process_of(state).steps


def require_phase(state: State, phase: str) -> None:
    """Refuse a phase that the community's process does not have.

    Raises:
        DomainError: `phase.unknown`.
    """
    if process_of(state).phase(phase) is None:
        raise DomainError("phase.unknown")


def first_topic(process: Process, language: str) -> str:
    """Return the topic that a community has until it chooses its own."""
    return translate(process.start_topic, language)


def found(name: str, language: str, topic: str = "", process: str = DEFAULT_PROCESS) -> list[Fact]:
    """Return the first fact of a new community.

    Args:
        name: of the neighbourhood.
        language: of its texts and its document.
        topic: what it wants more of; the process's first topic when empty.
        process: the id of the process that it follows.
    Raises:
        DomainError: `process.unknown`, or when a text is empty or holds markup.
    """
    if process not in phases.PROCESSES:
        raise DomainError("process.unknown")
    chosen = phases.process(process)
    topic = text.optional(topic) or first_topic(chosen, language)
    return [
        CommunityEdited(
            community=Community(
                id=COMMUNITY,
                name=text.plain(name),
                language=language,
                process=process,
                topic=topic,
                step=chosen.first.id,
                visited=[chosen.first.id],
            )
        )
    ]


def edit(context: Context, actor: Actor, command: CommunityEdit) -> list[Fact]:
    """Change the community's name or its vision's title."""
    community = community_of(context.state)
    return [
        CommunityEdited(
            community=replace(
                community,
                name=community.name if command.name is None else text.plain(command.name),
                title=community.title if command.title is None else text.plain(command.title),
            )
        )
    ]
