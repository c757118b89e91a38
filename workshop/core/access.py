"""Who may do what: rules over the actor, the command and the state. A command's class names its rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Actor:
    """Who acts: a member, whether on a seat of the core team, whether signed in as facilitator.

    `paper`: has no phone. `typed_by`: the member of the core team who types for this one."""

    id: str
    role: str
    steering: bool = False
    facilitator: bool = False
    paper: bool = False
    typed_by: str | None = None


Check = Callable[[Actor, Any, Any], str | None]
"""From actor, command and state to the code of why it is not allowed, or None."""


@dataclass(frozen=True)
class Rule:
    """Who may give a command.

    Attributes:
        name: what the browser and the protocol call it.
        check: says why not, or None.
    """

    name: str
    check: Check


def rule(name: str) -> Callable[[Check], Rule]:
    """Make a function that says why not into a rule with this name."""
    return lambda check: Rule(name, check)


@rule("member")
def every_member(actor: Actor, command: object, state: object) -> str | None:
    """Whoever takes part."""
    return None


@rule("core_team")
def core_team(actor: Actor, command: object, state: object) -> str | None:
    """The core team and the facilitator."""
    return None if actor.steering else "not_allowed"


@rule("facilitator")
def facilitator(actor: Actor, command: object, state: object) -> str | None:
    """The facilitator only."""
    return None if actor.facilitator else "not_allowed"
