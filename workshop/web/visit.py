"""One visit to a community's page: who is asking, where, with what rights."""

from __future__ import annotations

from dataclasses import dataclass

import phases
from phases import Process
from workshop.accounts.communities import Place
from workshop.core.access import Actor
from workshop.core.errors import DomainError
from workshop.core.state import State
from workshop.features.community.decide import community_of
from workshop.features.community.schema import Community
from workshop.features.members.actors import actor_of
from workshop.features.members.schema import Member
from workshop.web import identity
from workshop.web.application import communities, ledger


class Outside(Exception):
    """Somebody asks for a community they are not in; whether it exists is not told."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Everything a page of a community starts from."""

    place: Place
    state: State
    actor: Actor

    @property
    def id(self) -> str:
        """The community's id."""
        return self.place.id

    @property
    def community(self) -> Community:
        """The community's own record."""
        return community_of(self.state)

    @property
    def process(self) -> Process:
        """The process that the community follows."""
        return phases.process(self.community.process)

    @property
    def members(self) -> dict[str, Member]:
        """Everybody who takes part or took part."""
        return self.state[Member]

    @property
    def member(self) -> Member:
        """Who is asking."""
        return self.state[Member][self.actor.id]


def enter(community_id: str) -> Visit:
    """Begin a visit. A facilitator of the project becomes a member at the first one.

    Raises:
        Outside: for everybody who has no business there, and when there is no such community.
    """
    place = communities().place(community_id)
    if place is None:
        raise Outside
    member = identity.current_member(community_id)
    if member is None:
        member = _facilitator_in(place)
    state = ledger().state(community_id)
    actor = actor_of(state, member)
    if actor is None:
        raise Outside
    return Visit(place, state, actor)


def _facilitator_in(place: Place) -> str:
    signed_in = identity.facilitator()
    if signed_in is None:
        raise Outside
    try:
        return communities().enter_as_facilitator(place, signed_in)
    except DomainError as error:
        raise Outside from error


def enter_to_steer(community_id: str) -> Visit:
    """Begin a visit of the core team or a facilitator.

    Raises:
        Outside: as `enter`.
        DomainError: `not_allowed` for another member.
    """
    visit = enter(community_id)
    if not visit.actor.steering:
        raise DomainError("not_allowed")
    return visit
