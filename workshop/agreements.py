"""Agreements: what, who, when, who pays. What is still open stays visibly open."""

from __future__ import annotations

from msgspec.structs import replace

from workshop import ranks, text
from workshop.entities import Agreement
from workshop.errors import DomainError
from workshop.events import (
    AgreementAdd,
    AgreementChanged,
    AgreementEdit,
    AgreementRemove,
    AgreementRemoved,
    Fact,
)
from workshop.permissions import Actor
from workshop.room import Room, found


def _filled(room: Room, base: Agreement, command: AgreementAdd | AgreementEdit) -> Agreement:
    state = room.state
    here = {member.id for member in state.members.values() if not member.removed}
    # Whoever left may stay where the name stood, but is not put there any more.
    if command.owner is not None and command.owner not in {*here, base.owner}:
        raise DomainError("member.gone")
    return replace(
        base,
        text=text.plain(command.text, lines=True),
        owner=command.owner,
        helpers=[m for m in dict.fromkeys(command.helpers) if m in {*here, *base.helpers}],
        start=text.optional_day(command.start),
        paid_by=text.optional(command.paid_by),
        card=command.card if command.card in state.cards else None,
        section=command.section if command.section in state.sections else None,
    )


def add(room: Room, actor: Actor, command: AgreementAdd) -> list[Fact]:
    """Write down an agreement."""
    if command.agreement in room.state.agreements:
        raise DomainError("exists")
    last = max((a.rank for a in room.state.agreements.values()), default=None)
    base = Agreement(id=command.agreement, text="", rank=ranks.after(last))
    return [AgreementChanged(agreement=_filled(room, base, command))]


def edit(room: Room, actor: Actor, command: AgreementEdit) -> list[Fact]:
    """Replace an agreement's content, when nobody changed it since it was read."""
    current = found(room.state.agreements, command.agreement)
    if current.rev != command.rev:
        raise DomainError("card.changed")
    return [AgreementChanged(agreement=replace(_filled(room, current, command), rev=current.rev + 1))]


def remove(room: Room, actor: Actor, command: AgreementRemove) -> list[Fact]:
    """Take an agreement off the list."""
    return [AgreementRemoved(agreement=found(room.state.agreements, command.agreement).id)]
