"""Who may do what: pure functions over the actor, the command and the state."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass

from workshop import events as e
from workshop.entities import Card, Role
from workshop.state import State


@dataclass(frozen=True)
class Actor:
    """Who acts: a member, whether on a seat of the core team, whether signed in as facilitator.

    `typed_by`: the member of the core team who types for this one, who has no phone."""

    id: str
    role: Role
    steering: bool = False
    facilitator: bool = False
    typed_by: str | None = None


STEERING: frozenset[type[e.Command]] = frozenset({
    e.CommunityEdit, e.TopicSet, e.MemberAdd, e.StepStart, e.TimerStart, e.TimerStop, e.PhaseRename,
    e.PromptSet, e.MeetingPlan, e.MeetingOpen, e.MeetingClose, e.MeetingRemove, e.BoardHide,
    e.BoardReveal, e.DotsOpen, e.DotsClose, e.TermRemove, e.SectionRemove, e.SectionRestore,
    e.ConsentOpen, e.ConsentClose,
})
"""Commands for the core team and the facilitator only."""

FACILITATOR: frozenset[type[e.Command]] = frozenset({e.SeatGive})
"""Commands for the facilitator only."""


def actor_of(state: State, member_id: str) -> Actor | None:
    """Return who a member is right now, or None when no longer in the group."""
    member = state.members.get(member_id)
    if member is None or member.removed:
        return None
    seated = any(seat.member == member_id for seat in state.seats.values())
    return Actor(member_id, member.role, seated or member.facilitator, member.facilitator)


def hash_key(key: str) -> str:
    """Return what is kept of a device's secret for a card without name."""
    return hashlib.sha256(key.encode()).hexdigest()


def owns(actor: Actor, card: Card, key: str | None) -> bool:
    """Tell whether the card is the actor's own: as its author, or by its device's secret."""
    if card.nameless:
        return key is not None and card.key is not None and hmac.compare_digest(card.key, hash_key(key))
    return card.author == actor.id


def is_shared(card: Card) -> bool:
    """Tell whether a card was written by a group: nobody's own, everybody's to mend."""
    return card.author is None and not card.nameless


def refusal(actor: Actor, command: e.Command, state: State) -> str | None:
    """Return the code of why the actor may not do this, or None when it is allowed."""
    kind = type(command)
    if kind in FACILITATOR and not actor.facilitator:
        return "not_allowed"
    if kind in STEERING and not actor.steering:
        return "not_allowed"
    if isinstance(command, e.MemberRemove) and not _may_remove(actor, command.member, state):
        return "not_allowed"
    if isinstance(command, (e.CardEdit, e.CardWithdraw, e.CardQuote)):
        return _card_refusal(actor, command, state)
    if isinstance(command, e.TermExplain) and actor.role not in ("professional", "researcher"):
        return "term.not_professional"
    if isinstance(command, (e.TermSay, e.TermSettle)) and actor.role != "parent":
        return "term.not_parent"
    return None


def _may_remove(actor: Actor, member_id: str, state: State) -> bool:
    member = state.members.get(member_id)
    if member_id == actor.id or actor.facilitator:
        return True
    return actor.steering and not (member and member.facilitator)


def _card_refusal(
    actor: Actor, command: e.CardEdit | e.CardWithdraw | e.CardQuote, state: State
) -> str | None:
    card = state.cards.get(command.card)
    if card is None or owns(actor, card, command.key):
        return None
    if is_shared(card):
        return None if isinstance(command, e.CardEdit) or actor.steering else "not_allowed"
    # The core team may take away a card that hurts somebody, but never reword or quote it.
    if isinstance(command, e.CardWithdraw) and actor.steering:
        return None
    return "card.not_yours"
