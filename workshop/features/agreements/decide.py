"""Agreements: what, who, when, who pays. What is still open stays visibly open."""

from __future__ import annotations

from msgspec.structs import replace

from workshop.core import ordering, text
from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.features.agreements.schema import (
    Agreement,
    AgreementAdd,
    AgreementChanged,
    AgreementEdit,
    AgreementRemove,
    AgreementRemoved,
)
from workshop.features.cards.schema import Card
from workshop.features.members.schema import Member
from workshop.features.sections.schema import Section


def _filled(context: Context, base: Agreement, command: AgreementAdd | AgreementEdit) -> Agreement:
    state = context.state
    here = {member.id for member in state[Member].values() if not member.removed}
    if command.owner is not None and command.owner not in here:
        raise DomainError("member.gone")
    return replace(
        base,
        text=text.plain(command.text, lines=True),
        owner=command.owner,
        helpers=[m for m in dict.fromkeys(command.helpers) if m in here],
        start=text.optional_day(command.start),
        paid_by=text.optional(command.paid_by),
        card=command.card if command.card in state[Card] else None,
        section=command.section if command.section in state[Section] else None,
    )


def add(context: Context, actor: Actor, command: AgreementAdd) -> list[Fact]:
    """Write down an agreement."""
    context.refuse_existing(Agreement, command.agreement)
    last = max((a.rank for a in context.state[Agreement].values()), default=None)
    base = Agreement(id=command.agreement, text="", rank=ordering.after(last))
    return [AgreementChanged(agreement=_filled(context, base, command))]


def edit(context: Context, actor: Actor, command: AgreementEdit) -> list[Fact]:
    """Replace an agreement's content, when nobody changed it since it was read."""
    current = context.find(Agreement, command.agreement)
    if current.rev != command.rev:
        raise DomainError("card.changed")
    return [AgreementChanged(agreement=replace(_filled(context, current, command), rev=current.rev + 1))]


def remove(context: Context, actor: Actor, command: AgreementRemove) -> list[Fact]:
    """Take an agreement off the list."""
    return [AgreementRemoved(agreement=context.find(Agreement, command.agreement).id)]
