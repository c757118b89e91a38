"""The community's own record: making it, changing its name or its vision's title."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from phases import PHASES, STEPS, Step, step_order
from workshop.core import text
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.core.state import State
from workshop.features.community.schema import COMMUNITY, Community, CommunityEdit, CommunityEdited


def community_of(state: State) -> Community:
    """Return the community's own record.

    Raises:
        KeyError: the community was never founded.
    """
    return state[Community][COMMUNITY]


def steps_of(state: State) -> Mapping[str, Step]:
    """Return the steps of the community's process by their id, in order."""
    return STEPS


def require_phase(state: State, phase: str) -> None:
    """Refuse a phase that the community's process does not have.

    Raises:
        DomainError: `phase.unknown`.
    """
    if phase not in {one.id for one in PHASES}:
        raise DomainError("phase.unknown")


def found(name: str, language: str, topic: str) -> list[Fact]:
    """Return the first fact of a new community.

    Args:
        name: of the neighbourhood.
        language: of its texts and its document.
        topic: what it wants more of.
    Raises:
        DomainError: when a text is empty or holds markup.
    """
    first = step_order[0]
    return [CommunityEdited(community=Community(
        id=COMMUNITY, name=text.plain(name), language=language, topic=text.plain(topic), step=first,
        visited=[first],
    ))]


def edit(context: Context, actor: Actor, command: CommunityEdit) -> list[Fact]:
    """Change the community's name or its vision's title."""
    community = community_of(context.state)
    return [CommunityEdited(community=replace(
        community,
        name=community.name if command.name is None else text.plain(command.name),
        title=community.title if command.title is None else text.plain(command.title),
    ))]
