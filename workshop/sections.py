"""The outline of the vision, and the cards behind its paragraphs."""

from __future__ import annotations

from msgspec.structs import replace

from workshop import ranks, text
from workshop.entities import Section, Source
from workshop.errors import DomainError
from workshop.events import (
    Fact,
    SectionAdd,
    SectionAdded,
    SectionEdit,
    SectionEdited,
    SectionMove,
    SectionRemove,
    SectionRestore,
    SourceAdd,
    SourceAdded,
    SourceRemove,
    SourceRemoved,
)
from workshop.permissions import Actor
from workshop.room import Room, found
from workshop.state import State


def in_order(state: State) -> list[Section]:
    """Return the sections that are in the vision, in their order."""
    return sorted((s for s in state.sections.values() if not s.removed), key=lambda s: (s.rank, s.id))


def require(state: State, section: str) -> Section:
    """Return a section that is in the vision.

    Raises:
        DomainError: `section.not_found` when it is not there or was put aside.
    """
    record = state.sections.get(section)
    if record is None or record.removed:
        raise DomainError("section.not_found")
    return record


def _rank_after(state: State, after: str | None, moving: str | None = None) -> str:
    row = [s for s in in_order(state) if s.id != moving]
    last = row[-1].rank if row else None
    low = None if after is None else next((s.rank for s in row if s.id == after), last)
    # What was put aside keeps its place, so that it has one to come back to.
    taken = (s.rank for s in state.sections.values() if s.id != moving)
    return ranks.between(low, min((rank for rank in taken if low is None or rank > low), default=None))


def add(room: Room, actor: Actor, command: SectionAdd) -> list[Fact]:
    """Add a section after another one, or at the end."""
    if command.section in room.state.sections:
        raise DomainError("exists")
    row = in_order(room.state)
    after = command.after or (row[-1].id if row else None)
    return [SectionAdded(section=Section(
        id=command.section, heading=text.plain(command.heading), level=command.level,
        rank=_rank_after(room.state, after),
    ))]


def edit(room: Room, actor: Actor, command: SectionEdit) -> list[Fact]:
    """Change a section's heading or level."""
    section = require(room.state, command.section)
    return [SectionEdited(section=replace(
        section,
        heading=section.heading if command.heading is None else text.plain(command.heading),
        level=command.level or section.level,
    ))]


def move(room: Room, actor: Actor, command: SectionMove) -> list[Fact]:
    """Put a section after another one, or first."""
    section = require(room.state, command.section)
    if command.after == section.id:
        return []
    rank = _rank_after(room.state, command.after, moving=section.id)
    return [SectionEdited(section=replace(section, rank=rank))]


def remove(room: Room, actor: Actor, command: SectionRemove) -> list[Fact]:
    """Put a section aside; its text is kept."""
    return [SectionEdited(section=replace(require(room.state, command.section), removed=True))]


def restore(room: Room, actor: Actor, command: SectionRestore) -> list[Fact]:
    """Bring a section back that was put aside."""
    section = found(room.state.sections, command.section, "section.not_found")
    return [SectionEdited(section=replace(section, removed=False))] if section.removed else []


def add_source(room: Room, actor: Actor, command: SourceAdd) -> list[Fact]:
    """Put a card behind a paragraph. The same card twice is once."""
    require(room.state, command.section)
    card = found(room.state.cards, command.card)
    if card.hidden:
        raise DomainError("card.hidden")
    source = Source(
        id=command.source, section=command.section, paragraph=command.paragraph, card=card.id
    )
    same = (source.section, source.paragraph, source.card)
    if any((s.section, s.paragraph, s.card) == same for s in room.state.sources.values()):
        return []
    if command.source in room.state.sources:
        raise DomainError("exists")
    return [SourceAdded(source=source)]


def remove_source(room: Room, actor: Actor, command: SourceRemove) -> list[Fact]:
    """Take a source away."""
    return [SourceRemoved(source=found(room.state.sources, command.source).id)]
