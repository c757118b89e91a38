"""Publishing a draft for reading, and ending that."""

from __future__ import annotations

from msgspec.structs import replace

from workshop.core import text
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.features.meetings.decide import today
from workshop.features.readings.schema import Reading, ReadingChanged, ReadingClose, ReadingOpen
from workshop.features.versions.decide import frozen
from workshop.features.versions.schema import Version


def open_reading(context: Context, actor: Actor, command: ReadingOpen) -> list[Fact]:
    """Freeze the text and publish it for reading; one draft at a time."""
    context.refuse_existing(Reading, command.reading)
    context.refuse_existing(Version, command.version)
    if any(not reading.closed for reading in context.state[Reading].values()):
        raise DomainError("reading.open_already")
    reading = Reading(
        id=command.reading, version=command.version, address=command.address, opened=today(context)
    )
    return [
        frozen(context, command.version, "named", name=text.plain(command.name)),
        ReadingChanged(reading=reading),
    ]


def close(context: Context, actor: Actor, command: ReadingClose) -> list[Fact]:
    """End it with one act."""
    reading = context.find(Reading, command.reading)
    return [] if reading.closed else [ReadingChanged(reading=replace(reading, closed=True))]


def counted(reading: Reading, waiting: int, shown: int) -> ReadingChanged:
    """Return the fact that so many reactions wait, and so many are shown."""
    return ReadingChanged(
        reading=replace(reading, waiting=waiting, shown=shown, rev=reading.rev + 1),
    )
