"""The outline of the vision, and the cards behind its paragraphs."""

from __future__ import annotations

from msgspec.structs import replace

import phases
from phases import Process
from workshop.core import ordering, text
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.core.state import State
from workshop.features.cards.schema import Card
from workshop.features.community.decide import community_of
from workshop.features.sections.schema import (
    BY_CARD,
    Section,
    SectionAdd,
    SectionAdded,
    SectionEdit,
    SectionEdited,
    SectionMove,
    SectionRemove,
    SectionRestore,
    SectionWriters,
    Source,
    SourceAdd,
    SourceAdded,
    SourceRemove,
    SourceRemoved,
)
from workshop.i18n import translate


def in_order(state: State) -> list[Section]:
    """Return the sections that are in the vision, in their order."""
    return sorted((s for s in state[Section].values() if not s.removed), key=lambda s: (s.rank, s.id))


def require(state: State, section: str) -> Section:
    """Return a section that is in the vision.

    Raises:
        DomainError: `section.not_found` when it is not there or was put aside.
    """
    record = state[Section].get(section)
    if record is None or record.removed:
        raise DomainError("section.not_found")
    return record


def may_write(section: Section, actor: Actor | None) -> bool:
    """Tell whether somebody may write in a section. Nobody (None) may only where everybody may."""
    if section.writers is None:
        return True
    return actor is not None and (actor.steering or actor.role in section.writers)


def require_writer(section: Section, actor: Actor | None) -> None:
    """Refuse whoever may not write in a section.

    Raises:
        DomainError: `section.read_only`.
    """
    if not may_write(section, actor):
        raise DomainError("section.read_only")


def _rank_after(state: State, after: str | None, moving: str | None = None) -> str:
    row = [s for s in in_order(state) if s.id != moving]
    last = row[-1].rank if row else None
    low = None if after is None else next((s.rank for s in row if s.id == after), last)
    # What was put aside keeps its place, so that it has one to come back to.
    taken = (s.rank for s in state[Section].values() if s.id != moving)
    return ordering.between(low, min((rank for rank in taken if low is None or rank > low), default=None))


def _block(context: Context, actor: Actor, wanted: str, now: str | None = None) -> str | None:
    """The building block that a section gets.

    Raises:
        DomainError: `not_allowed` when somebody outside the core team changes it, `section.no_such_block`
            when the process has no such block.
    """
    block = wanted or None
    if block == now:
        return now
    if not actor.steering:
        raise DomainError("not_allowed")
    if block and phases.process(community_of(context.state).process).block(block) is None:
        raise DomainError("section.no_such_block")
    return block


def add(context: Context, actor: Actor, command: SectionAdd) -> list[Fact]:
    """Add a section after another one, or at the end."""
    context.refuse_existing(Section, command.section)
    row = in_order(context.state)
    after = command.after or (row[-1].id if row else None)
    return [
        SectionAdded(
            section=Section(
                id=command.section,
                heading=text.plain(command.heading),
                level=command.level,
                rank=_rank_after(context.state, after),
                block=_block(context, actor, command.block),
            )
        )
    ]


def edit(context: Context, actor: Actor, command: SectionEdit) -> list[Fact]:
    """Change a section's heading, level or building block."""
    section = require(context.state, command.section)
    require_writer(section, actor)
    return [
        SectionEdited(
            section=replace(
                section,
                heading=section.heading if command.heading is None else text.plain(command.heading),
                level=command.level or section.level,
                block=section.block
                if command.block is None
                else _block(context, actor, command.block, section.block),
            )
        )
    ]


def move(context: Context, actor: Actor, command: SectionMove) -> list[Fact]:
    """Put a section after another one, or first."""
    section = require(context.state, command.section)
    if command.after == section.id:
        return []
    rank = _rank_after(context.state, command.after, moving=section.id)
    return [SectionEdited(section=replace(section, rank=rank))]


def remove(context: Context, actor: Actor, command: SectionRemove) -> list[Fact]:
    """Put a section aside; its text is kept."""
    return [SectionEdited(section=replace(require(context.state, command.section), removed=True))]


def restore(context: Context, actor: Actor, command: SectionRestore) -> list[Fact]:
    """Bring a section back that was put aside."""
    section = context.find(Section, command.section, "section.not_found")
    return [SectionEdited(section=replace(section, removed=False))] if section.removed else []


def choose_writers(context: Context, actor: Actor, command: SectionWriters) -> list[Fact]:
    """Say who writes in a section."""
    section = require(context.state, command.section)
    roles = None if command.roles is None else sorted(set(command.roles))
    return [] if roles == section.writers else [SectionEdited(section=replace(section, writers=roles))]


def add_source(context: Context, actor: Actor, command: SourceAdd) -> list[Fact]:
    """Put a card behind a paragraph. The same card twice is once."""
    require_writer(require(context.state, command.section), actor)
    card = context.find(Card, command.card)
    if card.hidden:
        raise DomainError("card.hidden")
    source = Source(id=command.source, section=command.section, paragraph=command.paragraph, card=card.id)
    same = (source.section, source.paragraph, source.card)
    if any(
        (s.section, s.paragraph, s.card) == same
        for s in context.state.group(Source, BY_CARD, card.id).values()
    ):
        return []
    context.refuse_existing(Source, command.source)
    return [SourceAdded(source=source)]


def remove_source(context: Context, actor: Actor, command: SourceRemove) -> list[Fact]:
    """Take a source away."""
    source = context.find(Source, command.source)
    section = context.state[Section].get(source.section)
    if section is not None:
        require_writer(section, actor)
    return [SourceRemoved(source=source.id)]


def begin(process: Process, language: str) -> list[Fact]:
    """Return the facts by which a new community's vision has its first sections, in a language."""
    plans = process.outline
    return [
        SectionAdded(
            section=Section(
                id=f"section-{number:02}",
                heading=translate(plan.heading, language),
                level=plan.level,
                rank=rank,
                kind=plan.kind,
                block=plan.block,
            )
        )
        for number, (plan, rank) in enumerate(zip(plans, ordering.first(len(plans)), strict=True), 1)
    ]
