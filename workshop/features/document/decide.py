"""Saying that something may stand where it stands, though it looks private."""

from __future__ import annotations

from workshop.core.access import Actor
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.features.agreements.schema import Agreement
from workshop.features.cards.schema import Card
from workshop.features.document.schema import (
    BY_HOLDER,
    Accepted,
    PrivateAccept,
    PrivateAccepted,
    PrivateReopen,
    PrivateReopened,
)
from workshop.features.sections.schema import Section


def accept(context: Context, actor: Actor, command: PrivateAccept) -> list[Fact]:
    """Leave words alone in a section or an agreement or on a card. The same words twice is once."""
    if not any(command.stands_in in context.state[kind] for kind in (Section, Card, Agreement)):
        raise DomainError("not_found")
    there = context.state.group(Accepted, BY_HOLDER, command.stands_in).values()
    if any(one.fingerprint == command.fingerprint for one in there):
        return []
    context.refuse_existing(Accepted, command.accepted)
    return [
        PrivateAccepted(
            accepted=Accepted(
                id=command.accepted, stands_in=command.stands_in, fingerprint=command.fingerprint
            )
        )
    ]


def reopen(context: Context, actor: Actor, command: PrivateReopen) -> list[Fact]:
    """Have words looked at again."""
    return [PrivateReopened(accepted=context.find(Accepted, command.accepted).id)]
