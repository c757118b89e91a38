"""Who is told how many people are on their way in: whoever steers."""

from __future__ import annotations

from workshop.arrivals import Arrivals
from workshop.core.errors import DomainError
from workshop.features.members.actors import actor_of
from workshop.features.members.schema import Member
from workshop.live.publisher import Joining
from workshop.store.ledger import Ledger


class JoiningCounts:
    """Tells the publisher of people on their way in.

    Args:
        arrivals: counts them.
        ledger: knows who steers.
    """

    def __init__(self, arrivals: Arrivals, ledger: Ledger) -> None:
        self._arrivals = arrivals
        self._ledger = ledger

    def __call__(self, community: str) -> Joining | None:
        """Return the numbers with who may know them; None when nobody is on the way."""
        counts = self._arrivals.count(community)
        if not any(counts):
            return None
        try:
            state = self._ledger.state(community)
        except DomainError:
            return None
        actors = (actor_of(state, member) for member in state[Member])
        return Joining(counts._asdict(), frozenset(one.id for one in actors if one and one.steering))
