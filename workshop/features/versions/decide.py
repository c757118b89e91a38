"""Versions: freezing the text, naming what was frozen, going back to it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from workshop.core import text
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.core.state import State
from workshop.features.meetings.agenda import open_meeting
from workshop.features.meetings.decide import today
from workshop.features.sections.schema import Section, SectionEdited
from workshop.features.versions.schema import (
    Occasion,
    Version,
    VersionFreeze,
    VersionFrozen,
    VersionName,
    VersionNamed,
    VersionRestore,
)


def frozen(
    context: Context,
    version: str,
    occasion: Occasion,
    *,
    label: str = "",
    name: str = "",
    origin: str | None = None,
    meeting: str | None = None,
    later: int = 0,
) -> VersionFrozen:
    """Return the fact that the text is frozen now.

    Args:
        context: the community.
        version: the id of the new version.
        occasion: why.
        label: its number, when a round is about it.
        name: what it is called.
        origin: the version of which it is the text again.
        meeting: at which meeting; the open one when not given.
        later: how many versions are frozen before it at the same moment.
    """
    there = open_meeting(context.state)
    return VersionFrozen(
        version=Version(
            id=version,
            label=label,
            date=today(context),
            name=name,
            occasion=occasion,
            number=1 + later + max((len(context.state[Version]), *_numbers(context.state))),
            meeting=meeting or (there.id if there else None),
            origin=origin,
        )
    )


def _numbers(state: State) -> Iterable[int]:
    return (version.number for version in state[Version].values())


def freeze(context: Context, actor: Actor, command: VersionFreeze) -> list[Fact]:
    """Freeze the text under a name."""
    context.refuse_existing(Version, command.version)
    return [frozen(context, command.version, "named", name=text.plain(command.name))]


def name(context: Context, actor: Actor, command: VersionName) -> list[Fact]:
    """Give a version a name."""
    version = context.find(Version, command.version)
    wanted = text.plain(command.name)
    return [] if wanted == version.name else [VersionNamed(version=version.id, name=wanted)]


def restore(context: Context, command: VersionRestore, sections: Iterable[Section]) -> list[Fact]:
    """Bring the chapters of a version back, with their headings, and freeze the text before and after.

    Who calls this puts the text of the chapters back.

    Args:
        context: the community.
        command: what is asked.
        sections: the chapters as they were in the version.
    Raises:
        DomainError: `not_found` or `exists`.
    """
    context.find(Version, command.origin)
    context.refuse_existing(Version, command.version)
    context.refuse_existing(Version, command.before)
    if command.version == command.before:
        raise DomainError("exists")
    now = context.state[Section]
    # Who may write is no part of the text: it stays as it was set last.
    back = [replace(then, removed=False, writers=now[then.id].writers) for then in sections if then.id in now]
    return [
        frozen(context, command.before, "before_restore"),
        *(SectionEdited(section=section) for section in back if section != now[section.id]),
        frozen(context, command.version, "restored", origin=command.origin, later=1),
    ]
