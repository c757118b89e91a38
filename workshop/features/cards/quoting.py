"""Who a quote is said to be of: the one rule for the document and the pages."""

from __future__ import annotations

from typing import Literal, NamedTuple

from workshop.core.state import State
from workshop.features.cards.schema import Card
from workshop.features.members.schema import Member, Role

FEWEST = 2
"""A role with fewer people names somebody: "a guest" is the only guest."""


class Attribution(NamedTuple):
    """Who says it. `kind`: with a name, by role, somebody of the group, or somebody without name."""

    kind: Literal["name", "role", "somebody", "nameless"]
    value: str = ""


def attribution(state: State, card: Card) -> Attribution:
    """Who a card is said to be of when it is quoted; with a name only when its writer wants that."""
    member = state[Member].get(card.author) if card.author and not card.nameless else None
    if member is None:
        return Attribution("nameless")
    if card.quote_name and not member.removed:
        return Attribution("name", member.name)
    return by_role(state, member.role)


def by_role(state: State, role: Role) -> Attribution:
    """Somebody with a role, unless that tells who."""
    alike = sum(one.role == role and not one.removed for one in state[Member].values())
    return Attribution("role", role) if alike >= FEWEST else Attribution("somebody")
